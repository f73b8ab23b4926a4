/** The stages of a build, each of which says what it made. */
import { rmSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { openCollection } from '../../src/collection/files.ts';
import type { Settings } from '../../src/collection/settings.ts';
import { routes } from '../../src/model/routes.ts';
import { convertCollection } from '../convert/run.ts';
import { CommandError } from '../files/run-command.ts';
import { runInThread } from '../files/run-in-thread.ts';
import { loadAstro } from './astro.ts';
import { astroConfig } from './astro-config.ts';
import { writeHostFiles } from './hosts/host-files.ts';
import { writeOfflineFiles } from './hosts/offline-files.ts';
import { writeSitemap } from './hosts/sitemap.ts';
import {
  buildIndexPart,
  type IndexOptions,
  type IndexSummary,
  takeIndexParts,
} from './index-search/index-search.ts';
import { writeManifest } from './manifest/write-manifest.ts';
import { mergeDirectory } from './merge-directory.ts';
import { PageReuse } from './pages/reuse-pages.ts';
import type { Part } from './part.ts';

/**
 * Converts the collection.
 * @throws {CommandError} when a report has a fault, after all were tried.
 */
export async function convert(settings: Settings): Promise<string> {
  const { converted, failed, messages, warnings } = await convertCollection(
    openCollection(settings),
  );
  if (failed > 0) {
    console.error(messages);
    throw new CommandError('报告转换有误（见上），网站未生成，原有网站保持不变。');
  }
  // What the converter found odd concerns those who tend the reports, not those who want the site.
  const odd = warnings > 0 ? `（${warnings} 处可供核对，见 npm run convert）` : '';
  return `${converted} 篇报告${odd}`;
}

/** Lets Astro render pages into a folder, but for those that can be taken over. */
async function renderPages(settings: Settings, siteDir: string, reuse: PageReuse): Promise<void> {
  const astro = await loadAstro();
  const { integrations = [], ...config } = astroConfig(settings);
  await astro.build({
    ...config,
    configFile: false,
    outDir: siteDir,
    // Astro logs a fault several times over before it throws it.
    logLevel: 'silent',
    integrations: [...integrations, reuse.integration],
  });
  reuse.remember();
}

/** Renders one part of the pages into a folder that stays. */
export async function renderPart(settings: Settings, siteDir: string, part: Part): Promise<string> {
  const reuse = new PageReuse(settings, siteDir, { part });
  await renderPages(settings, siteDir, reuse);
  return `${reuse.made} 个网页`;
}

/** Makes one part of the search index, into the cache. */
export async function indexPart(settings: Settings, part: Part): Promise<string> {
  const { shards } = await buildIndexPart({ place: settings, part });
  return `${shards} 个检索分片`;
}

/**
 * Renders the pages of the converted reports into a folder, where nothing else is kept.
 * @param parts caches of parts of this site that were made before
 */
export async function pages(
  settings: Settings,
  siteDir: string,
  parts: readonly string[] = [],
): Promise<string> {
  const reuse = new PageReuse(settings, siteDir, { parts });
  await renderPages(settings, siteDir, reuse);
  const files = await readdir(siteDir, { recursive: true });
  const unchanged = reuse.taken > 0 ? `，其中 ${reuse.taken} 个没有变动，沿用原有的` : '';
  return `${files.filter((file) => file.endsWith('.html')).length} 个网页${unchanged}`;
}

/** Writes the open data that needs no page into the folder of a site. */
export async function data(settings: Settings, siteDir: string): Promise<string> {
  const module = new URL('./open-data/worker.ts', import.meta.url);
  await runInThread(module, { place: openCollection(settings).place, siteDir });
  return '开放数据';
}

/** Writes the search index into the folder of a site. */
export async function index(settings: Settings, siteDir: string): Promise<string> {
  const options: IndexOptions = { place: openCollection(settings).place, siteDir };
  const module = new URL('./index-search/worker.ts', import.meta.url);
  const { sections } = await runInThread<IndexSummary>(module, options);
  return `${sections} 节的检索索引`;
}

/**
 * Makes pages, open data and search index of the converted reports beside each other: none needs another, and pages are
 * rendered by one thread.
 * @param parts caches of parts of this site that were made before
 */
export async function make(
  settings: Settings,
  siteDir: string,
  parts: readonly string[] = [],
): Promise<string> {
  const beside = { data: `${siteDir}-data`, index: `${siteDir}-index` };
  try {
    await takeIndexParts(parts, settings);
    const ended = await Promise.allSettled([
      pages(settings, siteDir, parts),
      data(settings, beside.data),
      index(settings, beside.index),
    ]);
    const said = ended.map((each) => {
      if (each.status === 'rejected') throw each.reason;
      return each.value;
    });
    for (const folder of Object.values(beside)) mergeDirectory(folder, siteDir);
    return said.join('，');
  } finally {
    for (const folder of Object.values(beside)) rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes the sitemap where the site's origin is known, and says so. */
async function sitemapOf(
  { basePath, siteUrl }: Settings,
  siteDir: string,
  files: readonly string[],
): Promise<string> {
  if (siteUrl === undefined) return '未设 SITE_URL，没有网站地图，规范地址不含主机名';
  const root = new URL(basePath, siteUrl).href;
  const pages = await writeSitemap(siteDir, files, root, [routes.excerpts(), routes.offline()]);
  return `列出 ${pages} 个网页的网站地图`;
}

/** Adds what is known only once all other files are there; the list of them with their hashes comes last. */
export async function complete(settings: Settings, siteDir: string): Promise<string> {
  const { basePath } = settings;
  await writeHostFiles(siteDir, basePath);
  const files = await readdir(siteDir, { recursive: true });
  await writeOfflineFiles(siteDir, files, basePath);
  const listed = await sitemapOf(settings, siteDir, files);
  const manifest = await writeManifest(settings, siteDir);
  return `响应头，${listed}，${manifest.files} 个文件的清单`;
}
