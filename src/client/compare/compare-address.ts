/** What a comparison is of: named by the address (`?r=<id>,<id>&by=theme`), otherwise what the reader has chosen. */

import { routes } from '../../model/routes.ts';
import { siteLink } from '../shared/site-link.ts';
import { choice, mostCompared } from './choice.ts';
import type { Alignment } from './comparison.ts';

export interface Asked {
  /** Ids of reports, each once. */
  ids: string[];
  by: Alignment;
}

/** What may be an id: no other sign gets into the address of a file. */
const idPattern = /^[a-z0-9-]+$/;

/** Reads the address; what can be no id is left out. */
export function asked(): Asked {
  const query = new URLSearchParams(location.search);
  const named = (query.get('r') ?? '').split(/[,，]/).filter((id) => idPattern.test(id));
  const ids = named.length > 0 ? named : choice.items.map(({ id }) => id);
  return {
    ids: [...new Set(ids)].slice(0, mostCompared),
    by: query.get('by') === 'part' ? 'part' : 'theme',
  };
}

/** Puts what is asked for into the address. */
export function ask({ ids, by }: Asked): void {
  if (ids.length === 0) choice.items = [];
  history.pushState(null, '', siteLink(routes.compare(ids, by)));
}
