/** What the address of the search page says: the query, the facets chosen, the order. */
import { type Choice, facetNames } from '../../search/facets.ts';
import { type Order, orders } from '../../search/rank.ts';
import type { Request } from '../../search/search.ts';

/** Longest query that is read, and most values of one facet: an address can be made as long as anyone likes. */
const longestQuery = 1000;
const mostValues = 100;

/** Reads the query string of an address. Unknown values are left to be found empty. */
export function readState(query: string): Request {
  const parameters = new URLSearchParams(query);
  const choice: Choice = {};
  for (const facet of facetNames) {
    const values = parameters.get(facet)?.split(',', mostValues).filter(Boolean);
    if (values?.length) choice[facet] = values;
  }
  const order = parameters.get('order') as Order;
  return {
    text: (parameters.get('q') ?? '').slice(0, longestQuery),
    choice,
    order: orders.includes(order) ? order : 'relevance',
  };
}

/** The query string that {@link readState} reads, `?` included; empty for the initial state. */
export function writeState({ text, choice, order }: Request): string {
  const parts: string[] = [];
  if (text) parts.push(`q=${encodeURIComponent(text)}`);
  for (const facet of facetNames)
    if (choice[facet]?.length) parts.push(`${facet}=${choice[facet].join(',')}`);
  if (order !== 'relevance') parts.push(`order=${order}`);
  return parts.length ? `?${parts.join('&')}` : '';
}
