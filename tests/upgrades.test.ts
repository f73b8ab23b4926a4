/** What the program leans on though nobody promised it (docs/decisions): fails on the day an upgrade takes it away. */
import { mkdirSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { indexSearch } from '../scripts/site/index-search/index-search.ts';
import { programDir } from '../src/collection/program-dir.ts';
import { temporaryFolder } from './folder.ts';
import { own } from './own.ts';
import { report, section, writeReport } from './search/collection.ts';

describe('satteri', () => {
  it('is one for the reports and for @astrojs/mdx: two would be two grammars', () => {
    const ours = createRequire(path.join(programDir, 'package.json'));
    const theirs = createRequire(ours.resolve('@astrojs/mdx'));
    expect(theirs.resolve('satteri')).toBe(ours.resolve('satteri'));
  });
});

describe('Pagefind', () => {
  it('cuts the index into the small chunks it is asked for', async () => {
    const folder = temporaryFolder('chunks');
    const reports = path.join(folder, 'reports');
    mkdirSync(reports);
    const han = (_: unknown, at: number) => String.fromCharCode(0x4e00 + ((at * 7919) % 20_000));
    const text = Array.from({ length: 10_000 }, han).join('');
    await writeReport(reports, report('330182-2020', [section('s1', '概述', text)]));
    const place = { ...own.place, contentDir: folder, cacheDir: path.join(folder, 'cache') };
    const siteDir = path.join(folder, 'site');
    await indexSearch({ place, siteDir, shardLimit: 1 });
    const chunks = readdirSync(siteDir, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.pf_index'),
    );
    // Pagefind's own size gives 4.
    expect(chunks.length).toBeGreaterThan(10);
  });
});
