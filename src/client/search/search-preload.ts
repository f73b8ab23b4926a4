import { routes } from '../../model/routes.ts';
import type { Manifest } from '../../search/catalogue.ts';
import { siteLink } from '../shared/site-link.ts';

const base = siteLink(routes.searchIndex());

/** Brings a file of the index into the browser's cache. */
async function bring(file: string): Promise<Response> {
  const response = await fetch(base + file);
  if (!response.ok) throw new Error(`${response.status} ${file}`);
  return response;
}

/** Brings what Pagefind asks for first when it opens a shard, by the addresses it will use. */
async function bringShard(name: string): Promise<void> {
  const [entry] = await Promise.all([
    bring(`${name}/pagefind-entry.json?ts=1`).then((response) => response.json()),
    bring(`${name}/catalogue.json`),
  ]);
  await bring(`${name}/pagefind.${entry.languages.und.hash}.pf_meta`);
}

/**
 * Fetches the program and the newest part of the index for the search page. Nothing is opened here: only the search
 * page may compile WebAssembly. What fails is tried again by the search itself.
 */
export async function preload(): Promise<void> {
  try {
    const [manifest] = await Promise.all([
      bring('search.json').then((response): Promise<Manifest> => response.json()),
      import('./search-location.ts'),
      bring('pagefind.js'),
      bring('wasm.unknown.pagefind'),
    ]);
    const newest = manifest.shards[0];
    if (newest) await bringShard(newest.name);
  } catch {
    // The search page says what to do.
  }
}
