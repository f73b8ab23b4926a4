import type { APIRoute } from 'astro';
import { keyed } from '../../corpus/keyed.ts';
import { drawsCards, shareCard } from '../../corpus/share-card.ts';
import { yearProvinces } from '../../corpus/years.ts';
import { siteCard } from '../../model/routes.ts';

export function getStaticPaths() {
  if (!drawsCards) return [];
  const cards = yearProvinces().flatMap(({ year, provinces }) =>
    provinces.map(({ code, name }) => ({
      params: { card: `${year}-${code}` },
      props: { about: `${name} ${year} 年度` },
    })),
  );
  return keyed([...cards, { params: { card: siteCard }, props: { about: '' } }]);
}

/** The picture beside links to reports of a year from one province, or to the site. */
export const GET: APIRoute<{ about: string }> = async ({ props }) =>
  new Response(new Uint8Array(await shareCard(props.about)), {
    headers: { 'content-type': 'image/png' },
  });
