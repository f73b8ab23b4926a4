/**
 * Indexes the converted reports for search: `node scripts/run.cjs index-search`, or from the build.
 * The index goes to `pagefind/` of the built site.
 */
import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { z } from 'zod';
import { reportsDir } from '../src/collection.ts';
import { reportData } from '../src/model/report.ts';
import { routes } from '../src/model/routes.ts';
import type { Catalogue } from '../src/search/catalogue.ts';
import { cacheDir as collectionCache, outDir, programDir } from '../src/settings.ts';
import { manifestOf } from './index-search/manifest.ts';
import { isSealed, publishBundle } from './index-search/seal.ts';
import { runTasks, type ShardTask } from './index-search/shard-process.ts';
import { maxReports, planShards, type ShardPlan } from './index-search/shards.ts';
import { frequentTerms } from './index-search/terms.ts';
import { isOfPart, type Part } from './publish/part.ts';
import { runCommand } from './publish/run-command.ts';
import { withCollection } from './publish/with-collection.ts';

export interface IndexOptions {
  /** Folder of the converted reports, `<id>.json` and `<id>.text.json` each. */
  reportsDir: string;
  /** Folder of the built site. */
  siteDir: string;
  /** Where unchanged shards are kept between runs. */
  cacheDir?: string;
  /** Most reports of one shard. */
  shardLimit?: number;
}

export interface IndexSummary {
  /** Records in the index: one per report. */
  records: number;
  /** Sections that can be found, titles not counted. */
  sections: number;
  reports: number;
}

interface Shard extends ShardPlan {
  /** What the bundle is made from, as a hash; names it. */
  hash: string;
  folder: string;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Everything besides the reports that decides what a bundle holds: the code, Pagefind, the frequent terms. */
async function recipe(terms: string[]): Promise<string> {
  const code = ['src/model', 'src/search', 'scripts/index-search'].map((folder) =>
    path.join(programDir, folder),
  );
  const files = (
    await Promise.all(
      code.map(async (folder) =>
        (await readdir(folder)).sort().map((file) => path.join(folder, file)),
      ),
    )
  ).flat();
  const lock = path.join(programDir, 'package-lock.json');
  const texts = await Promise.all([...files, lock].map((file) => readFile(file, 'utf8')));
  return sha256([...texts, ...terms].join('\0'));
}

const indexed = reportData.pick({ id: true, year: true, region: true }).strip();

/** What the planning must know of a report; its text is read by the process that indexes it. */
interface ReportEntry extends z.infer<typeof indexed> {
  /** Changes with what of the report is indexed. */
  hash: string;
}

/** Reads all reports one after the other and keeps none, so that memory does not grow with their texts. */
async function readReports(folder: string): Promise<Map<string, ReportEntry>> {
  const reports = new Map<string, ReportEntry>();
  const names = (await readdir(folder)).filter((name) => /^[^.]+\.json$/.test(name));
  for (const name of names.sort()) {
    const files = filesOf(folder, path.parse(name).name);
    const [data, text] = await Promise.all(
      [files.data, files.text].map((file) => readFile(file, 'utf8')),
    );
    const report = indexed.parse(JSON.parse(data as string));
    reports.set(report.id, { ...report, hash: sha256(`${data}\0${text}`) });
  }
  return reports;
}

function filesOf(folder: string, id: string): { data: string; text: string } {
  return { data: path.join(folder, `${id}.json`), text: path.join(folder, `${id}.text.json`) };
}

/** Builds what the cache lacks. Ids of records must differ across shards, which chance may not grant. */
async function buildShards(
  plans: (ShardPlan & { source: string })[],
  options: { reportsDir: string; cacheDir: string; terms: string[] },
): Promise<{ shards: Shard[]; catalogues: Catalogue[] }> {
  for (let salt = 0; ; salt++) {
    const shards = plans.map((plan) => {
      const hash = sha256(`${plan.source} ${salt}`).slice(0, 12);
      return { ...plan, hash, folder: path.join(options.cacheDir, hash) };
    });
    const missing = shards.filter(({ folder }) => !isSealed(folder));
    for (const { folder } of missing) await rm(folder, { recursive: true, force: true });
    const tasks = missing.map(({ folder, ids }): ShardTask => {
      const files = ids.map((id) => filesOf(options.reportsDir, id));
      return { folder, files, terms: options.terms, salt };
    });
    await runTasks(tasks);
    const catalogues = await Promise.all(
      shards.map(
        async ({ folder }) =>
          JSON.parse(await readFile(path.join(folder, 'catalogue.json'), 'utf8')) as Catalogue,
      ),
    );
    const records = catalogues.flatMap(({ columns }) => columns.record);
    if (new Set(records).size === records.length) return { shards, catalogues };
  }
}

/** What the index consists of: an empty bundle with the program, and the shards. */
async function planBundles({ reportsDir, shardLimit = maxReports }: BundleOptions) {
  const terms = await frequentTerms();
  const [reports, code] = await Promise.all([readReports(reportsDir), recipe(terms)]);
  const plans = planShards([...reports.values()], shardLimit).map((plan) => {
    const hashes = plan.ids.map((id) => reports.get(id)?.hash);
    return { ...plan, source: sha256([code, ...hashes].join(' ')) };
  });
  const root = { name: 'root', years: [], ids: [], source: sha256(code) };
  return { terms, reports, plans: [root, ...plans] };
}

type BundleOptions = Omit<IndexOptions, 'siteDir'>;
const ownCache = path.join(collectionCache, 'search');

/**
 * Builds one part of the shards into the cache, where {@link indexSearch} finds them.
 * @returns how many
 */
export async function buildIndexPart(
  options: BundleOptions & { part: Part },
): Promise<{ shards: number }> {
  const { reportsDir } = options;
  const { terms, plans } = await planBundles(options);
  const { cacheDir = ownCache } = options;
  await mkdir(cacheDir, { recursive: true });
  const own = plans.filter(({ name }) => isOfPart(name, options.part));
  const { shards } = await buildShards(own, { reportsDir, cacheDir, terms });
  await prune(cacheDir, new Set(shards.map(({ hash }) => hash)));
  return { shards: shards.length };
}

/** Takes over bundles that another machine built; each is checked before it is used. */
export async function takeIndexParts(parts: readonly string[], cacheDir = ownCache) {
  for (const part of parts) {
    const folder = path.join(part, 'search');
    for (const name of await readdir(folder).catch(() => [])) {
      const target = path.join(cacheDir, name);
      if (isSealed(target) || !isSealed(path.join(folder, name))) continue;
      await rm(target, { recursive: true, force: true });
      await cp(path.join(folder, name), target, { recursive: true });
    }
  }
}

/**
 * Writes the index of all reports below `<siteDir>/pagefind/`. Shards whose reports have not changed are
 * taken from the cache; the same reports always give the same bytes.
 * @throws when a report is not of its schema or Pagefind fails.
 */
export async function indexSearch(options: IndexOptions): Promise<IndexSummary> {
  const { reportsDir, siteDir } = options;
  const { cacheDir = ownCache } = options;
  const { terms, reports, plans } = await planBundles(options);
  await mkdir(cacheDir, { recursive: true });
  const built = await buildShards(plans, { reportsDir, cacheDir, terms });

  const target = path.join(siteDir, routes.searchIndex());
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true });
  const published = built.shards.map(({ name, years, hash, folder }, i) => {
    const catalogue = built.catalogues[i] as Catalogue;
    return { name: `${name}.${hash}`, years, catalogue, folder };
  });
  const [rootBundle, ...shards] = published;
  publishBundle((rootBundle as (typeof published)[0]).folder, target);
  await rm(path.join(target, 'catalogue.json'));
  for (const { name, folder } of shards) publishBundle(folder, path.join(target, name));

  const manifest = await manifestOf({ reports: reports.values(), shards, terms });
  await writeFile(path.join(target, 'search.json'), JSON.stringify(manifest));
  await prune(cacheDir, new Set(built.shards.map(({ hash }) => hash)));

  const sections = manifest.shards.reduce((sum, shard) => sum + shard.sections, 0);
  return { records: reports.size, sections, reports: reports.size };
}

/** Removes bundles from the cache that this run had no use for. */
async function prune(cacheDir: string, used: Set<string>): Promise<void> {
  for (const name of await readdir(cacheDir))
    if (!used.has(name)) await rm(path.join(cacheDir, name), { recursive: true });
}

if (process.argv[1] === import.meta.filename)
  await runCommand(() =>
    withCollection('index-search', async () => {
      const { reports, sections } = await indexSearch({ reportsDir, siteDir: outDir });
      console.log(`检索索引：${reports} 篇报告，${sections} 节`);
    }),
  );
