import type { APIRoute } from 'astro';
import { listCounts, listScopes } from '../../../../corpus/lists.ts';
import type { Scope } from '../../../../model/report-filter.ts';

export const getStaticPaths = () =>
  listScopes().map((scope) => {
    const [of, slug] = scope.split('/');
    return { params: { of, slug }, props: { scope } };
  });

/** Numbers of the reports of a theme or part by year, level, kind and province, for filters. */
export const GET: APIRoute<{ scope: Scope }> = async ({ props }) =>
  Response.json(listCounts(props.scope));
