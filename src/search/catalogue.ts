/**
 * Files beside Pagefind's own that say what its records are: one manifest for the site, one catalogue per
 * shard. Written by the indexer, read by the browser.
 */
import type { Kind, Part } from '../model/report.ts';
import type { FileHashes } from './genuine.ts';

/** `pagefind/search.json`, see `manifest-file.ts`. */
export interface Manifest {
  /** Hash of the rest: another one is another index. */
  hash: string;
  /** Files beside it that are read by their names. */
  files: FileHashes;
  /** Hash of Pagefind's program as browsers understand it. */
  integrity: string;
  /** Shards, newest years first. */
  shards: ShardEntry[];
  /** Every region that a report belongs to, at every level, by code. */
  regions: Record<string, RegionName>;
  /** In the order of `themes.yaml`. */
  themes: Label[];
  parts: Label[];
  /** Terms that have tokens of their own, folded. */
  terms: string[];
  /** Groups of expressions of the field that mean the same, see `vocabulary.yaml`. */
  synonyms: string[][];
}

export interface Label {
  slug: string;
  name: string;
}

export interface RegionName {
  name: string;
  /** Other names it goes by. */
  aliases: string[];
  /** Code of the region above it that is in the manifest as well. */
  parent?: string;
}

export interface ShardEntry {
  /** Its folder below `pagefind/`. */
  name: string;
  /** Years of its reports, newest first. */
  years: number[];
  reports: number;
  sections: number;
  /** Its files that are read by their names; the others bear hashes as names. */
  files: FileHashes;
}

/** `pagefind/<shard>/catalogue.json`: by columns, because like stands beside like and compresses better. */
export interface Catalogue {
  columns: { [Key in keyof CatalogueReport]: unknown[] };
  /** Every combination of themes, the most frequent first; the column of themes names them by number. */
  themes: string[];
  /** Phrases that have tokens of their own in this shard, beside the terms of the manifest; folded. */
  phrases: string[];
}

export interface CatalogueReport {
  id: string;
  /** Id of its record in Pagefind's results; no two records of a site share one. */
  record: string;
  title: string;
  /** Hash of its printed text, `data/texts/<id>.json`. */
  text: string;
  kind: Kind;
  year: number;
  published: string | null;
  /** Codes of its region and those above, from the province down. */
  regions: string[];
  /** Ids of its passages separated by blanks, in reading order: the title first. */
  passages: string;
  /** Units of the folded text of each passage. */
  lengths: number[];
  /** How many of them are number and heading. */
  heads: number[];
  /** Length of the tail of each passage in steps, see `layout.ts`. */
  tails: number[];
  /** Part of each passage, as runs of equal ones: `[part, passages, part, passages, …]`; null for the title. */
  parts: (Part | null | number)[];
  /** Themes of each passage as runs: `[slugs separated by blanks, passages, …]`. */
  themes: (string | number)[];
}

const keys = [
  'id',
  'record',
  'title',
  'text',
  'kind',
  'year',
  'published',
  'regions',
  'passages',
  'lengths',
  'heads',
  'tails',
  'parts',
  'themes',
] as const satisfies (keyof CatalogueReport)[];

/** Turns the reports of a shard and its frequent phrases into its catalogue. */
export function packCatalogue(reports: CatalogueReport[], phrases: string[]): Catalogue {
  const counts = new Map<string, number>();
  for (const report of reports)
    for (const themes of report.themes)
      if (typeof themes === 'string') counts.set(themes, (counts.get(themes) ?? 0) + 1);
  const themes = [...counts.keys()].sort(
    (a, b) => (counts.get(b) as number) - (counts.get(a) as number) || (a < b ? -1 : 1),
  );
  const numbers = new Map(themes.map((each, number) => [each, number]));
  const column = (key: keyof CatalogueReport) => reports.map((report) => report[key]);
  const columns = {
    ...(Object.fromEntries(keys.map((key) => [key, column(key)])) as Catalogue['columns']),
    themes: reports.map((report) =>
      report.themes.map((each) => (typeof each === 'string' ? numbers.get(each) : each)),
    ),
  };
  return { columns, themes, phrases };
}

/** The inverse of {@link packCatalogue}. */
export function unpackCatalogue({
  columns,
  themes,
}: Pick<Catalogue, 'columns' | 'themes'>): CatalogueReport[] {
  return columns.id.map((_, i) => {
    const entries = keys.map((key) => [key, columns[key][i]]);
    const report = Object.fromEntries(entries) as CatalogueReport;
    // Runs: a number of a combination, then how often it stands.
    const runs = report.themes as number[];
    return { ...report, themes: runs.map((each, at) => (at % 2 ? each : (themes[each] ?? ''))) };
  });
}

/** Writes equal neighbours once: [a, a, b] → [a, 2, b, 1]. */
export function toRuns<Value>(values: Value[]): (Value | number)[] {
  const runs: (Value | number)[] = [];
  for (const value of values) {
    if (runs.length && runs.at(-2) === value) runs[runs.length - 1] = (runs.at(-1) as number) + 1;
    else runs.push(value, 1);
  }
  return runs;
}

/** The inverse of {@link toRuns}. */
export function fromRuns<Value>(runs: (Value | number)[]): Value[] {
  const values: Value[] = [];
  for (let i = 0; i < runs.length; i += 2)
    for (let n = 0; n < (runs[i + 1] as number); n++) values.push(runs[i] as Value);
  return values;
}
