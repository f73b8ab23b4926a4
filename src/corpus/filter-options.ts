/** What can be chosen in the filters of lists. */

import { once, tracked } from '../collection/reads.ts';
import { provinces } from '../model/provinces.ts';
import { type FilterField, kindNames, levelNames } from '../model/report-filter.ts';
import { allReports } from './reports.ts';

type Options = Record<FilterField, [value: string, name: string][]>;

/** Thousands of pages ask; a build makes them once. */
const options = once('all-filter-options', async (): Promise<Options> => {
  const reports = await allReports();
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
const optionsNow = tracked('filter-options', options);

/** The choices of every field: all levels and kinds, the years and provinces that have reports. */
export const filterOptions = (): Promise<Options> => optionsNow('');
