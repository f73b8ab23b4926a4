/**
 * How a report lies in its record of the index: a row of tokens, each of which takes one position.
 *
 *     pairs of the text of all passages, which runs on from one to the next as on the page
 *     for each passage its tail: frequent terms in the heading · single characters · frequent terms elsewhere
 *
 * The position of a pair is its offset in the text of the report. Tails are filled to whole steps, so that the catalogue
 * keeps small numbers. Single characters stand once each, digits as often as the text holds them: so many of them
 * as are no part of a longer number are numbers of their own.
 */
import { fillToken, singleToken, termToken, textTokens } from './codec.ts';

/** A passage in the text of its report. */
export interface Placed {
  /** Section id: those of the sections around it and its own segment, joined by hyphens. */
  id: string;
  /** Offset of its first unit in the folded text of the report. */
  start: number;
}

/** What a record is laid out from. */
export interface FoldedPassage {
  id: string;
  text: string;
  /** Units of `text` that are heading. */
  head: number;
}

export interface Layout {
  tokens: string[];
  /** Length of each tail in {@link tailStep}s. */
  tails: number[];
}

/** Tails have a length that this divides. */
export const tailStep = 32;

/** Number of the passage that an offset lies in, by bisection over what is ascending. */
export function passageAt<Passage>(
  passages: readonly Passage[],
  offset: number,
  startOf: (passage: Passage) => number,
): number {
  let low = 0;
  let high = passages.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (startOf(passages[middle] as Passage) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

const startOf = ({ start }: Placed) => start;

/**
 * Number of the passage whose section holds a stretch of the text: the innermost one, where the stretch reaches from
 * one section into another. Undefined where no section holds it all.
 */
export function holderOf(
  passages: readonly Placed[],
  from: number,
  length: number,
): number | undefined {
  const first = passageAt(passages, from, startOf);
  const next = passages[first + 1];
  if (!next || from + length <= next.start) return first;
  const last = passages[passageAt(passages, from + length - 1, startOf)] as Placed;
  const segments = last.id.split('-');
  const id = (passages[first] as Placed).id.split('-');
  const shared = id.findIndex((segment, i) => segment !== segments[i]);
  const around = (shared < 0 ? id : id.slice(0, shared)).join('-');
  for (let at = first; around && at >= 0; at--) if (passages[at]?.id === around) return at;
  return undefined;
}

/** Offsets of every occurrence of a term in a text, overlapping ones included. */
function occurrences(text: string, term: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) found.push(at);
  return found;
}

const isDigit = (unit: string) => /\d/.test(unit);

function singles(text: string): string[] {
  const units = text.split('');
  const once = new Set(units.filter((unit) => !isDigit(unit)));
  return [...once, ...units.filter(isDigit)].map(singleToken);
}

/** Fills a tail up to whole steps. */
function filled(tail: string[]): string[] {
  const missing = (tailStep - (tail.length % tailStep)) % tailStep;
  return [...tail, ...Array.from({ length: missing }, (_, i) => fillToken(i))];
}

/**
 * Lays out a report.
 * @param passages In reading order.
 * @param terms Frequent terms, folded, at least two units each.
 */
export function layOut(passages: readonly FoldedPassage[], terms: readonly string[]): Layout {
  let end = 0;
  const placed = passages.map(({ id, text, head }) => {
    const start = end;
    end += text.length;
    return { id, start, head, inHeading: [] as string[], elsewhere: [] as string[] };
  });
  const whole = passages.map(({ text }) => text).join('');
  for (const term of terms)
    for (const from of occurrences(whole, term)) {
      const holder = placed[holderOf(placed, from, term.length) ?? -1];
      if (!holder) continue;
      const { start, head, inHeading, elsewhere } = holder;
      // Never more than the heading has units: that tells them from the terms elsewhere.
      const leads = from + term.length <= start + head && inHeading.length < head;
      (leads ? inHeading : elsewhere).push(termToken(term));
    }
  const tails = placed.map(({ inHeading, elsewhere }, i) =>
    filled([...inHeading, ...singles(passages[i]?.text ?? ''), ...elsewhere]),
  );
  return {
    tokens: [...(whole ? textTokens(whole) : []), ...tails.flat()],
    tails: tails.map((tail) => tail.length / tailStep),
  };
}
