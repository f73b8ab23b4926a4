/** What the search proposes, and the second tier. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type Asked,
  alternatives,
  knownValues,
  proposalsFor,
  synonymsOf,
  wholeNumbers,
} from '../../src/search/advice.ts';
import { type Collection, openCollection, report, section } from './collection.ts';

let collection: Collection;

beforeAll(async () => {
  collection = await openCollection([
    report('330182-2020', [
      section('s1', '应诉', '推进行政机关负责人出庭应诉，出庭率达94%。'),
      section('s2', '调解', '调解成功率达994%，负责人带头。'),
      section('s3', '出庭', '负责人认真组织，依法出庭应诉。'),
    ]),
    report('330182-2021', [section('s1', '其他', '出庭率94%。')]),
    report('530102-2021', [
      section('s1-k1-i1', null, '加强组织领导。'),
      section('s1-k1-i2', null, '组织领导仲裁工作。'),
      section('s1-k1-i3', null, '做好人民调解。'),
      section('s1-k3', '监督', '推行行政执法“三项制度”，“三统一”制度。'),
      section('s1-k4', '监督', '行政执法三大要点，推行重大决策程序。'),
      section('s1-k2', '发挥作用', '做好人民调解。落实纲要(2015-2020年)。'),
    ]),
  ]);
});

afterAll(() => collection.close());

async function asked(text: string): Promise<Asked> {
  const { search } = collection;
  for await (const _ of search.run({ text, choice: {}, order: 'newest' }));
  return { search, text, query: await search.parse(text), choice: {} };
}

test('the longest part that occurs is proposed for a literal that does not', async () => {
  expect(await alternatives(await asked('负责人出庭应诉制度'))).toEqual([
    { text: '负责人出庭应诉', label: '负责人出庭应诉', sections: 1 },
  ]);
  // What does not occur at all is left out.
  expect(await alternatives(await asked('出庭率 𠮷𠮷'))).toEqual([
    { text: '出庭率', label: '出庭率', sections: 2 },
  ]);
  expect(await alternatives(await asked('𠮷𠮷'))).toEqual([]);
});

test('what was copied with its number and the stop behind a heading is proposed without them', async () => {
  for (const text of ['(二)发挥作用。做好', '二是发挥作用。做好人民', '2.发挥作用做好'])
    expect((await alternatives(await asked(text))).map(({ sections }) => sections)).toEqual([1]);
});

test('other dashes are proposed', async () => {
  expect((await synonymsOf(await asked('2015—2020年'))).map(({ text }) => text)).toEqual([
    '2015-2020年',
  ]);
});

test('a phrase that is printed with quotation marks is proposed to who types it without, and the other way round', async () => {
  for (const [typed, printed] of [
    ['行政执法三项制度', '行政执法“三项制度”'],
    ['三统一制度', '“三统一”制度'],
    ['推行行政执法三项', '推行行政执法"三项'],
  ] as const) {
    const { others, synonyms } = await proposalsFor(await asked(typed), { sections: 0, titles: 0 });
    expect(others, typed).toEqual([{ text: printed, label: printed, sections: 1 }]);
    expect(synonyms).toEqual([]);
  }
  expect(await synonymsOf(await asked('推行“重大决策”程序'))).toEqual([
    { text: '推行重大决策程序', label: '推行重大决策程序', sections: 1 },
  ]);
  expect(await alternatives(await asked('行政执法四项制度'))).toMatchObject([{ text: '行政执法' }]);
});

test('a whole number that is none is proposed as a part of others', async () => {
  expect(await alternatives(await asked('=4%'))).toEqual([
    { text: '4%', label: '4%', sections: 3 },
  ]);
});

test('for a filter of an unknown value, those that are like it and its words are proposed', async () => {
  const labels = async (text: string) =>
    (await knownValues(await asked(text))).map(({ label, sections }) => `${label} ${sections}`);
  expect(await labels('出庭 地区:330182号')).toEqual(['地区:330182区 3', '地区:330100区 3']);
  expect(await labels('出庭 年度:1999')).toEqual(['年度:2021年 1', '年度:2020年 2']);
  expect(await labels('出庭 -年度:1999')).toEqual(['-年度:2021年 2', '-年度:2020年 1']);
  // Few enough to be named all.
  expect(await labels('出庭 地区:火星')).toHaveLength(3);
  expect(await labels('纲要 机构:政府')).toEqual([]);
});

test('a word is replaced where it stands, not within another', async () => {
  const advice = await wholeNumbers(await asked('达94% 94%'), 9);
  expect(advice.map(({ text }) => text)).toEqual(['达94% =94%']);
});

test('for words that never meet, each alone is proposed', async () => {
  const labels = (await alternatives(await asked('调解 应诉'))).map(({ label }) => label);
  expect(labels).toEqual(['应诉', '调解']);
});

test('synonyms are proposed with what they find, and only then', async () => {
  expect(await synonymsOf(await asked('一把手出庭'))).toEqual([
    { text: '负责人出庭应诉', label: '负责人出庭应诉', sections: 1 },
    { text: '负责人出庭', label: '负责人出庭', sections: 1 },
  ]);
  expect(await synonymsOf(await asked('会前学法'))).toEqual([]);
});

test('whole numbers are proposed where others were found as well', async () => {
  expect(await wholeNumbers(await asked('94%'), 3)).toEqual([
    { text: '=94%', label: '=94%', sections: 2 },
  ]);
  expect(await wholeNumbers(await asked('94%'), 2)).toEqual([]);
});

test('the second tier has words that stand in neighbouring sections, none of the excluded', async () => {
  const { search, query } = await asked('组织领导 人民调解 -仲裁');
  const { groups } = await search.related(query, { chosen: {}, excluded: {} }, 'newest');
  expect(groups.map(({ hits }) => hits.map(({ passage }) => passage.id))).toEqual([
    ['s1-k1-i1', 's1-k1-i3'],
  ]);
});

test('the second tier has the words apart, and never what matches exactly', async () => {
  const { search, query } = await asked('负责人出庭应诉');
  const { groups, sections } = await search.related(
    query,
    { chosen: {}, excluded: {} },
    'relevance',
  );
  expect(groups.flatMap(({ hits }) => hits.map(({ passage }) => passage.id))).toEqual(['s3']);
  expect(sections).toBe(1);
});
