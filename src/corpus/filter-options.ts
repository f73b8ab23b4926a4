/** What can be chosen in the filters of lists. */
import { provinces } from '../model/provinces.ts';
import { type FilterField, kindNames, levelNames } from '../model/report-filter.ts';
import { allReports } from './reports.ts';
import { once } from './site.ts';

/** Choices of every field. */
export type FilterOptions = Record<FilterField, [value: string, name: string][]>;

/** The choices of every field: all levels and kinds, the years and provinces that have reports. */
export const filterOptions = once((): FilterOptions => {
  const reports = allReports();
  const years = [...new Set(reports.map(({ data }) => data.year))];
  const present = new Set(reports.map(({ id }) => id.slice(0, 2)));
  return {
    level: Object.entries(levelNames),
    year: years.map((year) => [String(year), `${year} 年度`]),
    kind: Object.entries(kindNames),
    province: provinces
      .filter(({ digits }) => present.has(digits))
      .map(({ digits, name }) => [digits, name]),
  };
});
