import type { APIRoute } from 'astro';
import { factIndex } from '../../../corpus/facts.ts';
import { indicatorDefinitions } from '../../../corpus/site.ts';
import { csv } from '../../../model/csv.ts';
import { indicatorColumns, indicatorRows } from '../../../open-data/indicator-table.ts';

export const getStaticPaths = () =>
  indicatorDefinitions().map(({ slug }) => ({ params: { slug } }));

/** The values of one indicator, with region and year. */
export const GET: APIRoute<Record<string, never>, { slug: string }> = async ({ params }) => {
  const { indicators } = factIndex();
  const rows = indicatorRows(indicators.get(params.slug) ?? []);
  return new Response(csv(indicatorColumns, rows), {
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  });
};
