/** The bundles an index consists of: which there are, and building those that the cache lacks. */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { z } from 'zod';
import type { CollectionPlace } from '../../../src/collection/files.ts';
import { openCollection } from '../../../src/collection/files.ts';
import { programDir } from '../../../src/collection/program-dir.ts';
import { reportData } from '../../../src/model/report.ts';
import type { Catalogue } from '../../../src/search/catalogue.ts';
import { hashOfCode } from '../../files/imports.ts';
import { isSealed } from './seal.ts';
import { runTasks, type ShardTask } from './shard-process.ts';
import { maxReports, planShards, type ShardPlan } from './shards.ts';
import { frequentTerms } from './terms.ts';

export interface BundleOptions {
  /** The collection whose reports are indexed. */
  place: CollectionPlace;
  /** Most reports of one shard. */
  shardLimit?: number;
}

/** Where unchanged bundles are kept between runs. */
export const bundleCache = ({ cacheDir }: CollectionPlace) => path.join(cacheDir, 'search');

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Everything besides the reports that decides what a bundle holds: the code, Pagefind, the frequent terms. */
async function recipe(terms: string[]): Promise<string> {
  const modules = ['build-shard.ts', 'bundles.ts', 'terms.ts'];
  const code = hashOfCode(
    programDir,
    modules.map((name) => path.join(import.meta.dirname, name)),
  );
  const lock = await readFile(path.join(programDir, 'package-lock.json'), 'utf8');
  return sha256([code, lock, ...terms].join('\0'));
}

const indexed = reportData.pick({ id: true, year: true, region: true }).strip();

/** What the planning must know of a report; its text is read by the process that indexes it. */
interface ReportEntry extends z.infer<typeof indexed> {
  /** Changes with what of the report is indexed. */
  hash: string;
}

const fileOf = (folder: string, id: string) => path.join(folder, `${id}.json`);

/** Reads all reports one after the other and keeps none, so that memory does not grow with their texts. */
async function readReports(folder: string): Promise<Map<string, ReportEntry>> {
  const reports = new Map<string, ReportEntry>();
  const names = (await readdir(folder)).filter((name) => /^[^.]+\.json$/.test(name));
  for (const name of names.sort()) {
    const data = await readFile(path.join(folder, name), 'utf8');
    const report = indexed.parse(JSON.parse(data));
    reports.set(report.id, { ...report, hash: sha256(data) });
  }
  return reports;
}

/** A shard, or the root bundle: what it is to hold. */
export interface BundlePlan extends ShardPlan {
  /** What it is made from, as a hash. */
  source: string;
}

/** A bundle in the cache. */
export interface Bundle extends BundlePlan {
  /** Names its folder. */
  hash: string;
  folder: string;
  catalogue: Catalogue;
}

/** All bundles: first an empty one with the program, then the shards, newest first. */
export async function planBundles({ place, shardLimit = maxReports }: BundleOptions) {
  const collection = openCollection(place);
  const terms = await frequentTerms(collection);
  const [reports, code] = await Promise.all([readReports(collection.reportsDir), recipe(terms)]);
  const plans = planShards([...reports.values()], shardLimit).map((plan): BundlePlan => {
    const hashes = plan.ids.map((id) => reports.get(id)?.hash);
    return { ...plan, source: sha256([code, ...hashes].join(' ')) };
  });
  const root = { name: 'root', years: [], ids: [], source: sha256(code) };
  return { terms, reports, plans: [root, ...plans] };
}

/**
 * Builds what the cache lacks, and removes from it what is not of these plans. Ids of records must differ across
 * shards, which chance may not grant.
 */
export async function buildBundles(
  plans: readonly BundlePlan[],
  terms: string[],
  { place }: BundleOptions,
): Promise<Bundle[]> {
  const cacheDir = bundleCache(place);
  const { reportsDir } = openCollection(place);
  await mkdir(cacheDir, { recursive: true });
  for (let salt = 0; ; salt++) {
    const places = plans.map((plan) => {
      const hash = sha256(`${plan.source} ${salt}`).slice(0, 12);
      return { ...plan, hash, folder: path.join(cacheDir, hash) };
    });
    const missing = places.filter(({ folder }) => !isSealed(folder));
    for (const { folder } of missing) await rm(folder, { recursive: true, force: true });
    const tasks = missing.map(({ folder, ids }): ShardTask => {
      const files = ids.map((id) => fileOf(reportsDir, id));
      return { folder, files, terms, salt };
    });
    await runTasks(tasks);
    const bundles = await Promise.all(
      places.map(async (place): Promise<Bundle> => {
        const text = await readFile(path.join(place.folder, 'catalogue.json'), 'utf8');
        return { ...place, catalogue: JSON.parse(text) as Catalogue };
      }),
    );
    const records = bundles.flatMap(({ catalogue }) => catalogue.columns.record);
    if (new Set(records).size < records.length) continue;
    await prune(cacheDir, new Set(bundles.map(({ hash }) => hash)));
    return bundles;
  }
}

/** Removes bundles from the cache that this run had no use for. */
async function prune(cacheDir: string, used: Set<string>): Promise<void> {
  for (const name of await readdir(cacheDir))
    if (!used.has(name)) await rm(path.join(cacheDir, name), { recursive: true });
}
