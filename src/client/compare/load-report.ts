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
