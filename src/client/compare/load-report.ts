import type { ReportFacts } from '../../model/facts.ts';
import type { ReportData } from '../../model/report.ts';
import { routes } from '../../model/routes.ts';
import { getJson } from '../shared/fetch-once.ts';

/**
 * A report from the open data.
 * @throws when it cannot be fetched
 */
export function loadReport(id: string): Promise<ReportData> {
  return getJson<ReportData>(routes.reportData(id));
}

/** The reports that are there, in the order asked for, and the ids of those that could not be had. */
export async function loadReports(
  ids: string[],
): Promise<{ reports: ReportData[]; failed: string[] }> {
  const results = await Promise.allSettled(ids.map(loadReport));
  return {
    reports: results.flatMap((result) => (result.status === 'fulfilled' ? result.value : [])),
    failed: ids.filter((_, at) => results[at]?.status === 'rejected'),
  };
}

/** What was read out of a report; undefined where it cannot be fetched. */
export const loadFacts = (id: string): Promise<ReportFacts | undefined> =>
  getJson<ReportFacts>(routes.factsData(id)).catch(() => undefined);
