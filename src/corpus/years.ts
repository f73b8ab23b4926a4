/** The reports of each year by province. */
import { regionPath } from './places.ts';
import { allReports, groupReports, type Report } from './reports.ts';

export interface YearProvince {
  code: string;
  name: string;
  /** By region code. */
  reports: Report[];
}

/** Years, newest first, each with its provinces by code. */
export function yearProvinces(): { year: number; provinces: YearProvince[] }[] {
  const years = groupReports(allReports(), ({ data }) => data.year);
  return years.map(([year, reports]) => ({
    year,
    provinces: groupReports(reports, ({ data }) => data.region.code.slice(0, 2)).map(
      ([digits, of]) => ({
        code: `${digits}0000`,
        name: (of[0] && regionPath(of[0].data.region)[0]?.name) ?? digits,
        reports: of,
      }),
    ),
  }));
}
