/**
 * Every address of the site, relative to its base. Pages, open data, search records and the converter
 * take addresses from here and build none themselves.
 */

/** Joins the base path the site is served under with an address from this module. */
export function withBase(base: string, address: string): string {
  return `${base.replace(/\/+$/, '')}/${address}`;
}

export const routes = {
  home: () => '',
  reports: () => 'reports/',
  report: (id: string) => `reports/${id}/`,
  /** The address people cite: `reports/<id>/#<section id>`. */
  section: (id: string, sectionId: string) => `reports/${id}/#${sectionId}`,
  regions: () => 'regions/',
  /** One page per province, prefecture and county that has reports, by GB/T 2260 code. */
  region: (code: string) => `regions/${code}/`,
  years: () => 'years/',
  year: (year: number) => `years/${year}/`,
  themes: () => 'themes/',
  theme: (slug: string) => `themes/${slug}/`,
  search: () => 'search/',
  searchFor: (query: string) => `search/?q=${encodeURIComponent(query)}`,
  about: () => 'about/',
  data: () => 'data/',
  reportsData: () => 'data/reports.json',
  reportData: (id: string) => `data/reports/${id}.json`,
  reportSchema: () => 'data/report.schema.json',
  reportsSchema: () => 'data/reports.schema.json',
  /** The published source, byte for byte. */
  sourceFile: (id: string, extension = 'txt') => `data/sources/${id}.${extension}`,
  /** What the conversion detected, left out and concluded. */
  record: (id: string) => `data/records/${id}.json`,
  searchIndex: () => 'pagefind/',
} as const;
