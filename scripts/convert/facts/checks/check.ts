/** All arithmetic that a report lets a reader do, in reading order. Stated neutrally: a difference is no verdict. */
import type { ReadPassage } from '../clauses/read.ts';
import type { Match } from '../indicators/match.ts';
import type { Check } from './figures.ts';
import { checkGrowth } from './growth.ts';
import { checkRates, farthest } from './rates.ts';
import { checkRepeats } from './repeats.ts';
import { checkSums } from './sums.ts';
import { checkTables } from './tables.ts';
import { isAmount, type Term, termsOf } from './terms.ts';

/**
 * Recomputes what can be recomputed.
 * @param passages in reading order
 */
export function checkArithmetic(
  passages: readonly ReadPassage[],
  matches: readonly Match[],
): Check[] {
  const all = passages.flatMap(({ quantities }) => quantities);
  const order = new Map(all.map((quantity, index) => [quantity, index]));
  let earlier: Term[] = [];
  const checks = passages.flatMap(({ quantities, frames }) => {
    // What is planned or required is no account of what was done.
    if (quantities[0]?.passage.part === 'plan') return [];
    const terms = termsOf(frames);
    const sums = checkSums(terms);
    const rates = checkRates(terms, sums, earlier);
    earlier = [...terms.filter(isAmount).slice(-farthest).reverse(), ...earlier].slice(0, farthest);
    return [...sums, ...rates, ...checkGrowth(terms), ...checkTables(quantities)];
  });
  return [...checks, ...checkRepeats(all, matches)].sort(
    (a, b) => (order.get(a.target) ?? 0) - (order.get(b.target) ?? 0),
  );
}
