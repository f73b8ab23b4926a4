/** The short lists that filters in the browser fetch, one a year. */
import { regionLevel } from './bodies.ts';
import { countKey, type ListCounts, type ListedReport } from './model/report-filter.ts';
import { shortName } from './reports.ts';
import { percentOf, type ReportShare, reportShares } from './themed.ts';

function listed({ report, characters, sections }: ReportShare): ListedReport {
  const { title, region, kind, issuer, published } = report.data;
  return {
    id: report.id,
    title,
    name: shortName(report),
    region: region.path,
    level: regionLevel(region.code),
    kind,
    issuer: issuer === region.name ? null : issuer,
    published,
    themes: characters.map((count) => percentOf(count, report.data.characters)),
    sections: sections.map((section) => section ?? ''),
  };
}

let lists: Promise<Map<number, ListedReport[]>> | undefined;

/** Reports in short by year, newest first; a build makes them once. */
export function reportLists(): Promise<Map<number, ListedReport[]>> {
  if (!lists || !import.meta.env.PROD) lists = build();
  return lists;
}

async function build(): Promise<Map<number, ListedReport[]>> {
  const byYear = Map.groupBy(await reportShares(), ({ report }) => report.data.year);
  return new Map([...byYear].map(([year, shares]) => [year, shares.map(listed)]));
}

/** How many reports there are of each year, level, kind and province. */
export async function listCounts(): Promise<ListCounts> {
  const years = [...(await reportLists())].map(([year, reports]) => {
    const counts: Record<string, number> = {};
    for (const report of reports) {
      const key = countKey(report);
      counts[key] = (counts[key] ?? 0) + 1;
    }
    return { year, counts };
  });
  return { years };
}
