/** Feeds of reports: what is new comes first, and no feed grows with the corpus. */

import { once, tracked } from '../collection/reads.ts';
import { versionsOf } from '../collection/versions.ts';
import { allReports, type Report } from '../corpus/reports.ts';
import { routes, withBase } from '../model/routes.ts';
import { type FeedEntry, printFeed } from './atom.ts';

/** Most reports a feed tells of. */
export const mostEntries = 50;

/** The first day a date may mean. */
const firstDay = (date: string) => `${date}-01-01`.slice(0, 10);

/**
 * Day a report last changed, as far as is known: when its publisher corrected it, when an editor fetched it, when it was
 * published; where nothing tells, the end of the year it is about. The day of the build is no part of it.
 */
function changed({ id, data }: Report): string {
  const known = data.retrieved ?? data.published ?? `${data.year}-12-31`;
  return versionsOf(id)[0]?.slice(0, 10) ?? firstDay(known);
}

/** {@link changed} for every report, by id; a build looks once. */
const changedDays = once('all-changed-days', async () => {
  return new Map((await allReports()).map((report) => [report.id, changed(report)]));
});
const changedDay = tracked(
  'changed-day',
  async (id: string) => (await changedDays()).get(id) ?? '',
);

/**
 * A feed of the reports that changed last.
 * @param page address of the page it belongs to
 * @param site origin of the published site; without it addresses are relative to the host, as Atom allows
 */
export async function reportFeed(
  reports: readonly Report[],
  {
    title,
    page,
    self,
    site,
  }: { title: string; page: string; self: string; site?: URL | undefined },
): Promise<Response> {
  const link = (address: string) => {
    const path = withBase(import.meta.env.BASE_URL, address);
    return site ? new URL(path, site).href : path;
  };
  const dated = await Promise.all(
    reports.map(async (report) => ({ report, updated: await changedDay(report.id) })),
  );
  const entries = dated
    .sort((a, b) => b.updated.localeCompare(a.updated) || a.report.id.localeCompare(b.report.id))
    .slice(0, mostEntries)
    .map(({ report: { id, data }, updated }): FeedEntry => {
      const { title, published, issuer, region, year, characters } = data;
      return {
        key: `report:${id}`,
        title,
        href: link(routes.report(id)),
        updated,
        ...(published?.length === 10 && { published }),
        ...(issuer && { author: issuer }),
        summary: `${region.path.join('')}${year}年度法治政府建设报告，共${characters}字。`,
      };
    });
  const body = printFeed({
    key: self,
    title: `法治年报：${title}`,
    self: link(self),
    page: link(page),
    entries,
  });
  return new Response(body, { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } });
}
