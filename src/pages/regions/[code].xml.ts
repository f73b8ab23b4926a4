import type { APIRoute } from 'astro';
import { keyed } from '../../corpus/keyed.ts';
import { type Place, placesOf } from '../../corpus/places.ts';
import { allReports } from '../../corpus/reports.ts';
import { reportFeed } from '../../feeds/reports.ts';
import { routes } from '../../model/routes.ts';

export async function getStaticPaths() {
  const places = placesOf(allReports());
  const all = [...places.values()];
  return keyed(all.map((place) => ({ params: { code: place.code }, props: { place } })));
}

/** Feed of the reports of a region and of all below it. */
export const GET: APIRoute<{ place: Place }> = ({ props: { place }, site }) =>
  reportFeed(place.all, {
    title: place.name,
    page: routes.region(place.code),
    self: routes.regionFeed(place.code),
    site,
  });
