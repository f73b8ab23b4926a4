import type { APIRoute } from 'astro';
import { indicatorDefinitions } from '../../../corpus/site.ts';
import type { Indicator } from '../../../model/indicators.ts';
import { indicatorMetadata } from '../../../open-data/indicator-table.ts';

export const getStaticPaths = () =>
  indicatorDefinitions().map((indicator) => ({
    params: { slug: indicator.slug },
    props: { indicator },
  }));

/** What the columns of an indicator's table mean, after CSV on the Web. */
export const GET: APIRoute<{ indicator: Indicator }> = ({ props }) =>
  Response.json(indicatorMetadata(props.indicator));
