/**
 * The promise of the search: a literal finds every section that holds it and no other. The truth is looked
 * up in the texts themselves; the answers come from the real index through the real Pagefind.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seededNumbers } from '../../scripts/measure/bench/random.ts';
import { holds, randomLiteral } from '../../scripts/measure/search/truth.ts';
import { routes } from '../../src/model/routes.ts';
import type { Catalogue } from '../../src/search/catalogue.ts';
import type { Choice } from '../../src/search/facets.ts';
import type { Outcome } from '../../src/search/search.ts';
import {
  type Collection,
  openCollection,
  realTexts,
  report,
  section,
  type TestPassage,
} from './collection.ts';

let collection: Collection;

beforeAll(async () => {
  // Two reports a shard, so that results come from several merged indexes.
  collection = await openCollection(await realTexts(), { shardLimit: 2 });
});

afterAll(() => collection.close());

async function answer(text: string, choice: Choice = {}): Promise<Outcome> {
  let last: Outcome | undefined;
  for await (const outcome of collection.search.run({ text, choice, order: 'relevance' }))
    last = outcome;
  if (!last?.complete) throw new Error('unfinished');
  return last;
}

const keysOf = (outcome: Outcome) =>
  outcome.exact.groups
    .flatMap(({ report, hits }) => hits.map(({ passage }) => `${report.id}#${passage.id}`))
    .sort();

/**
 * Random parts of the texts, of 1 to 12 characters, wherever they begin and end; every third across the beginning of
 * a section in another.
 */
function randomLiterals(count: number, seed: number): string[] {
  const roll = seededNumbers(seed);
  const nests = collection.passages.filter(({ inner }) => inner.length);
  return Array.from({ length: count }, (_, i) => {
    const across = i % 3 === 2;
    const from = across ? nests : collection.passages;
    return randomLiteral(from[roll(from.length)] as TestPassage, 1 + roll(12), across, roll);
  }).filter(Boolean);
}

describe('a literal', () => {
  test('finds every passage that holds it and no other', async () => {
    const wrong: string[] = [];
    for (const literal of randomLiterals(400, 1)) {
      const truth = collection.passages.filter((passage) => holds(passage, literal));
      const expected = truth.map(({ key }) => key).sort();
      // In quotes: some literals begin with a sign of the query language.
      const found = keysOf(await answer(`"${literal}"`));
      if (found.join() !== expected.join()) wrong.push(`${literal}: ${found} ≠ ${expected}`);
    }
    expect(wrong).toEqual([]);
  });

  test('is found with the same exactness under filters', async () => {
    const choices: [Choice, (passage: TestPassage) => boolean][] = [
      [{ year: ['2020'] }, ({ report }) => report.year === 2020],
      [{ region: ['330000'] }, ({ report }) => report.id.startsWith('33')],
      [{ region: ['330182', '632800'] }, ({ report }) => /^(330182|632800)/.test(report.id)],
      [{ theme: ['enforcement'] }, ({ themes }) => themes.includes('enforcement')],
      [{ part: ['progress'] }, ({ key }) => !key.endsWith('#title')],
      [{ kind: ['department'] }, () => false],
      [
        { year: ['2020', '2021'], theme: ['disputes', 'enforcement'] },
        ({ themes }) => themes.length > 0,
      ],
    ];
    for (const literal of randomLiterals(60, 2))
      for (const [choice, admits] of choices) {
        const truth = collection.passages.filter(
          (passage) => holds(passage, literal) && admits(passage),
        );
        const found = keysOf(await answer(`"${literal}"`, choice));
        expect(found, literal).toEqual(truth.map(({ key }) => key).sort());
      }
  });

  test('that begins and ends in the middle of words is taken as typed without quotes', async () => {
    for (const literal of ['责人出庭应', '》的通知》', '97件', '“三统一”、', '2020年,', '%']) {
      const truth = collection.passages.filter(({ printed }) =>
        printed.replace(/\s/g, '').includes(literal),
      );
      const found = keysOf(await answer(literal));
      expect(found, literal).toEqual(expect.arrayContaining(truth.map(({ key }) => key)));
    }
  });
});

describe('a literal across sections', () => {
  test('is found in the innermost section that holds it, and in none where there is no such section', async () => {
    const inner = [section('s1-k1', '甲', '健全制度。'), section('s1-k2', '乙', '科学决策。')];
    const { search, close } = await openCollection([
      report('330182-2020', [
        section('s1', '概述', '全面推进。', { children: inner }),
        section('s2', '概述', '科学决策。办结57', {
          children: [section('s2-k1', '2020年', '续办6'), section('s2-k2', '6件', '')],
        }),
      ]),
    ]);
    const find = async (text: string) => {
      let found: string[] = [];
      for await (const { exact } of search.run({ text, choice: {}, order: 'region' }))
        found = exact.groups.flatMap(({ hits }) => hits.map(({ passage }) => passage.id)).sort();
      return found;
    };
    expect(await find('制度。乙科学')).toEqual(['s1']);
    expect(await find('推进。甲')).toEqual(['s1']);
    expect(await find('概述 "制度。乙"')).toEqual(['s1']);
    expect(await find('科学决策')).toEqual(['s1-k2', 's2']);
    expect(await find('科学决策。概述')).toEqual([]);
    expect(await find('号报告概述')).toEqual([]);
    expect(await find('概述 -制度。乙')).toEqual(['s2']);
    // A number ends with its section.
    for (const number of ['=57', '57', '=7'])
      expect(await find(number)).toEqual(number === '=7' ? [] : ['s2']);
    expect(await find('=6')).toEqual(['s2-k1', 's2-k2']);
    expect([await find('66件'), await find('=66件')]).toEqual([['s2'], []]);
    await close();
  });
});

describe('several terms', () => {
  const found = async (text: string) => keysOf(await answer(text));
  const truth = (is: (passage: TestPassage) => boolean) =>
    collection.passages
      .filter((passage) => is(passage))
      .map(({ key }) => key)
      .sort();

  test('all stand in the section', async () => {
    expect(await found('行政 执法 监督')).toEqual(
      truth((passage) => ['行政', '执法', '监督'].every((word) => holds(passage, word))),
    );
  });

  test('an excluded one does not', async () => {
    expect(await found('规范性文件 -清理')).toEqual(
      truth((passage) => holds(passage, '规范性文件') && !holds(passage, '清理')),
    );
  });

  test('a whole number is no part of another', async () => {
    for (const number of ['94%', '20', '1.', '0.2%', '57', '件27', '3', '1', '5', '0'])
      expect(await found(`=${number}`), number).toEqual(
        truth(({ own }) => {
          const literal = number.replace(/[.]/g, '[.]');
          const before = /^\d/.test(number) ? '(?<![0-9]|[0-9][.])' : '';
          const after = /\d$/.test(number) ? '(?![0-9]|[.][0-9])' : '';
          return new RegExp(before + literal + after).test(own);
        }),
      );
  });

  test('typed filters exclude, and one of an unknown value is found nowhere', async () => {
    const all = truth((passage) => holds(passage, '执法'));
    const without = (is: (report: TestPassage['report']) => boolean) =>
      truth((passage) => holds(passage, '执法') && !is(passage.report));
    const zhejiang = ({ id }: TestPassage['report']) => id.startsWith('33');
    expect(await found('执法 -地区:330000区')).toEqual(without(zhejiang));
    expect(await found('执法 -年度:2020')).toEqual(without(({ year }) => year === 2020));
    expect(await found('执法 -year:2020-2021')).toEqual([]);
    expect(await found('执法 地区:330000区 -年度:2021')).toEqual(
      without((each) => !zhejiang(each)),
    );
    expect(await found('执法 -theme:enforcement')).toEqual(
      truth((passage) => holds(passage, '执法') && !passage.themes.includes('enforcement')),
    );
    expect(await found('执法 地区:火星')).toEqual([]);
    expect(await found('执法 -地区:火星')).toEqual(all);
    expect((await answer('执法 地区:火星')).unnarrowed).toBe(
      all.filter((key) => !key.endsWith('#title')).length,
    );
  });

  test('counts of facets leave out what is excluded', async () => {
    const { facets } = await answer('执法 -地区:330000区');
    expect([...facets.region.keys()].filter((code) => code.startsWith('33'))).toEqual([]);
    for (const [value, count] of facets.year) {
      const { exact } = await answer('执法 -地区:330000区', { year: [value] });
      expect(exact.sections, value).toBe(count);
    }
  });

  test('typed filters narrow like chosen ones', async () => {
    const chosen = await answer('执法', { region: ['330000'], year: ['2020'] });
    expect(await found('执法 region:330000区 年份:2020')).toEqual(keysOf(chosen));
    expect(keysOf(chosen).length).toBeGreaterThan(0);
  });
});

describe('a title', () => {
  test('is found as the site shows it and as it is printed', async () => {
    const { search, close } = await openCollection([
      {
        ...report('330182-2020', [section('s1', '概述', '推进依法行政。')]),
        title: '建德市2020年法治政府建设情况报告',
        printedTitle: '建德市人民政府',
      },
    ]);
    const titled = async (text: string) => {
      let titles = 0;
      for await (const { exact } of search.run({ text, choice: {}, order: 'relevance' }))
        titles = exact.titles;
      return titles;
    };
    expect(await titled('建德市人民政府')).toBe(1);
    expect(await titled('建德市2020年法治政府建设情况报告')).toBe(1);
    expect(await titled('报告建德市')).toBe(0);
    await close();
  });
});

describe('a choice of years', () => {
  test('opens the shards of these years only, unless they hold nothing', async () => {
    const { search, close } = await openCollection(await realTexts(), { shardLimit: 1 });
    const open = () =>
      search.library.manifest.shards.filter(({ name }) => search.library.isOpen([name]));
    const ask = async (text: string, year: string) => {
      let last: Outcome | undefined;
      const request = { text, choice: { year: [year] }, order: 'relevance' as const };
      for await (const outcome of search.run(request)) last = outcome;
      return last as Outcome;
    };
    const { exact, unsearched, complete } = await ask('行政', '2021');
    const total = (await answer('行政', { year: ['2021'] })).exact.sections;
    expect([exact.sections, unsearched, complete]).toEqual([total, ['2020'], true]);
    expect(new Set(open().flatMap(({ years }) => years))).toEqual(new Set([2021]));
    const nothing = await ask('突入其来', '2021');
    expect([nothing.exact.sections, nothing.unsearched]).toEqual([0, []]);
    expect(nothing.unnarrowed).toBeGreaterThan(0);
    await close();
  });
});

describe('facet counts', () => {
  test('are the numbers of sections that each choice leaves', async () => {
    const { facets } = await answer('行政 执法');
    for (const [facet, values] of Object.entries(facets))
      for (const [value, count] of values) {
        const { exact } = await answer('行政 执法', { [facet]: [value] });
        expect(exact.sections, `${facet} ${value}`).toBe(count);
      }
  });
});

describe('a frequent term', () => {
  test('is found by its own token as by its characters', async () => {
    const { terms, shards } = collection.search.library.manifest;
    const phrases = shards.flatMap(({ name }) => {
      const file = path.join(collection.siteDir, routes.searchIndex(), name, 'catalogue.json');
      return (JSON.parse(readFileSync(file, 'utf8')) as Catalogue).phrases;
    });
    expect(phrases).toContain('贯彻落实');
    const truth = (term: string) =>
      collection.passages.filter((passage) => holds(passage, term)).map(({ key }) => key);
    const occurring = [...terms, ...phrases].filter((term) => truth(term).length);
    expect(occurring.length).toBeGreaterThan(50);
    for (const term of occurring)
      expect(keysOf(await answer(`"${term}"`)), term).toEqual(truth(term).sort());
    const [one, other] = ['法治政府', '行政执法'];
    expect(keysOf(await answer(`${one} -${other}`))).toEqual(
      collection.passages
        .filter((passage) => holds(passage, one ?? '') && !holds(passage, other ?? ''))
        .map(({ key }) => key)
        .sort(),
    );
  });
});
