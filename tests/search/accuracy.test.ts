/**
 * The promise of the search: a literal finds every section that holds it and no other. The truth is looked
 * up in the texts themselves; the answers come from the real index through the real Pagefind.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dice } from '../../scripts/bench-search/dice.ts';
import type { Choice } from '../../src/search/facets.ts';
import type { Outcome } from '../../src/search/search.ts';
import { type Collection, openCollection, realTexts, type TestPassage } from './collection.ts';

let collection: Collection;

beforeAll(async () => {
  // Two reports a shard, so that results come from several merged indexes.
  collection = await openCollection(await realTexts(), { shardLimit: 2 });
}, 60_000);

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

/** Random parts of the texts, of 1 to 12 characters, wherever they begin and end. */
function randomLiterals(count: number, seed: number): string[] {
  const roll = dice(seed);
  const texts = collection.passages.map(({ folded }) => folded).filter(Boolean);
  return Array.from({ length: count }, (_, i) => {
    const text = texts[roll(texts.length)] as string;
    const length = 1 + (i % 12);
    const from = roll(Math.max(1, text.length - length + 1));
    return text.slice(from, from + length);
  });
}

describe('a literal', () => {
  test('finds every passage that holds it and no other', async () => {
    const wrong: string[] = [];
    for (const literal of randomLiterals(400, 1)) {
      const truth = collection.passages.filter(({ folded }) => folded.includes(literal));
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
      for (const [choice, holds] of choices) {
        const truth = collection.passages.filter(
          (passage) => passage.folded.includes(literal) && holds(passage),
        );
        const found = keysOf(await answer(`"${literal}"`, choice));
        expect(found, literal).toEqual(truth.map(({ key }) => key).sort());
      }
  });

  test('that begins and ends in the middle of words is taken as typed without quotes', async () => {
    for (const literal of ['责人出庭应', '》的通知》', '97件', '“三统一”、', '2020年,', '%']) {
      const truth = collection.passages.filter(({ text }) =>
        text.replace(/\s/g, '').includes(literal),
      );
      const found = keysOf(await answer(literal));
      expect(found, literal).toEqual(expect.arrayContaining(truth.map(({ key }) => key)));
    }
  });
});

describe('several terms', () => {
  const found = async (text: string) => keysOf(await answer(text));
  const truth = (holds: (text: string) => boolean) =>
    collection.passages
      .filter(({ folded }) => holds(folded))
      .map(({ key }) => key)
      .sort();

  test('all stand in the section', async () => {
    expect(await found('行政 执法 监督')).toEqual(
      truth((text) => ['行政', '执法', '监督'].every((word) => text.includes(word))),
    );
  });

  test('an excluded one does not', async () => {
    expect(await found('规范性文件 -清理')).toEqual(
      truth((text) => text.includes('规范性文件') && !text.includes('清理')),
    );
  });

  test('a whole number is no part of another', async () => {
    for (const number of ['94%', '20', '1.', '0.2%', '57', '件27', '3', '1', '5', '0'])
      expect(await found(`=${number}`), number).toEqual(
        truth((text) => {
          const literal = number.replace(/[.]/g, '[.]');
          const before = /^\d/.test(number) ? '(?<![0-9]|[0-9][.])' : '';
          const after = /\d$/.test(number) ? '(?![0-9]|[.][0-9])' : '';
          return new RegExp(before + literal + after).test(text);
        }),
      );
  });

  test('typed filters narrow like chosen ones', async () => {
    const chosen = await answer('执法', { region: ['330000'], year: ['2020'] });
    expect(await found('执法 region:330000区 年份:2020')).toEqual(keysOf(chosen));
    expect(keysOf(chosen).length).toBeGreaterThan(0);
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
    const { terms } = collection.search.library.manifest;
    const truth = (term: string) =>
      collection.passages.filter(({ folded }) => folded.includes(term)).map(({ key }) => key);
    const occurring = terms.filter((term) => truth(term).length);
    expect(occurring.length).toBeGreaterThan(50);
    for (const term of occurring)
      expect(keysOf(await answer(`"${term}"`)), term).toEqual(truth(term).sort());
    const [one, other] = ['法治政府', '行政执法'];
    expect(keysOf(await answer(`${one} -${other}`))).toEqual(
      collection.passages
        .filter(({ folded }) => folded.includes(one ?? '') && !folded.includes(other ?? ''))
        .map(({ key }) => key)
        .sort(),
    );
  });
});
