/** What the search proposes, and the second tier. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Asked, alternatives, synonymsOf, wholeNumbers } from '../../src/search/advice.ts';
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
  const { groups } = await search.related(query, {}, 'newest');
  expect(groups.map(({ hits }) => hits.map(({ passage }) => passage.id))).toEqual([
    ['s1-k1-i1', 's1-k1-i3'],
  ]);
});

test('the second tier has the words apart, and never what matches exactly', async () => {
  const { search, query } = await asked('负责人出庭应诉');
  const { groups, sections } = await search.related(query, {}, 'relevance');
  expect(groups.flatMap(({ hits }) => hits.map(({ passage }) => passage.id))).toEqual(['s3']);
  expect(sections).toBe(1);
});
