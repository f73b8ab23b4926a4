import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pairTokens, singleToken, termToken, textTokens } from '../../src/search/codec.ts';
import { decodeText } from './decode-text.ts';

/** Any string: unpaired surrogates, control characters and everything Unicode has not assigned. */
const anyText = fc.string({ unit: 'binary', maxLength: 60 });
const anyUnits = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
  .map((units) => String.fromCharCode(...units));

describe('tokens', () => {
  test('give every text back', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, anyUnits), (text) => {
        expect(decodeText(text ? textTokens(text) : [])).toBe(text);
      }),
    );
  });

  test('hold nothing that Pagefind strips, splits or changes', () => {
    fc.assert(
      fc.property(anyUnits, (text) => {
        for (const token of textTokens(text)) {
          expect(token).toMatch(/^[\p{Lo}0-9a-z]+$/u);
          expect(token.normalize('NFD')).toBe(token);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('of a literal are those of the text at its place', () => {
    fc.assert(
      fc.property(anyUnits, anyUnits, anyUnits, (before, literal, after) => {
        const tokens = textTokens(before + literal + after);
        const pairs = pairTokens(literal);
        expect(tokens.slice(before.length, before.length + pairs.length)).toEqual(pairs);
      }),
    );
  });

  test('are never the beginning of another', () => {
    fc.assert(
      fc.property(anyUnits, fc.uniqueArray(anyUnits, { maxLength: 5 }), (text, terms) => {
        const singles = Array.from({ length: text.length }, (_, i) => singleToken(text[i] ?? ''));
        const all = [
          ...new Set([...(text ? textTokens(text) : []), ...singles, ...terms.map(termToken)]),
        ];
        for (const token of all)
          expect(all.filter((other) => other.startsWith(token))).toEqual([token]);
      }),
    );
  });
});
