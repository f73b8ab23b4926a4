import type { APIRoute } from 'astro';
import { vocabulary } from '../../corpus/site.ts';
import { reportsOfTheme } from '../../corpus/themed.ts';
import { reportFeed } from '../../feeds/reports.ts';
import { routes } from '../../model/routes.ts';
import type { Theme } from '../../model/themes.ts';

export function getStaticPaths() {
  return vocabulary().themes.map((theme) => ({ params: { slug: theme.slug }, props: { theme } }));
}

/** Feed of the reports that speak of a theme. */
export const GET: APIRoute<{ theme: Theme }> = async ({ props: { theme }, site }) =>
  reportFeed(
    reportsOfTheme(theme.slug).map(({ report }) => report),
    {
      title: theme.name,
      page: routes.theme(theme.slug),
      self: routes.themeFeed(theme.slug),
      site,
    },
  );
