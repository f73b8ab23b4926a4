import { openSearch } from './search-location.ts';

/** Fetches the program and the newest part of the index; what fails is tried again by the search itself. */
export async function preload(): Promise<void> {
  try {
    const { library } = await openSearch();
    const newest = library.manifest.shards[0];
    if (newest) await library.openShards([newest.name]);
  } catch {
    // The search page says what to do.
  }
}
