/**
 * How a literal is asked for: by pairs of neighbouring units that cover it without overlapping, because every pair
 * costs a piece of the index. Where each stands at its distance from the first, the literal stands.
 */
import { pairTokens } from './codec.ts';

/** A pair of units of a literal. */
export interface PlacedToken {
  token: string;
  /** Its offset in the literal. */
  offset: number;
}

/** As few pairs as hold every unit of a folded literal of two units or more; the last two overlap in an odd one. */
export function coverOf(literal: string): PlacedToken[] {
  const tokens = pairTokens(literal);
  const last = tokens.length - 1;
  return tokens.flatMap((token, offset) =>
    offset % 2 === 0 || offset === last ? { token, offset } : [],
  );
}

/**
 * Starts of the literal, ascending, from where its tokens stand.
 * @param found Positions of each token, in any order.
 */
export function startsOf(cover: readonly PlacedToken[], found: readonly number[][]): number[] {
  const candidates = cover.map(
    ({ offset }, i) => new Set(found[i]?.map((position) => position - offset)),
  );
  const [rarest = new Set<number>(), ...others] = candidates.sort((a, b) => a.size - b.size);
  return [...rarest]
    .filter((start) => others.every((other) => other.has(start)))
    .sort((a, b) => a - b);
}
