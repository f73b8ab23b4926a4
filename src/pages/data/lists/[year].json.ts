import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { reportLists } from '../../../corpus/lists.ts';

export async function getStaticPaths() {
  const lists = reportLists();
  return [...lists].map(([year, reports]) => ({
    params: { year: String(year) },
    props: { reports },
  }));
}

/** The reports of one year in short, for filters. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  Response.json(props.reports);
