import type { APIRoute } from 'astro';
import { allReports } from '../corpus/reports.ts';
import { reportFeed } from '../feeds/reports.ts';
import { routes } from '../model/routes.ts';

/** Feed of all reports. */
export const GET: APIRoute = async ({ site }) =>
  reportFeed(allReports(), {
    title: '全部报告',
    page: routes.reports(),
    self: routes.feed(),
    site,
  });
