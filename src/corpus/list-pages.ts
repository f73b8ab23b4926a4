/** The pages of the lists that grow with the corpus, as `getStaticPaths` of a route `[...page]` wants them. */
import { type PageOf, pagesOf } from '../model/paging.ts';
import type { PartDefinition, Theme } from '../model/themes.ts';
import { indicatorPages, listedChecks } from './facts.ts';
import { filterOptions } from './filter-options.ts';
import { followUpOf } from './follow-up.ts';
import { keyed } from './keyed.ts';
import { allReports, type Report } from './reports.ts';
import { indicatorDefinitions, vocabulary } from './site.ts';
import {
  partsShown,
  type ReportSections,
  reportShares,
  reportsOfPart,
  reportsOfTheme,
} from './themed.ts';

const yearOf = ({ report }: { report: Report }) => report.data.year;

/** The first page has the address of the list, each other one its number below it. */
const pathOf = ({ number }: PageOf<unknown>) => (number === 1 ? undefined : `page/${number}`);

function listPaths<Item, Props extends object>(
  pages: readonly PageOf<Item>[],
  props: Props,
  params: Record<string, string> = {},
) {
  return pages.map((page) => ({
    params: { ...params, page: pathOf(page) },
    props: { ...props, page, options: filterOptions() },
  }));
}

/** Pages of all themes: links to sections. */
export const themePages = () =>
  keyed(
    vocabulary().themes.flatMap((theme: Theme) =>
      listPaths(pagesOf(reportsOfTheme(theme.slug), 40, yearOf), { theme }, { slug: theme.slug }),
    ),
  );

/** Whether the pages of a part show its texts. */
export const showsText = ({ slug }: PartDefinition) => partsShown.includes(slug);

/** For the reports of a page of plans, the year whose report says what became of them. */
const followedOf = ({ part, page }: { part: PartDefinition; page: PageOf<ReportSections> }) =>
  Object.fromEntries(
    (part.slug === 'plan' ? page.items : []).flatMap(({ report }) => {
      const followUp = followUpOf(report);
      return followUp ? [[report.id, followUp.result.data.year] as const] : [];
    }),
  );

/** Pages of all parts: whole texts, so fewer reports on each. */
export const partPages = () =>
  keyed(
    vocabulary().parts.flatMap((part: PartDefinition) =>
      listPaths(
        pagesOf(reportsOfPart(part.slug), showsText(part) ? 12 : 40, yearOf),
        { part },
        { slug: part.slug },
      ).map(({ params, props }) => ({ params, props: { ...props, followed: followedOf(props) } })),
    ),
  );

/** Pages of the matrix of reports and themes. */
export const matrixPages = () => keyed(listPaths(pagesOf(reportShares(), 100, yearOf), {}));

/** Pages of the list of all reports. */
export const reportPages = () =>
  keyed(
    listPaths(
      pagesOf(allReports(), 50, ({ data }) => data.year),
      {},
    ),
  );

/** Pages of the tables of all indicators; each shows values of all reports, so none has a key. */
export const indicatorTablePages = () =>
  indicatorDefinitions().flatMap((indicator) =>
    listPaths(indicatorPages(), { indicator }, { slug: indicator.slug }),
  );

/** Pages of the recomputed figures; they have no key either. */
export const checkPages = () =>
  listedChecks().pages.map((page) => ({ params: { page: pathOf(page) }, props: { page } }));
