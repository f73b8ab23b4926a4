/** Excerpts: a piece of the original text around the words that were found, which are marked. */
import { type Folded, fold } from './fold.ts';
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

/** A folded text whose sections begin at some offsets of the original, ascending. */
interface Sectioned extends Folded {
  starts: readonly number[];
}

/** Whether an occurrence is a number of its own where its ends are digits. A number ends with its section. */
function isWhole({ text, at, starts }: Sectioned, from: number, to: number): boolean {
  const place = at[from] as number;
  const begin = starts.findLast((start) => start <= place) ?? 0;
  const end = starts.find((start) => start > place) ?? Number.POSITIVE_INFINITY;
  const units = (first: number, last: number) =>
    [...text.slice(Math.max(0, first), last)]
      .filter((_, i) => {
        const origin = at[Math.max(0, first) + i] as number;
        return origin >= begin && origin < end;
      })
      .join('');
  if (units(from, to).length < to - from) return false;
  const before = /^\d/.test(text.slice(from, to)) && /(\d|\d\.)$/.test(units(from - 2, from));
  const after = /\d$/.test(text.slice(from, to)) && /^(\d|\.\d)/.test(units(to, to + 2));
  return !before && !after;
}

/**
 * Spans of the original text that hold one of the literals, ascending; overlapping ones are joined.
 * @param starts Offsets at which sections begin, ascending: whole numbers lie within one.
 */
export function findSpans(
  original: string,
  literals: readonly Literal[],
  variants: Variants,
  starts: readonly number[] = [],
): Span[] {
  const folded = { ...fold(original, variants), starts };
  const { text, at } = folded;
  const spans: Span[] = [];
  for (const { folded: literal, whole } of literals)
    for (let from = text.indexOf(literal); from >= 0; from = text.indexOf(literal, from + 1)) {
      const to = from + literal.length;
      if (whole && !isWhole(folded, from, to)) continue;
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
 * @param within Texts of the sections in this one, in reading order: a literal that is not in its own text may
 *   reach from it, or from one of them, into the next. What lies in one of them alone is not marked.
 */
export function excerptOf(
  own: string,
  literals: readonly Literal[],
  variants: Variants,
  within: readonly string[] = [],
): Stretch[] {
  const isHere = (literal: Literal) => findSpans(own, [literal], variants).length > 0;
  const texts = literals.every(isHere) ? [own] : [own, ...within];
  const original = texts.join('\n');
  let end = 0;
  const starts = texts.map((text) => {
    const start = end;
    end += text.length + 1;
    return start;
  });
  const find = (sought: readonly Literal[]) =>
    findSpans(original, sought, variants, starts).filter(
      ([from, to]) => from < own.length || starts.some((start) => from < start && start < to),
    );
  const firsts = literals.flatMap((literal) => find([literal]).slice(0, 1));
  const pieces = windows(original.length, firsts.length ? firsts : [[0, 0]]);
  return cut(original, find(literals), pieces);
}
