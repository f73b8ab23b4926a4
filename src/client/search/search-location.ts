/** Where the site and its index lie, for code that runs in the browser. */
import { routes } from '../../model/routes.ts';
import type { IndexLocation } from '../../search/pagefind.ts';
import { Search } from '../../search/search.ts';
import { siteLink } from '../shared/site-link.ts';

const location: IndexLocation = {
  base: siteLink(routes.searchIndex()),
  load: (address) => import(/* @vite-ignore */ address),
};

let opening: Promise<Search> | undefined;

/** The one search of this page, opened when first asked for; after a failure it is tried anew. */
export function openSearch(): Promise<Search> {
  opening ??= Search.open(location).catch((error) => {
    opening = undefined;
    throw error;
  });
  return opening;
}
