/** Fetches the reports of a comparison. */
import type { PrintedReport } from '../compare/comparison.ts';
import { leadsOf } from '../model/leads.ts';
import type { PrintedSection } from '../model/printed.ts';
import type { ReportData } from '../model/report.ts';
import { routes } from '../model/routes.ts';
import { getJson } from './fetch-once.ts';

async function load(id: string): Promise<PrintedReport> {
  const [data, printed] = await Promise.all([
    getJson<ReportData>(routes.reportData(id)),
    getJson<PrintedSection[]>(routes.textData(id)),
  ]);
  return { data, leads: leadsOf(printed, data.sections) };
}

/** The reports that are there, in the order asked for, and the ids of those that could not be had. */
export async function loadReports(
  ids: string[],
): Promise<{ reports: PrintedReport[]; failed: string[] }> {
  const results = await Promise.allSettled(ids.map(load));
  return {
    reports: results.flatMap((result) => (result.status === 'fulfilled' ? result.value : [])),
    failed: ids.filter((_, at) => results[at]?.status === 'rejected'),
  };
}
