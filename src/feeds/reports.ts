/** Feeds of reports: what is new comes first, and no feed grows with the corpus. */

import { versionsOf } from '../collection/versions.ts';
import { wholeAddress } from '../components/link.ts';
import type { Report } from '../corpus/reports.ts';
import { collection } from '../corpus/site.ts';
import { publicationDay } from '../model/dates.ts';
import { siteName, subject } from '../model/genre.ts';
import { routes } from '../model/routes.ts';
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
  return versionsOf(collection, id)[0]?.slice(0, 10) ?? firstDay(known);
}

/**
 * A feed of the reports that changed last.
 * @param page address of the page it belongs to
 * @param site origin of the published site; without it addresses are relative to the host, as Atom allows
 */
export function reportFeed(
  reports: readonly Report[],
  {
    title,
    page,
    self,
    site,
  }: { title: string; page: string; self: string; site?: URL | undefined },
): Response {
  const whole = (address: string) => wholeAddress(address, site);
  const dated = reports.map((report) => ({ report, updated: changed(report) }));
  const entries = dated
    .sort((a, b) => b.updated.localeCompare(a.updated) || a.report.id.localeCompare(b.report.id))
    .slice(0, mostEntries)
    .map(({ report: { id, data }, updated }): FeedEntry => {
      const { title, issuers, region, year, characters } = data;
      const published = publicationDay(data);
      return {
        key: `report:${id}`,
        title,
        href: whole(routes.report(id)),
        updated,
        ...(published?.length === 10 && { published }),
        authors: issuers,
        summary: `${region.path.join('')}${year}年度${subject}报告，共${characters}字。`,
      };
    });
  const body = printFeed({
    key: self,
    title: `${siteName}：${title}`,
    self: whole(self),
    page: whole(page),
    entries,
  });
  return new Response(body, { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } });
}
