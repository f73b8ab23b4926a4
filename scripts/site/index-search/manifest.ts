/** The manifest: what the search page must know before it opens a shard. */
import type { Collection } from '../../../src/collection/files.ts';
import { readRegions } from '../../../src/collection/regions.ts';
import { regionPath } from '../../../src/corpus/places.ts';
import type { ReportData } from '../../../src/model/report.ts';
import {
  type Catalogue,
  type Manifest,
  type RegionName,
  unpackCatalogue,
} from '../../../src/search/catalogue.ts';
import type { FileHashes } from '../../../src/search/genuine.ts';

/** Names of the regions of all reports and of those above them, by code. */
function regionNames(
  collection: Collection,
  reports: Iterable<Pick<ReportData, 'region'>>,
): Record<string, RegionName> {
  const known = readRegions(collection);
  const names = new Map<string, RegionName>();
  for (const { region } of reports) {
    const path = regionPath(region);
    path.forEach(({ code, name }, level) => {
      const aliases = known.regionByCode(code)?.shortNames.filter((alias) => alias !== name) ?? [];
      const parent = path[level - 1]?.code;
      names.set(code, { name, aliases, ...(parent ? { parent } : {}) });
    });
  }
  return Object.fromEntries([...names].sort(([a], [b]) => (a < b ? -1 : 1)));
}

export interface ManifestParts {
  reports: Iterable<Pick<ReportData, 'region'>>;
  /** Shards in the order of the manifest, each with the folder it is published in. */
  shards: { name: string; years: number[]; catalogue: Catalogue; files: FileHashes }[];
  terms: string[];
  /** Of the folder around them. */
  files: FileHashes;
  integrity: string;
}

export async function manifestOf(
  collection: Collection,
  { reports, shards, terms, files, integrity }: ManifestParts,
): Promise<Omit<Manifest, 'hash'>> {
  const { themes, parts } = collection.readThemes();
  const label = ({ slug, name }: { slug: string; name: string }) => ({ slug, name });
  return {
    files,
    integrity,
    shards: shards.map(({ name, years, catalogue, files }) => ({
      name,
      years,
      reports: catalogue.columns.id.length,
      sections: sectionsOf(catalogue),
      files,
    })),
    regions: regionNames(collection, reports),
    themes: themes.map(label),
    parts: parts.map(label),
    terms,
    synonyms: collection.readVocabulary().synonyms,
  };
}

/** Number of sections of a shard; titles are not sections. */
export function sectionsOf(catalogue: Catalogue): number {
  return unpackCatalogue(catalogue).reduce((sum, { lengths }) => sum + lengths.length - 1, 0);
}
