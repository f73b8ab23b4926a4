import fc from 'fast-check';
import { expect, test } from 'vitest';
import { singleToken, termToken } from '../../src/search/codec.ts';
import { type FoldedPassage, holderOf, layOut, tailStep } from '../../src/search/layout.ts';
import { decodeText } from './decode-text.ts';

/** Sections in reading order, s1, s1-k1, s1-k1-i1, s1-k2, s2, …, some without text. */
const reports = fc
  .array(
    fc.record({
      depth: fc.integer({ min: 1, max: 3 }),
      text: fc.string({ unit: fc.constantFrom('法', '治', '5', '。'), maxLength: 6 }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((list): FoldedPassage[] => {
    const counts: number[] = [];
    return list.map(({ depth, text }) => {
      const level = Math.min(depth, counts.length + 1);
      counts.length = level;
      counts[level - 1] = (counts[level - 1] ?? 0) + 1;
      const id = counts.map((count, i) => `${'ski'[i]}${count}`).join('-');
      return { id, text, head: Math.min(2, text.length) };
    });
  });

/** Whether a section is another one or lies in it. */
const isIn = (id: string, outer: string) => id === outer || id.startsWith(`${outer}-`);

/** Offsets at which the passages begin. */
function placed(passages: FoldedPassage[]): { id: string; start: number }[] {
  let end = 0;
  return passages.map(({ id, text }) => {
    const start = end;
    end += text.length;
    return { id, start };
  });
}

test('a stretch of the text belongs to the innermost section that holds all of it', () => {
  fc.assert(
    fc.property(reports, fc.nat(), fc.integer({ min: 1, max: 12 }), (passages, at, length) => {
      const owners = passages.flatMap(({ id, text }) => text.split('').map(() => id));
      fc.pre(owners.length >= length);
      const from = at % (owners.length - length + 1);
      const touched = owners.slice(from, from + length);
      const holders = passages.filter(({ id }) => touched.every((each) => isIn(each, id)));
      const innermost = holders.sort((a, b) => b.id.length - a.id.length)[0];
      const holder = holderOf(placed(passages), from, length);
      expect(passages[holder ?? -1]?.id).toBe(innermost?.id);
    }),
  );
});

test('a record holds the text of all passages, and of each the singles and frequent terms in its tail', () => {
  fc.assert(
    fc.property(reports, (passages) => {
      const { tokens, tails } = layOut(passages, ['法治', '治5']);
      const whole = passages.map(({ text }) => text).join('');
      expect(decodeText(tokens.slice(0, whole.length))).toBe(whole);
      let at = whole.length;
      const found = new Map<string, string[]>();
      passages.forEach(({ id }, i) => {
        const end = at + (tails[i] ?? 0) * tailStep;
        found.set(id, tokens.slice(at, end));
        at = end;
      });
      expect(at).toBe(tokens.length);
      const places = placed(passages);
      for (const { id, text } of passages) {
        const count = (token: string) => found.get(id)?.filter((each) => each === token).length;
        expect(count(singleToken('5'))).toBe(text.split('5').length - 1);
        expect(count(singleToken('法'))).toBe(text.includes('法') ? 1 : 0);
        for (const term of ['法治', '治5']) {
          const held = Array.from({ length: whole.length }, (_, from) => from).filter(
            (from) =>
              whole.startsWith(term, from) &&
              passages[holderOf(places, from, term.length) ?? -1]?.id === id,
          );
          expect(count(termToken(term)), term).toBe(held.length);
        }
      }
    }),
  );
});
