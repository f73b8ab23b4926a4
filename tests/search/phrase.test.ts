import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textTokens } from '../../src/search/codec.ts';
import { coverOf, startsOf } from '../../src/search/phrase.ts';

/** Few characters, so that literals repeat them and overlap themselves. */
const text = fc.string({ unit: fc.constantFrom('法', '治', '政', '府'), maxLength: 40 });
const literal = fc.string({
  unit: fc.constantFrom('法', '治', '政', '府'),
  minLength: 2,
  maxLength: 9,
});

/** Where a literal begins, by the tokens it is asked for with. */
function found(text: string, literal: string): number[] {
  const tokens = text ? textTokens(text) : [];
  const cover = coverOf(literal);
  const positions = cover.map(({ token }) =>
    tokens.flatMap((other, at) => (other === token ? at : [])),
  );
  return startsOf(cover, positions);
}

describe('the tokens of a literal', () => {
  test('find exactly its occurrences', () => {
    fc.assert(
      fc.property(text, literal, (text, literal) => {
        const truth = [...text].flatMap((_, at) => (text.startsWith(literal, at) ? at : []));
        expect(found(text, literal)).toEqual(truth);
      }),
      { numRuns: 3000 },
    );
  });

  test('are as few as hold every character', () => {
    const offsets = (literal: string) => coverOf(literal).map(({ offset }) => offset);
    expect(offsets('复议')).toEqual([0]);
    expect(offsets('民法典')).toEqual([0, 1]);
    expect(offsets('行政复议')).toEqual([0, 2]);
    expect(offsets('负责人出庭应诉')).toEqual([0, 2, 4, 5]);
  });
});
