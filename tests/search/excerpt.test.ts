import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { excerptOf, findSpans, markWhole } from '../../src/search/excerpt.ts';
import { fold } from '../../src/search/fold.ts';
import { allVariants, noVariants, type Variants } from '../../src/search/variants.ts';

let variants: Variants;
beforeAll(async () => {
  variants = await allVariants();
});
const literal = (text: string, whole = false) => ({ folded: fold(text, variants).text, whole });
const marks = (text: string, words: string[]) =>
  excerptOf(
    text,
    words.map((word) => literal(word)),
    variants,
  )
    .filter(({ marked }) => marked)
    .map(({ text }) => text);

describe('an excerpt', () => {
  test('marks the original words, however they were asked for', () => {
    expect(marks('提出ＧＤＰ 増長與行政 復議', ['gdp增长', '行政复议'])).toEqual(['行政 復議']);
    expect(marks('报备行政规范性文件\n15件', ['文件15'])).toEqual(['文件 15']);
  });

  test('shows each of several words', () => {
    const far = `行政${'、'.repeat(300)}复议${'、'.repeat(300)}`;
    const stretches = excerptOf(far, [literal('行政'), literal('复议')], variants);
    const text = stretches.map(({ text }) => text).join('');
    expect(text).toMatch(/^行政、+…、+复议、+…$/);
    expect(text.length).toBeLessThan(200);
  });

  test('of a random text marks all that the excerpt holds, and nothing else', () => {
    const few = fc.string({ unit: fc.constantFrom('法', '治', '，', ' ', '\n'), maxLength: 300 });
    fc.assert(
      fc.property(
        few,
        few.filter((word) => word.trim() !== ''),
        (text, word) => {
          const wanted = literal(word.slice(0, 6).trim() || '法');
          const spans = findSpans(text, [wanted], noVariants);
          const stretches = excerptOf(text, [wanted], noVariants);
          expect(stretches.some(({ marked }) => marked)).toBe(spans.length > 0);
          expect(
            fold(
              markWhole(text, [wanted], noVariants)
                .map(({ text }) => text)
                .join(''),
              noVariants,
            ).text,
          ).toBe(fold(text, noVariants).text);
          for (const { text, marked } of stretches)
            if (marked) expect(fold(text, noVariants).text).toContain(wanted.folded);
            else expect(fold(text, noVariants).text).not.toContain(wanted.folded);
        },
      ),
    );
  });

  test('of whole numbers does not mark parts of others', () => {
    const spans = findSpans('94%，994%，94.5%，0.94%，94', [literal('94', true)], noVariants);
    expect(spans).toEqual([
      [0, 2],
      [21, 23],
    ]);
  });

  test('of a literal that reaches into another section shows and marks where it does', () => {
    const within = ['一是制度健全。', '二是科学决策，制度健全。'];
    const stretches = excerptOf('全面推进。', [literal('健全。二是')], variants, within);
    expect(stretches.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('')).toBe(
      '全面推进。 一是制度[健全。 二是]科学决策，制度健全。',
    );
    const both = excerptOf('全面推进。', [literal('推进'), literal('健全。二')], variants, within);
    expect(both.filter(({ marked }) => marked).map(({ text }) => text)).toEqual([
      '推进',
      '健全。 二',
    ]);
  });

  test('of whole numbers takes the end of a section for the end of a number', () => {
    const wanted = [literal('57', true)];
    expect(findSpans('办结57\n2.57', wanted, noVariants)).toEqual([]);
    expect(findSpans('办结57\n2.57', wanted, noVariants, [0, 5])).toEqual([[2, 4]]);
    expect(findSpans('办结5\n7件', wanted, noVariants, [0, 4])).toEqual([]);
  });
});
