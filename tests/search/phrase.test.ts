import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textTokens } from '../../src/search/codec.ts';
import { piecesOf, runsOf } from '../../src/search/phrase.ts';

/** Few characters, so that literals repeat them and overlap themselves. */
const text = fc.string({ unit: fc.constantFrom('法', '治', '政', '府'), maxLength: 40 });
const literal = fc.string({
  unit: fc.constantFrom('法', '治', '政', '府'),
  minLength: 2,
  maxLength: 9,
});

/** Where a literal begins, by the pieces it is asked for in. */
function foundByPieces(text: string, literal: string): number[] {
  const tokens = text ? textTokens(text) : [];
  const starts = piecesOf(literal).map(({ tokens: wanted, length, offset }) => {
    const positions = tokens.flatMap((token, at) => (wanted.includes(token) ? at : []));
    return new Set(runsOf(positions, length).map((start) => start - offset));
  });
  const [first = new Set<number>(), ...others] = starts;
  return [...first].filter((start) => others.every((other) => other.has(start)));
}

describe('the pieces of a literal', () => {
  test('find exactly its occurrences', () => {
    fc.assert(
      fc.property(text, literal, (text, literal) => {
        const truth = [...text].flatMap((_, at) => (text.startsWith(literal, at) ? at : []));
        expect(foundByPieces(text, literal)).toEqual(truth);
      }),
      { numRuns: 3000 },
    );
  });

  test('are one where no character repeats', () => {
    expect(piecesOf('负责人出庭应诉')).toHaveLength(1);
    expect(piecesOf('哈哈哈')).toHaveLength(2);
    expect(piecesOf('人民的人民')).toHaveLength(2);
  });
});
