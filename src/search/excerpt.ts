/** Excerpts: a piece of the original text around the words that were found, which are marked. */
import { fold } from './fold.ts';
import type { Variants } from './variants.ts';

/** A stretch of an excerpt. */
export interface Stretch {
  text: string;
  marked: boolean;
}

/** A span of the original text, from its first unit to behind its last one. */
export type Span = [from: number, to: number];

export interface Literal {
  folded: string;
  whole: boolean;
}

/** Whether an occurrence is a number of its own where its ends are digits. */
function isWhole(text: string, from: number, to: number): boolean {
  const before = /^\d/.test(text.slice(from, to)) && /(\d|\d\.)$/.test(text.slice(0, from));
  const after = /\d$/.test(text.slice(from, to)) && /^(\d|\.\d)/.test(text.slice(to));
  return !before && !after;
}

/** Spans of the original text that hold one of the literals, ascending; overlapping ones are joined. */
export function findSpans(original: string, literals: Literal[], variants: Variants): Span[] {
  const { text, at } = fold(original, variants);
  const spans: Span[] = [];
  for (const { folded, whole } of literals)
    for (let from = text.indexOf(folded); from >= 0; from = text.indexOf(folded, from + 1)) {
      const to = from + folded.length;
      if (whole && !isWhole(text, from, to)) continue;
      // Up to behind the last unit: blanks after it stay outside.
      spans.push([at[from] as number, (at[to - 1] as number) + 1]);
    }
  return joinSpans(spans);
}

function joinSpans(spans: Span[]): Span[] {
  const joined: Span[] = [];
  for (const [from, to] of spans.sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = joined.at(-1);
    if (last && from < last[1]) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}

/** Units of text shown before and after what was found. */
const before = 24;
const after = 56;

/** Pieces of text around spans, joined where they meet. */
function windows(length: number, spans: Span[]): Span[] {
  return joinSpans(
    spans.map(([from, to]) => [Math.max(0, from - before), Math.min(length, to + after)]),
  );
}

/** Cuts the pieces out of a text and marks the spans in them. */
function cut(original: string, spans: Span[], pieces: Span[]): Stretch[] {
  const stretches: Stretch[] = [];
  const push = (text: string, marked = false) => {
    // Paragraphs run on: a line feed shows as a blank.
    if (text) stretches.push({ text: text.replace(/\s+/g, ' '), marked });
  };
  for (const [from, to] of pieces) {
    if (from > 0) push('…');
    let at = from;
    for (const [start, stop] of spans) {
      if (start < at || start >= to) continue;
      push(original.slice(at, start));
      push(original.slice(start, stop), true);
      at = stop;
    }
    push(original.slice(at, Math.max(at, to)));
  }
  const end = pieces.at(-1)?.[1] ?? 0;
  if (end < original.length) push('…');
  return stretches;
}

/** The whole text with the literals marked. */
export function markWhole(original: string, literals: Literal[], variants: Variants): Stretch[] {
  return cut(original, findSpans(original, literals, variants), [[0, original.length]]);
}

/**
 * An excerpt around the first occurrence of each literal, every occurrence in it marked; the beginning of
 * the text where there is none.
 */
export function excerptOf(original: string, literals: Literal[], variants: Variants): Stretch[] {
  const firsts = literals.flatMap((literal) =>
    findSpans(original, [literal], variants).slice(0, 1),
  );
  const pieces = windows(original.length, firsts.length ? firsts : [[0, 0]]);
  return cut(original, findSpans(original, literals, variants), pieces);
}
