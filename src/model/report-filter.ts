/** Filters of lists: what is asked for, kept in the address, and the short rows they work on. */
import type { RegionLevel } from './region-level.ts';
import type { Kind, Part } from './report.ts';

/** A report in `data/lists/<year>.json`. */
export interface ListedReport {
  id: string;
  /** Names from the province down to the body that reports, each once. */
  name: string;
  level: RegionLevel;
  kind: Kind;
  /** Slugs of the themes it speaks of. */
  themes: string[];
  /** The parts it has. */
  parts: Part[];
}

/** Which reports a list holds: all of them (empty), or those of `themes/<slug>` or `parts/<slug>`. */
export type Scope = '' | `themes/${string}` | `parts/${string}`;

/** Whether a list holds a report. */
export function inScope(scope: Scope, report: ListedReport): boolean {
  const [of, slug = ''] = scope.split('/');
  if (of === 'themes') return report.themes.includes(slug);
  return of !== 'parts' || report.parts.some((part) => part === slug);
}

/** `data/lists/index.json`, and the like for a scope: how many reports a filter leaves, and which files hold them. */
export interface ListCounts {
  /** Numbers of reports by year, then by `level kind province`, years newest first. */
  years: { year: number; counts: Record<string, number> }[];
}

/** What is asked for; empty strings ask for everything. */
export interface ReportFilter {
  level: string;
  year: string;
  kind: string;
  /** First two digits of the region code. */
  province: string;
}
export const filterFields = ['level', 'year', 'kind', 'province'] as const;
export type FilterField = (typeof filterFields)[number];
export const fieldNames: Record<FilterField, string> = {
  level: '层级',
  year: '年度',
  kind: '主体',
  province: '省份',
};

export const levelNames: Record<RegionLevel, string> = {
  province: '省级',
  prefecture: '地级',
  county: '县级',
};
/** The kinds of bodies that report, as they are called everywhere. */
export const kindNames: Record<Kind, string> = {
  government: '政府',
  department: '部门',
  township: '乡镇街道',
  other: '其他机构',
};

/** Key of the counts that a report adds to. */
export const countKey = (report: { id: string; level: RegionLevel; kind: Kind }) =>
  `${report.level} ${report.kind} ${report.id.slice(0, 2)}`;

function asks({ level, kind, province }: ReportFilter, key: string): boolean {
  const [ofLevel, ofKind, ofProvince] = key.split(' ');
  return (
    (!level || level === ofLevel) &&
    (!kind || kind === ofKind) &&
    (!province || province === ofProvince)
  );
}

/** Whether a listed report of the right year is asked for. */
export const matches = (filter: ReportFilter, report: ListedReport) =>
  asks(filter, countKey(report));

/** Fields of a filter that ask for something. */
export const activeFields = (filter: ReportFilter) => filterFields.filter((field) => filter[field]);

/** A filter as the query of an address; empty when it asks for everything. */
export function filterQuery(filter: Partial<ReportFilter>): string {
  const query = new URLSearchParams(
    filterFields.flatMap((field) => (filter[field] ? [[field, filter[field]]] : [])),
  );
  return query.size > 0 ? `?${query}` : '';
}

/** How many reports a filter leaves in each year that has any, newest first. */
export function countByYear(filter: ReportFilter, { years }: ListCounts) {
  return years
    .filter(({ year }) => !filter.year || filter.year === String(year))
    .map(({ year, counts }) => {
      const kept = Object.entries(counts).filter(([key]) => asks(filter, key));
      return { year, count: kept.reduce((sum, [, count]) => sum + count, 0) };
    })
    .filter(({ count }) => count > 0);
}
