/** The pages of the lists that grow with the corpus, as `getStaticPaths` wants them. */

import { keyed } from '../collection/reads.ts';
import { pagesOf } from '../model/paging.ts';
import type { PartDefinition, Theme } from '../model/themes.ts';
import { allReports, type Report } from './reports.ts';
import { partsShown, reportShares, reportsOfPart, reportsOfTheme } from './themed.ts';

const yearOf = ({ report }: { report: Report }) => report.data.year;

/** Pages of a theme: links to sections. */
export async function themePages(theme: Theme) {
  const pages = pagesOf(await reportsOfTheme(theme.slug), 40, yearOf);
  return keyed(
    pages.map((page) => ({
      params: { slug: theme.slug, page: String(page.number) },
      props: { theme, page },
    })),
  );
}

/** Pages of a part: whole texts, so fewer reports on each. */
export async function partPages(part: PartDefinition) {
  const pages = pagesOf(await reportsOfPart(part.slug), showsText(part) ? 12 : 40, yearOf);
  return keyed(
    pages.map((page) => ({
      params: { slug: part.slug, page: String(page.number) },
      props: { part, page },
    })),
  );
}

/** Whether the pages of a part show its texts. */
export const showsText = ({ slug }: PartDefinition) => partsShown.includes(slug);

/** Pages of the matrix of reports and themes. */
export async function matrixPages() {
  const pages = pagesOf(await reportShares(), 100, yearOf);
  return keyed(pages.map((page) => ({ params: { page: String(page.number) }, props: { page } })));
}

/** Pages of the list of all reports. */
export async function reportPages() {
  const pages = pagesOf(await allReports(), 50, ({ data }) => data.year);
  return keyed(pages.map((page) => ({ params: { page: String(page.number) }, props: { page } })));
}
