import { routes } from '../../model/routes.ts';
import type { FileHashes } from '../../search/genuine.ts';
import { programAddress } from '../../search/library.ts';
import { fetchManifest } from '../../search/manifest-file.ts';
import { siteLink } from '../shared/site-link.ts';

const base = siteLink(routes.searchIndex());

/** Brings a file of the index into the browser's cache. */
async function bring(address: string): Promise<void> {
  const response = await fetch(address);
  if (response.ok) await response.arrayBuffer();
}

const addressesIn = (folder: string, files: FileHashes) =>
  Object.keys(files).map((name) => folder + name);

/**
 * Fetches the program and the newest part of the index for the search page. Nothing is opened here: only the search
 * page may compile WebAssembly. What fails is tried again by the search itself, which checks the hashes of all.
 */
export async function preload(): Promise<void> {
  try {
    const [manifest] = await Promise.all([fetchManifest(base), import('./search-location.ts')]);
    const [newest] = manifest.shards;
    const program = programAddress(base, manifest);
    const besides = addressesIn(base, manifest.files).filter((name) => !program.startsWith(name));
    const shard = newest ? addressesIn(`${base}${newest.name}/`, newest.files) : [];
    await Promise.all([program, ...besides, ...shard].map(bring));
  } catch {
    // The search page says what to do.
  }
}
