/**
 * How a literal is asked for. Pagefind tells for several tokens at once where *any* of them stands. When the
 * tokens of a literal can follow one another in a single way only, as many neighbouring positions as the
 * literal has pairs are the literal. A literal with repeated characters is cut into pieces of which this is true.
 */
import { pairTokens } from './codec.ts';

export interface Piece {
  /** Distinct tokens, to be asked for together. */
  tokens: string[];
  /** Number of neighbouring positions that make an occurrence. */
  length: number;
  /** Offset of the piece in the literal. */
  offset: number;
}

/** Whether pairs of a literal, walked along shared characters, give no other text of the same length. */
function isUnambiguous(literal: string): boolean {
  const steps = literal.length - 1;
  const pairs = new Set(Array.from({ length: steps }, (_, i) => literal.slice(i, i + 2)));
  let walks = new Map([...pairs].map((pair) => [pair, 1]));
  for (let step = 1; step < steps; step++) {
    const longer = new Map<string, number>();
    for (const [pair, count] of walks)
      for (const next of pairs)
        if (next[0] === pair[1]) longer.set(next, Math.min(2, (longer.get(next) ?? 0) + count));
    walks = longer;
  }
  return [...walks.values()].reduce((sum, count) => sum + count, 0) === 1;
}

/** Pieces that together cover every pair of a folded literal of two units or more. */
export function piecesOf(literal: string): Piece[] {
  const pieces: Piece[] = [];
  let offset = 0;
  while (offset < literal.length - 1) {
    let to = offset + 2;
    while (to < literal.length && isUnambiguous(literal.slice(offset, to + 1))) to++;
    const tokens = pairTokens(literal.slice(offset, to));
    pieces.push({ tokens: [...new Set(tokens)], length: tokens.length, offset });
    offset = to - 1;
  }
  return pieces;
}

/** First positions of the runs of `length` neighbouring positions, overlapping ones included. */
export function runsOf(positions: readonly number[], length: number): number[] {
  const sorted = [...positions].sort((a, b) => a - b);
  const starts: number[] = [];
  let run = 0;
  for (let i = 0; i < sorted.length; i++) {
    const position = sorted[i] as number;
    if (position === sorted[i - 1]) continue;
    run = i > 0 && position === (sorted[i - 1] as number) + 1 ? run + 1 : 1;
    if (run >= length) starts.push(position - length + 1);
  }
  return starts;
}
