/** Fetches the reports of a comparison. */
import type { ReportData } from '../../model/report.ts';
import { loadReport } from './load-report.ts';

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
