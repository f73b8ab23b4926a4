/** Where the site and its index lie, for code that runs in the browser. */
import { routes } from '../../model/routes.ts';
import type { IndexLocation } from '../../search/library.ts';
import type { PagefindModule } from '../../search/pagefind.ts';
import { Search } from '../../search/search.ts';
import { siteLink } from '../shared/site-link.ts';

/** Milliseconds that a program has to arrive. */
const timeout = 60_000;

/** Fetches a module and lets the browser check its hash: what is imported then is this one. */
function preloadModule(address: string, integrity: string): Promise<void> {
  const link = document.createElement('link');
  // A browser that cannot do so imports it unseen.
  if (!link.relList.supports('modulepreload')) return Promise.resolve();
  return new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no answer from ${address}`)), timeout);
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => reject(new Error(`${address} is not the program`)));
    link.addEventListener('load', () => clearTimeout(timer));
    link.addEventListener('error', () => clearTimeout(timer));
    Object.assign(link, { rel: 'modulepreload', integrity, href: address });
    document.head.append(link);
  }).finally(() => link.remove());
}

const location: IndexLocation = {
  base: siteLink(routes.searchIndex()),
  async load(address, integrity) {
    await preloadModule(address, integrity);
    const program: Partial<PagefindModule> = await import(/* @vite-ignore */ address);
    if (!program.createInstance) throw new Error(`${address} is not the program`);
    return program as PagefindModule;
  },
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

/** Leaves the search of this page behind: the next one asked for is opened from the index that the site has then. */
export function leaveSearch(): void {
  opening = undefined;
}
