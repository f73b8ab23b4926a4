import type { APIRoute } from 'astro';
import { reportSummary } from '../../open-data.ts';
import { allReports } from '../../reports.ts';

/** Metadata of all reports. */
export const GET: APIRoute = async () => {
  const reports = await allReports();
  return Response.json(reports.map(({ data }) => reportSummary.parse(data)));
};
