/** Comparisons that the collection allows, for readers who have chosen nothing yet. */

import { levelOfCode } from '../model/region-level.ts';
import { bodyOf } from './bodies.ts';
import { allReports, type Report } from './reports.ts';

export interface CompareExample {
  about: string;
  reports: Report[];
}

/** Reports of the largest group of those that agree in a key; none where no two agree. */
function alike(reports: readonly Report[], key: (report: Report) => string): Report[] {
  const groups = [...Map.groupBy(reports, key).values()];
  const most = groups.reduce((best, group) => (group.length > best.length ? group : best), []);
  return most.length > 1 ? most : [];
}

/** One body over years, two neighbours of a level in a year, and up to four of a level in a year: as far as there are any. */
export function compareExamples(): CompareExample[] {
  const reports = allReports();
  const level = ({ data }: Report) => `${data.kind} ${levelOfCode(data.region.code)} ${data.year}`;
  const examples = [
    { about: '同一机关的两个年度', reports: alike(reports, bodyOf).slice(0, 2) },
    {
      about: '同省同级的两个地区',
      reports: alike(reports, (each) => `${each.id.slice(0, 2)} ${level(each)}`).slice(0, 2),
    },
    { about: '同级的几个地区', reports: alike(reports, level).slice(0, 4) },
  ];
  return examples.filter((example) => example.reports.length > 1);
}
