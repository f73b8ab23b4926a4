/** Indexes the converted reports for search, into `pagefind/` of a site. */
import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type CollectionPlace, openCollection } from '../../../src/collection/files.ts';
import { routes } from '../../../src/model/routes.ts';
import { printManifest } from '../../../src/search/manifest-file.ts';
import { isOfPart, type Part } from '../part.ts';
import {
  type Bundle,
  type BundleOptions,
  buildBundles,
  bundleCache,
  planBundles,
} from './bundles.ts';
import { hashesOf, integrityOf } from './hashes.ts';
import { manifestOf } from './manifest.ts';
import { isSealed, publishBundle } from './seal.ts';

export interface IndexOptions extends BundleOptions {
  /** Folder of the built site. */
  siteDir: string;
}

export interface IndexSummary {
  /** Reports in the index, each of which is one record. */
  reports: number;
  /** Sections that can be found, titles not counted. */
  sections: number;
}

/**
 * Builds one part of the shards into the cache, where {@link indexSearch} finds them.
 * @returns how many
 */
export async function buildIndexPart(
  options: BundleOptions & { part: Part },
): Promise<{ shards: number }> {
  const { terms, plans } = await planBundles(options);
  const own = plans.filter(({ name }) => isOfPart(name, options.part));
  return { shards: (await buildBundles(own, terms, options)).length };
}

/** Takes over bundles that another machine built; each is checked before it is used. */
export async function takeIndexParts(parts: readonly string[], place: CollectionPlace) {
  const cacheDir = bundleCache(place);
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
  const { terms, reports, plans } = await planBundles(options);
  const [root, ...shards] = await buildBundles(plans, terms, options);

  const target = path.join(options.siteDir, routes.searchIndex());
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true });
  publishBundle((root as Bundle).folder, target);
  await rm(path.join(target, 'catalogue.json'));
  const published = shards.map(({ name, hash, folder, years, catalogue }) => {
    const versioned = `${name}.${hash}`;
    publishBundle(folder, path.join(target, versioned));
    return { name: versioned, years, catalogue, files: hashesOf(path.join(target, versioned)) };
  });
  const manifest = await manifestOf(openCollection(options.place), {
    reports: reports.values(),
    shards: published,
    terms,
    files: hashesOf(target),
    integrity: integrityOf(path.join(target, 'pagefind.js')),
  });
  await writeFile(path.join(target, 'search.json'), printManifest(manifest));
  const sections = manifest.shards.reduce((sum, shard) => sum + shard.sections, 0);
  return { reports: reports.size, sections };
}
