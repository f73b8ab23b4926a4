/** What a body planned in one report, beside what its report of the next year says was done. */

import { walkOutline } from '../model/outline.ts';
import type { Section } from '../model/report.ts';
import { bodyOf } from './bodies.ts';
import { allReports, type Report } from './reports.ts';
import { collection, once, vocabulary } from './site.ts';
import { partHits } from './themed.ts';

export interface FollowUp {
  /** The report with the plan. */
  plan: Report;
  /** The report of the year after. */
  result: Report;
}

/** Every report whose body has a report of the next year, in the order of the corpus. */
export function followUps(): FollowUp[] {
  const reports = allReports();
  const key = (report: Report, year: number) => `${bodyOf(report)} ${year}`;
  const byYear = new Map(reports.map((report) => [key(report, report.data.year), report]));
  return reports.flatMap((plan) => {
    const result = byYear.get(key(plan, plan.data.year + 1));
    return result ? [{ plan, result }] : [];
  });
}

const byPlan = once(() => new Map(followUps().map((pair) => [pair.plan.id, pair])));

/** What follows a report, if its body has a report of the next year. */
export const followUpOf = ({ id }: Report): FollowUp | undefined => byPlan().get(id);

/** One theme of a plan with what follows it. */
export interface FollowUpRow {
  name: string;
  planned: Section[];
  done: Section[];
}

/** Leaves of the plan and sections of the results, theme by theme; what bears no theme comes last. */
export function followUpRows({ plan, result }: FollowUp): FollowUpRow[] {
  const planned = partHits(collection.readData(plan.id), 'plan').flatMap(({ entry }) =>
    // What stands before the first item is part of the plan as well.
    entry.text === '' ? entry.children : [{ ...entry, children: [] }, ...entry.children],
  );
  const done = partHits(collection.readData(result.id), 'progress').flatMap(({ entry }) => [
    ...walkOutline([entry]),
  ]);
  const rows = vocabulary().themes.map(({ slug, name }) => ({
    name,
    planned: planned.filter(({ themes }) => themes[0] === slug),
    // A section and what it holds would say the same twice.
    done: done
      .filter(
        ({ entry, ancestors }) =>
          entry.themes.includes(slug) && !ancestors.some(({ themes }) => themes.includes(slug)),
      )
      .map(({ entry }) => entry),
  }));
  const rest = planned.filter(({ themes }) => themes.length === 0);
  return [...rows, { name: '未归主题', planned: rest, done: [] }].filter(
    ({ planned }) => planned.length > 0,
  );
}
