import type { APIRoute } from 'astro';
import { allReports } from '../../corpus/reports.ts';
import { reportSummary } from '../../open-data/schemas.ts';

/** Metadata of all reports. */
export const GET: APIRoute = async () => {
  const reports = allReports();
  return Response.json(reports.map(({ data }) => reportSummary.parse(data)));
};
