/** What stands around a quantity: its sentence, its clause, and the words that say what it counts. */
import type { FoundQuantity } from './extract.ts';

/** A quantity with its surroundings; all of them are cut from the same text. */
export interface Surroundings {
  /** From the end of the quantity before, or the last stop, to the number; brackets left out. */
  local: string;
  /** From the unit to the next stop or quantity. */
  after: string;
  /** Start of the sentence in the text. */
  sentenceStart: number;
  /** The words people are shown and search for: the sentence, or the part of a long one around the number. */
  quote: string;
}

/** Signs that end a sentence, and a clause: asked of every character around every number, so not by an expression. */
const stops = new Set('。；;！？!?\n');
const clauseSigns = new Set('，,：:。；;！？!?\n');
const clauseStops = /[，,：:。；;！？!?\n]/u;
const longestQuote = 80;
/** Farthest a sentence is looked at on either side of a number: text without stops stays linear. */
const reach = 600;

/** Start of the sentence that holds an offset: behind the last stop before it. */
export function sentenceStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < reach && !stops.has(text[start - 1] as string)) start--;
  while (/\s/u.test(text[start] ?? '')) start++;
  return Math.min(start, at);
}

/** End of the sentence that holds an offset, without its stop. */
export function sentenceEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && end - at < reach && !stops.has(text[end] as string)) end++;
  return end;
}

/** Words before the number without what stands in closed brackets; an open bracket is a stop. */
function withoutBrackets(words: string): string {
  const closed = words.replace(/[(（][^()（）]{0,30}[)）]/gu, '');
  const open = Math.max(closed.lastIndexOf('('), closed.lastIndexOf('（'));
  return open < 0 ? closed : closed.slice(open + 1);
}

/** A sentence, or of a long one the clauses around the number, as many as fit. */
function quoteAround(
  text: string,
  printed: string,
  from: number,
  to: number,
  start: number,
  end: number,
): string {
  if (to - from <= longestQuote) return printed.slice(from, to).trim();
  let first = start;
  while (first > from && !clauseSigns.has(text[first - 1] as string)) first--;
  let last = end;
  while (last < to && !clauseSigns.has(text[last] as string)) last++;
  // Clauses before the number say what it counts: take them as long as there is room.
  for (let next = first - 1; next > from; next--) {
    if (next > from && !clauseSigns.has(text[next - 1] as string)) continue;
    if (last - next > longestQuote) break;
    first = next;
  }
  if (last - from <= longestQuote) first = from;
  // One clause longer than any quote: what fits around the number, from its end.
  if (last - first > longestQuote * 1.4) {
    first = Math.max(first, start - longestQuote + 20);
    last = Math.min(last, end + 20);
  }
  return printed.slice(first, last).trim();
}

/** Words between two numbers without those that belong to the second: they begin at the last 、 of its clause. */
function withoutNext(between: string): string {
  const comma = between.lastIndexOf('、');
  return comma < 0 || clauseStops.test(between.slice(comma)) ? between : between.slice(0, comma);
}

/**
 * Surroundings of each quantity of a text, in the same order.
 * @param printed the text as printed, where `text` is its translation of the same length: quotes are cut from it
 */
export function surroundings(
  text: string,
  quantities: readonly FoundQuantity[],
  printed = text,
): Surroundings[] {
  // How long something takes is said of another figure: 连续三年保持100%.
  const others = quantities.filter(({ unit }) => !/^[年周日]$/u.test(unit));
  let passed = 0;
  return quantities.map((quantity) => {
    while ((others[passed]?.start ?? Infinity) < quantity.start) passed++;
    const from = sentenceStart(text, quantity.start);
    const to = sentenceEnd(text, quantity.end);
    const previous = others[passed - 1];
    const next = others[passed + (others[passed] === quantity ? 1 : 0)];
    let start = Math.max(from, previous?.end ?? 0);
    let depth = 0;
    for (let at = quantity.start - 1; at >= start; at--) {
      const sign = text[at] as string;
      if (/[)）”》]/u.test(sign)) depth++;
      else if (/[(（“《]/u.test(sign)) depth--;
      else if (depth <= 0 && clauseSigns.has(sign)) {
        start = at + 1;
        break;
      }
    }
    const local = withoutBrackets(text.slice(start, quantity.start)).replace(/^[、\s]+/u, '');
    const until = Math.min(to, next?.start ?? to);
    const rest = text.slice(quantity.end, until);
    // The words before the next number belong to it from the last 、 on: 保留107项、取消19项.
    const own = next && next.start < to ? withoutNext(rest) : rest;
    const stop = own.search(clauseStops);
    return {
      local: local.slice(-80),
      after: (stop < 0 ? own : own.slice(0, stop)).slice(0, 40),
      sentenceStart: from,
      quote: quoteAround(text, printed, from, to, quantity.start, quantity.end),
    };
  });
}
