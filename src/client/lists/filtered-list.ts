/** Finds the reports that a filter leaves of a list, and the page of the list that shows each. */
import {
  activeFields,
  countByYear,
  fieldNames,
  filterQuery,
  inScope,
  type ListCounts,
  type ListedReport,
  matches,
  type ReportFilter,
  type Scope,
} from '../../model/report-filter.ts';
import { routes } from '../../model/routes.ts';
import { getJson } from '../shared/fetch-once.ts';

/** A list of the site that is cut into pages. */
export interface PagedList {
  /** Its own address, which is that of its first page. */
  address: string;
  /** Reports on a page. */
  size: number;
  scope: Scope;
}

/** A report of a list, and where it stands. */
export interface Found {
  id: string;
  year: number;
  page: number;
}

const sum = (counts: Iterable<number>) => [...counts].reduce((all, count) => all + count, 0);

/** Fetches the counts of a list, and the years that hold what is asked for, as far as `most` reports. */
export async function find(
  filter: ReportFilter,
  list: PagedList,
  most: number,
): Promise<{ total: number; found: Found[]; counts: ListCounts }> {
  const counts = await getJson<ListCounts>(routes.listCounts(list.scope));
  const left = new Map(countByYear(filter, counts).map(({ year, count }) => [year, count]));
  const found: Found[] = [];
  let before = 0;
  for (const { year, counts: ofYear } of counts.years) {
    if (found.length >= most) break;
    if (left.has(year)) {
      const reports = await getJson<ListedReport[]>(routes.list(year));
      reports
        .filter((report) => inScope(list.scope, report))
        .forEach((report, at) => {
          const page = Math.floor((before + at) / list.size) + 1;
          if (matches(filter, report)) found.push({ id: report.id, year, page });
        });
    }
    before += sum(Object.values(ofYear));
  }
  return { total: sum(left.values()), found: found.slice(0, most), counts };
}

/** What is left when one condition is given up; conditions that do not help are left out. */
export function relaxed(filter: ReportFilter, counts: ListCounts) {
  return activeFields(filter)
    .map((field) => {
      const without = { ...filter, [field]: '' };
      const count = sum(countByYear(without, counts).map((each) => each.count));
      return { name: fieldNames[field], query: filterQuery(without), count };
    })
    .filter(({ count }) => count > 0);
}
