/** The short lists that filters in the browser fetch: reports by year, and how many there are. */

import { parts } from '../model/genre.ts';
import { levelOfCode } from '../model/region-level.ts';
import {
  countKey,
  inScope,
  type ListCounts,
  type ListedReport,
  type Scope,
} from '../model/report-filter.ts';
import { bodyName } from './reports.ts';
import { once, vocabulary } from './site.ts';
import { reportShares, reportsOfPart } from './themed.ts';

/** Reports in short by year, newest first, in the order of the corpus; a build makes them once. */
export const reportLists = once((): Map<number, ListedReport[]> => {
  const slugs = vocabulary().themes.map(({ slug }) => slug);
  const holders = parts.map((part) => ({
    part,
    ids: new Set(reportsOfPart(part).map(({ report }) => report.id)),
  }));
  const byYear = Map.groupBy(reportShares(), ({ report }) => report.data.year);
  return new Map(
    [...byYear].map(([year, shares]) => [
      year,
      shares.map(({ report: { id, data }, report, sections }) => ({
        id,
        name: [...new Set([...data.region.path, bodyName(report)])].join(' '),
        level: levelOfCode(data.region.code),
        kind: data.kind,
        themes: slugs.filter((_, theme) => sections[theme] !== undefined),
        parts: holders.filter(({ ids }) => ids.has(id)).map(({ part }) => part),
      })),
    ]),
  );
});

/** How many reports a list holds of each year, level, kind and province. */
export function listCounts(scope: Scope = ''): ListCounts {
  const years = [...reportLists()].map(([year, reports]) => {
    const counts: Record<string, number> = {};
    for (const report of reports.filter((each) => inScope(scope, each))) {
      const key = countKey(report);
      counts[key] = (counts[key] ?? 0) + 1;
    }
    return { year, counts };
  });
  return { years };
}

/** Scopes of all lists but that of all reports. */
export function listScopes(): Exclude<Scope, ''>[] {
  const { themes, parts } = vocabulary();
  return [
    ...themes.map(({ slug }) => `themes/${slug}` as const),
    ...parts.map(({ slug }) => `parts/${slug}` as const),
  ];
}
