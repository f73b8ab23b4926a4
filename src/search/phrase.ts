/**
 * How a literal is asked for. Pagefind tells for several tokens at once where *any* of them stands. When no unit
 * of a literal repeats, its pairs can follow one another in a single way only, and as many neighbouring positions
 * as it has pairs are the literal. Any other literal is cut into pieces of which this is true.
 */
import { pairTokens } from './codec.ts';

export interface Piece {
  /** Its pairs, to be asked for together. */
  tokens: string[];
  /** Number of neighbouring positions that make an occurrence. */
  length: number;
  /** Offset of the piece in the literal. */
  offset: number;
}

/** Pieces that together cover every pair of a folded literal of two units or more. */
export function piecesOf(literal: string): Piece[] {
  const pieces: Piece[] = [];
  let offset = 0;
  while (offset < literal.length - 1) {
    const units = new Set(literal[offset]);
    let to = offset + 1;
    while (to < literal.length && !units.has(literal[to] as string))
      units.add(literal[to++] as string);
    // A pair of equal units is a piece of its own.
    to = Math.max(to, offset + 2);
    const tokens = pairTokens(literal.slice(offset, to));
    pieces.push({ tokens, length: tokens.length, offset });
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
