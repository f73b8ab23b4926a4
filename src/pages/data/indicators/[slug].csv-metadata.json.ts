import type { APIRoute } from 'astro';
import { indicatorDefinitions } from '../../../fact-index.ts';
import { indicatorMetadata } from '../../../indicator-table.ts';
import type { Indicator } from '../../../model/indicators.ts';

export const getStaticPaths = () =>
  indicatorDefinitions().map((indicator) => ({
    params: { slug: indicator.slug },
    props: { indicator },
  }));

/** What the columns of an indicator's table mean, after CSV on the Web. */
export const GET: APIRoute<{ indicator: Indicator }> = ({ props }) =>
  Response.json(indicatorMetadata(props.indicator));
