import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuery, withoutWord, wordsOf } from '../../src/search/query.ts';
import { noVariants } from '../../src/search/variants.ts';

/** Knows 浙江 and the year 2020. */
const parse = (text: string) =>
  parseQuery(text, noVariants, (facet, word) =>
    (facet === 'region' && word === '浙江') || (facet === 'year' && word === '2020') ? ['x'] : [],
  );
const terms = (text: string) =>
  parse(text).terms.map(
    ({ folded, exclude, whole }) => `${exclude ? '-' : ''}${whole ? '=' : ''}${folded}`,
  );

describe('a query', () => {
  test.each([
    ['行政 复议', ['行政', '复议']],
    ['行政　复议\u200b', ['行政', '复议']],
    ['"行政 复议" 受理', ['行政复议', '受理']],
    ['“行政 复议”', ['行政复议']],
    ['规范性文件“三统一”制度', ['规范性文件"三统一"制度']],
    ['"“三统一”"', ['"三统一"']],
    ['“四个意识', ['"四个意识']],
    ['”', ['"']],
    ['执法 -监督', ['执法', '-监督']],
    ['执法 -"监督 检查"', ['执法', '-监督检查']],
    ['-2020年)》', ['-2020年)》']],
    ['- 执法', ['-', '执法']],
    ['=94%', ['=94%']],
    ['= 94%', ['=', '94%']],
    ['ＧＤＰ９４％', ['gdp94%']],
    ['', []],
    [' \u200b ', []],
    ['""', ['""']],
  ])('%s asks for %j', (text, expected) => {
    expect(terms(text)).toEqual(expected);
  });

  test('has filters where the collection has what they name', () => {
    expect(parse('执法 region:浙江 年份：2020').filters.map(({ facet }) => facet)).toEqual([
      'region',
      'year',
    ]);
    expect(terms('地区:浙江 执法')).toEqual(['执法']);
    expect(terms('地区:火星 来源:浙江')).toEqual(['地区:火星', '来源:浙江']);
  });

  test('loses nothing that was typed, and loses one word when that is removed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('法', '"', '“', '”', '-', '=', ' ', '治') }),
        (text) => {
          const words = wordsOf(text);
          expect(words.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
          for (const word of words)
            expect(withoutWord(text, word).replace(/\s/g, '')).toHaveLength(
              text.replace(/\s/g, '').length - word.replace(/\s/g, '').length,
            );
        },
      ),
    );
  });
});
