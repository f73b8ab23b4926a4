/** What the indexer writes, and what it leaves as it was. */

import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { indexSearch } from '../../scripts/site/index-search/index-search.ts';
import { planShards } from '../../scripts/site/index-search/shards.ts';
import { fromRuns, toRuns } from '../../src/search/catalogue.ts';
import { temporaryFolder, treeOf } from '../folder.ts';
import { own } from '../own.ts';
import { report, section, writeReport } from './collection.ts';

let folder: string;
beforeEach(async () => {
  folder = temporaryFolder('index');
  await mkdir(path.join(folder, 'reports'));
});

async function put(id: string, text: string): Promise<void> {
  await writeReport(path.join(folder, 'reports'), report(id, [section('s1', '概述', text)]));
}

const index = (site: string, cache: string) =>
  indexSearch({
    place: { ...own.place, contentDir: folder, cacheDir: path.join(folder, cache) },
    siteDir: path.join(folder, site),
    shardLimit: 1,
  });

/** Every file of a site with a hash of its bytes. */
const files = (site: string) => treeOf(path.join(folder, site));

describe('the index', () => {
  test('of the same reports has the same bytes', async () => {
    for (const id of ['330182-2020', '530102-2020', '152200-2021'])
      await put(id, `${id}推进依法行政，办结复议57件。`);
    expect(await index('one', 'cache-one')).toEqual({ sections: 3, reports: 3 });
    await index('two', 'cache-two');
    expect(files('one')).toEqual(files('two'));
  });

  test('keeps the shards whose reports have not changed, and forgets those that are gone', async () => {
    await put('330182-2019', '推进依法行政。');
    await put('330182-2020', '推进依法行政。');
    await index('site', 'cache');
    const before = files('site');
    const times = new Map<string, number>();
    const cache = path.join(folder, 'cache/search');
    for (const name of await readdir(cache))
      times.set(name, (await stat(path.join(cache, name))).mtimeMs);
    await put('330182-2020', '推进依法行政，有新的进展。');
    await index('site', 'cache');
    const kept = (await readdir(cache)).filter((name) => times.has(name));
    expect(await readdir(cache)).toHaveLength(3);
    expect(kept).toHaveLength(2);
    for (const name of kept)
      expect((await stat(path.join(cache, name))).mtimeMs).toBe(times.get(name));
    const after = files('site');
    const changed = Object.keys(after).filter((name) => after[name] !== before[name]);
    for (const name of changed) expect(name).toMatch(/^pagefind\/(2020|search\.json)/);
  });

  test('is not taken from a cache that was cut short, altered or mixed up', async () => {
    await put('330182-2019', '推进依法行政。');
    await put('330182-2020', '推进依法行政，有新的进展。');
    await index('site', 'cache');
    const before = files('site');
    const cache = path.join(folder, 'cache/search');
    const [first, second, third] = await readdir(cache);
    const replace = async (file: string, bytes: Uint8Array) => {
      await rm(file);
      await writeFile(file, bytes);
    };
    const catalogue = path.join(cache, first as string, 'catalogue.json');
    const bytes = await readFile(catalogue);
    await replace(catalogue, bytes.subarray(0, bytes.length - 1));
    await index('site', 'cache');
    expect(files('site')).toEqual(before);
    const inner = await readdir(path.join(cache, second as string));
    await rm(path.join(cache, second as string, inner[0] as string), { recursive: true });
    await rm(path.join(cache, third as string), { recursive: true });
    await cp(path.join(cache, first as string), path.join(cache, third as string), {
      recursive: true,
    });
    await index('site', 'cache');
    expect(files('site')).toEqual(before);
  });

  test('of a report that is not of its schema is refused', async () => {
    await put('330182-2020', '推进依法行政。');
    const reports = path.join(folder, 'reports');
    const file = path.join(reports, '330182-2020.json');
    const report = await readFile(file, 'utf8');
    await writeFile(file, report.replace('"marker"', '"lead"'));
    await expect(index('site', 'cache')).rejects.toThrow();
    await writeFile(file, '{"id":"330182-2020"}');
    await expect(index('site', 'cache')).rejects.toThrow();
  });
});

describe('shards', () => {
  const reports = fc.uniqueArray(
    fc.record({
      n: fc.integer({ min: 100000, max: 999999 }),
      year: fc.integer({ min: 2016, max: 2025 }),
    }),
    { selector: ({ n }) => n, maxLength: 60 },
  );

  test('hold every report once, never more than the limit, the newest first', () => {
    fc.assert(
      fc.property(reports, fc.integer({ min: 1, max: 20 }), (list, limit) => {
        const all = list.map(({ n, year }) => ({ id: `${n}-${year}`, year }));
        const plans = planShards(all, limit);
        expect(plans.flatMap(({ ids }) => ids).sort()).toEqual(all.map(({ id }) => id).sort());
        expect(new Set(plans.map(({ name }) => name)).size).toBe(plans.length);
        const newest = plans.map(({ years }) => years[0] as number);
        expect(newest).toEqual([...newest].sort((a, b) => b - a));
        for (const { years, ids } of plans) {
          expect(ids.length).toBeLessThanOrEqual(limit);
          for (const id of ids) expect(years).toContain(Number(id.slice(7)));
        }
      }),
    );
  });

  test('of a year stay what they are when a report comes, but for the one it comes to', () => {
    fc.assert(
      fc.property(reports, fc.integer({ min: 1, max: 20 }), (list, limit) => {
        const all = list.map(({ n }) => ({ id: `${n}-2020`, year: 2020 }));
        const contents = (some: typeof all) =>
          planShards(some, limit).map(({ name, ids }) => `${name}: ${ids.join(' ')}`);
        const after = new Set(contents(all));
        const changed = contents(all.slice(1)).filter((shard) => !after.has(shard));
        expect(changed.length).toBeLessThanOrEqual(1);
      }),
    );
  });
});

test('runs give back what they were made from', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'b', null)), (values) => {
      expect(fromRuns(toRuns(values))).toEqual(values);
    }),
  );
});
