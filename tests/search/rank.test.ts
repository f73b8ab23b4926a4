/** The order of results, by examples a reader would judge the same way. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Order } from '../../src/search/rank.ts';
import { type Collection, openCollection, report, section } from './collection.ts';

let collection: Collection;

const filler = '坚持以人民为中心的发展思想，统筹推进各项工作，取得了新的进展和成效。';

beforeAll(async () => {
  collection = await openCollection([
    report('330182-2020', [
      section('s1', '普法宣传', `${filler}加强行政复议。${filler}`),
      section('s2', '加强行政复议工作', `${filler}${filler}`),
      section('s3', '矛盾化解', `行政复议。${filler}行政复议。${filler}行政复议。${filler}`),
    ]),
    report('530102-2021', [
      section('s1', null, `司法所的规范化建设。${filler.repeat(4)}人民调解有力。`),
      section('s2', null, `${filler}司法所的人民调解有力。${filler.repeat(4)}`),
    ]),
    report('110101-2019', [
      section('s1', '概述', `${filler.repeat(3)}法律援助。${filler.repeat(3)}`),
      section('s2', '概述', '法律援助。'),
    ]),
    report('632800-2020', [
      section('s1', '信访工作', ''),
      section('s1-k1', '多元化解', `${filler.repeat(3)}依法办理信访事项。`),
    ]),
    report('632800-2021', [section('s1', '信访工作', '')]),
    report('620524-2021', [section('s1', '概述', '法律援助，人民调解。')], {
      published: '2022-01-05',
    }),
    report('152200-2021', [section('s1', '概述', '法律援助，人民调解。')], {
      published: '2022-03-01',
    }),
  ]);
});

afterAll(() => collection.close());

async function order(text: string, by: Order = 'relevance'): Promise<string[]> {
  let keys: string[] = [];
  for await (const { exact } of collection.search.run({ text, choice: {}, order: by }))
    keys = exact.groups.flatMap(({ report, hits }) =>
      hits.map(({ passage }) => `${report.id}#${passage.id}`),
    );
  return keys;
}

describe('relevance', () => {
  test('puts the heading before frequency, and frequency before a single mention', async () => {
    expect(await order('行政复议')).toEqual(['330182-2020#s2', '330182-2020#s3', '330182-2020#s1']);
  });

  test('puts words that stand together before words far apart', async () => {
    const keys = await order('司法所 人民调解');
    expect(keys).toEqual(['530102-2021#s2', '530102-2021#s1']);
  });

  test('puts a section about the word before one that mentions it', async () => {
    const keys = await order('法律援助');
    expect(keys.indexOf('110101-2019#s2')).toBeLessThan(keys.indexOf('110101-2019#s1'));
  });

  test('puts a section with text before a heading that nothing stands under', async () => {
    expect(await order('信访')).toEqual(['632800-2020#s1-k1', '632800-2020#s1', '632800-2021#s1']);
  });

  test('orders equals by the day of publication, newest first', async () => {
    const keys = (await order('法律援助')).map((key) => key.slice(0, 11));
    expect(keys.indexOf('152200-2021')).toBeLessThan(keys.indexOf('620524-2021'));
  });
});

test('newest and region order by year and by code', async () => {
  const reports = async (by: Order) => [
    ...new Set((await order('法律援助', by)).map((key) => key.slice(0, 11))),
  ];
  expect(await reports('newest')).toEqual(['152200-2021', '620524-2021', '110101-2019']);
  expect(await reports('region')).toEqual(['110101-2019', '152200-2021', '620524-2021']);
});
