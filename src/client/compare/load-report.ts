import { leadsOf } from '../../model/leads.ts';
import type { PrintedSection } from '../../model/printed.ts';
import type { ReportData } from '../../model/report.ts';
import { routes } from '../../model/routes.ts';
import { getJson } from '../shared/fetch-once.ts';
import type { PrintedReport } from './comparison.ts';

/**
 * A report with its printed numbers and headings, from the open data.
 * @throws when it cannot be fetched
 */
export async function loadReport(id: string): Promise<PrintedReport> {
  const [data, printed] = await Promise.all([
    getJson<ReportData>(routes.reportData(id)),
    getJson<PrintedSection[]>(routes.textData(id)),
  ]);
  return { data, leads: leadsOf(printed, data.sections) };
}
