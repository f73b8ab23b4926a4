import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { facetNames, facetWords } from '../../src/search/facets.ts';
import { fold } from '../../src/search/fold.ts';
import {
  chooseValues,
  conditionsOf,
  parseQuery,
  replaceWord,
  wordFor,
  wordsOf,
} from '../../src/search/query.ts';
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
    ['“四个意识', ['四个意识']],
    ['"行政 复议', ['行政复议']],
    ['执法 -“监督 检查', ['执法', '-监督检查']],
    ['“行政 复议“三统一”制度', ['行政复议"三统一"制度']],
    ['“三统一”制度 建设', ['"三统一"制度', '建设']],
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

  test('has filters by the titles and names of facets, in any case, also to exclude', () => {
    for (const facet of facetNames)
      for (const word of facetWords(facet))
        for (const colon of [':', '：'])
          for (const [sign, exclude] of [
            ['', false],
            ['-', true],
            ['－', true],
          ] as const) {
            const source = `${sign}${word.toUpperCase()}${colon}浙江`;
            const values = facet === 'region' ? ['x'] : [];
            expect(parse(`执法 ${source}`)).toMatchObject({
              terms: [{ folded: '执法' }],
              filters: [{ source, facet, word: '浙江', values, exclude }],
            });
          }
    const words = facetNames.flatMap(facetWords);
    expect(words).toEqual(expect.arrayContaining(['地区', '年度', '主题', '部分', '机构']));
    expect(new Set(words).size).toBe(words.length);
  });

  test('keeps a filter of an unknown value, and a quoted one as words', () => {
    expect(parse('地区:火星 来源:浙江 "地区:火星"')).toMatchObject({
      terms: [{ folded: '来源:浙江' }, { folded: '地区:火星' }],
      filters: [{ facet: 'region', word: '火星', values: [] }],
    });
  });

  test('narrows by what is typed and chosen: a value that is unknown is found nowhere', () => {
    const conditions = (text: string) => conditionsOf(parse(text), { region: ['y'] });
    expect(conditions('地区:浙江 -年度:2020')).toEqual({
      chosen: { region: ['y', 'x'] },
      excluded: { year: ['x'] },
    });
    expect(conditions('-地区:浙江 主题:火星')).toEqual({
      chosen: { region: ['y'], theme: ['火星'] },
      excluded: { region: ['x'] },
    });
  });

  const signs = ['法', '治', '"', '“', '”', '「', '-', '=', '5', ' ', ':', '地区', '年度', '浙江'];
  const texts = fc.string({ unit: fc.constantFrom(...signs) });
  const bare = (text: string) => text.replace(/\s/g, '');

  test('loses nothing that was typed, and loses one word when that is removed', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const words = wordsOf(text);
        expect(bare(words.join(''))).toBe(bare(text));
        for (const word of words)
          expect(bare(replaceWord(text, word))).toHaveLength(bare(text).length - bare(word).length);
      }),
    );
  });

  test('takes every word for a term or a filter, but for those without a character', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { terms, filters } = parse(text);
        const sources = [...terms, ...filters].map(({ source }) => source);
        expect(sources.sort()).toEqual(
          wordsOf(text)
            .filter((word) => sources.includes(word) || fold(word, noVariants).text.length > 1)
            .sort(),
        );
        for (const { folded } of terms) expect(folded).not.toBe('');
      }),
    );
  });

  test('holds up to its end what a quotation mark opens that nothing closes', () => {
    fc.assert(
      fc.property(fc.constantFrom('"', '“', '「'), texts, (mark, text) => {
        const open = text.replace(/["“”「」]/g, '');
        fc.pre(bare(open) !== '');
        expect(terms(`甲 ${mark}${open}`)).toEqual(['甲', bare(open)]);
      }),
    );
  });

  test('means a literal by the word for it, whatever stands beside it', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { text: literal } = fold(text, noVariants);
        fc.pre(literal !== '');
        const query = parse(`甲 ${wordFor(literal)} 乙`);
        expect(query.filters).toEqual([]);
        expect(query.terms).toMatchObject([
          { folded: '甲' },
          { folded: literal, exclude: false, whole: false },
          { folded: '乙' },
        ]);
      }),
    );
  });

  test('leaves the values of a facet that are chosen, whether they are typed or not', () => {
    const values = fc.subarray(['a', 'b', 'c', 'ab']);
    const resolve = (_: string, word: string) =>
      word === 'ab' ? ['a', 'b'] : ['a', 'b', 'c'].includes(word) ? [word] : [];
    const understand = (text: string) => parseQuery(text, noVariants, resolve);
    fc.assert(
      fc.property(values, values, values, (typed, chosen, wanted) => {
        const text = ['法', ...typed.map((word) => `地区:${word}`), '-地区:c', '年度:b'].join(' ');
        const next = chooseValues(text, understand(text), { region: chosen }, 'region', wanted);
        const query = understand(next.text);
        const { chosen: left, excluded } = conditionsOf(query, next.choice);
        expect([...(left.region ?? [])].sort()).toEqual([...wanted].sort());
        expect([left.year, excluded]).toEqual([['b'], { region: ['c'] }]);
      }),
    );
  });
});
