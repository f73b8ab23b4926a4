/**
 * Every address of the site, relative to its base. Pages, open data, search records and the converter
 * take addresses from here and build none themselves.
 */
import type { TableFormat, TableName } from './tables.ts';

/** Joins the base path the site is served under with an address from this module. */
export function withBase(base: string, address: string): string {
  return `${base.replace(/(?<!\/)\/+$/, '')}/${address}`;
}

/** Address of one page of a list, whose first page has the address of the list. */
function paged(address: string, page: number): string {
  return page === 1 ? address : `${address}page/${page}/`;
}

/** Name of the picture that stands for the site. */
export const siteCard = 'site';

export const routes = {
  home: () => '',
  reports: () => 'reports/',
  /** One page of the list of reports; the first is the list's own address. */
  reportsPage: (page: number) => paged('reports/', page),
  report: (id: string) => `reports/${id}/`,
  /** The address people cite: `reports/<id>/#<section id>`. */
  section: (id: string, sectionId: string) => `reports/${id}/#${sectionId}`,
  /** One part of a report by itself. */
  onlySection: (id: string, sectionId: string) => `reports/${id}/?only=${sectionId}#${sectionId}`,
  /** What a body planned in a report, beside what its next report says of it. */
  followUp: (id: string) => `reports/${id}/next/`,
  regions: () => 'regions/',
  /** One page per province, prefecture and county that has reports, by GB/T 2260 code. */
  region: (code: string) => `regions/${code}/`,
  years: () => 'years/',
  year: (year: number) => `years/${year}/`,
  /** Reports of a year from one province, by its GB/T 2260 code. */
  yearProvince: (year: number, code: string) => `years/${year}/${code}/`,
  themes: () => 'themes/',
  theme: (slug: string) => `themes/${slug}/`,
  themePage: (slug: string, page: number) => paged(`themes/${slug}/`, page),
  parts: () => 'parts/',
  part: (slug: string) => `parts/${slug}/`,
  partPage: (slug: string, page: number) => paged(`parts/${slug}/`, page),
  /** How much each report says about each theme. */
  matrix: () => 'matrix/',
  matrixPage: (page: number) => paged('matrix/', page),
  /** Two to four reports side by side; rows by theme or by part. */
  compare: (ids: string[] = [], by?: 'theme' | 'part') => {
    const query = [ids.length > 0 && `r=${ids.join(',')}`, by && `by=${by}`].filter(Boolean);
    return `compare/${query.length > 0 ? `?${query.join('&')}` : ''}`;
  },
  /** What others write of a theme, beside one's own last report, by its id. */
  write: (own = '') => (own ? `write/?own=${own}` : 'write/'),
  excerpts: () => 'excerpts/',
  indicators: () => 'indicators/',
  indicator: (slug: string) => `indicators/${slug}/`,
  indicatorPage: (slug: string, page: number) => paged(`indicators/${slug}/`, page),
  checks: () => 'checks/',
  checksPage: (page: number) => paged('checks/', page),
  documents: () => 'documents/',
  document: (slug: string) => `documents/${slug}/`,
  /** A section with words of it marked; without scripts the section itself is. */
  quote: (id: string, sectionId: string, words: string) =>
    `reports/${id}/?q=${encodeURIComponent(words)}#${sectionId}`,
  search: () => 'search/',
  /** How to write a query, for readers. */
  searchHelp: () => 'search/help/',
  /** Description by which a browser can be given this search. */
  openSearch: () => 'opensearch.xml',
  searchFor: (query: string) => `search/?q=${encodeURIComponent(query)}`,
  about: () => 'about/',
  /** How reports are added and tended. */
  guide: () => 'guide/',
  data: () => 'data/',
  reportsData: () => 'data/reports.json',
  reportData: (id: string) => `data/reports/${id}.json`,
  /** The printed text of one report, section by section. */
  textData: (id: string) => `data/texts/${id}.json`,
  reportSchema: () => 'data/report.schema.json',
  reportsSchema: () => 'data/reports.schema.json',
  /** One page of any list that is cut into pages, by the list's own address. */
  page: paged,
  /** How many reports a list holds by year, level, kind and province: `themes/<slug>`, `parts/<slug>`, or all. */
  listCounts: (scope = '') => `data/lists/${scope || 'index'}.json`,
  /** The reports of one year in short, for filters. */
  list: (year: number | string) => `data/lists/${year}.json`,
  markdownFile: (id: string) => `data/markdown/${id}.md`,
  /** The published source, byte for byte. */
  sourceFile: (id: string, extension = 'txt') => `data/sources/${id}.${extension}`,
  /** The file a source was taken from, where that was no plain text; `name` as `originals.ts` gives it. */
  originalFile: (name: string) => `data/originals/${name}`,
  /** A former version of a report with what the next one changed; `version` is the day it gave way. */
  version: (id: string, version: string) => `reports/${id}/versions/${version}/`,
  versionFile: (id: string, version: string) => `data/versions/${id}_${version}.txt`,
  /** What the conversion detected, left out and concluded. */
  record: (id: string) => `data/records/${id}.json`,
  /** Quantities, indicators, recomputed figures and cited documents of one report. */
  factsData: (id: string) => `data/facts/${id}.json`,
  factsSchema: () => 'data/facts.schema.json',
  /** A table of all reports. */
  table: (name: TableName, format: TableFormat) => `data/${name}.${format}`,
  indicatorTable: (slug: string) => `data/indicators/${slug}.csv`,
  indicatorMetadata: (slug: string) => `data/indicators/${slug}.csv-metadata.json`,
  /** What the columns of the tables mean, with examples. */
  tables: () => 'data/tables/',
  dataPackage: () => 'data/datapackage.json',
  searchIndex: () => 'pagefind/',
  /** Every file of the site with its hash; see `manifest.ts`. */
  manifest: () => 'data/manifest.json',
  /** One part of it, counted from 1. */
  manifestPart: (part: number) => `data/manifest/${String(part).padStart(4, '0')}.jsonl`,
  /** Atom feeds: of all reports, of a region with all below it, of a theme. */
  feed: () => 'feed.xml',
  regionFeed: (code: string) => `regions/${code}.xml`,
  themeFeed: (slug: string) => `themes/${slug}.xml`,
  /** Picture beside links: of reports of a year from one province, as `2020-330000`, or {@link siteCard}. */
  shareCard: (card: string) => `share/${card}.png`,
  /** Where reading without a network is turned on. */
  offline: () => 'offline/',
  /** What is kept for it. */
  offlineFiles: () => 'offline/files.json',
  offlineLists: () => 'offline/files/',
  /** What a file that is kept because it was read must hold. */
  offlineHashes: () => 'offline/hashes/',
  serviceWorker: () => 'service-worker.js',
  sitemap: () => 'sitemap.xml',
  /** One of the lists that a large sitemap is made of, from 1. */
  sitemapPart: (part: number) => `sitemap/${part}.xml`,
} as const;
