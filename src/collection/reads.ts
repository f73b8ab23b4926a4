/**
 * What pages read of the collection, so that a build can tell whether a page of the last one is still right. Whatever
 * depends on reports is read through {@link tracked} or {@link once}; while a page is rendered each such read is noted by
 * its name, and by a digest that a later build can take again. A build keeps this module on disk, one for pages and
 * scripts alike.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { hash } from 'node:crypto';

/** What a page read: `<name> <key>` → digest. */
export type Reads = Record<string, string>;

type Digest = (key: string) => string | undefined | Promise<string | undefined>;

/** The reads of the page that is being rendered; nothing is noted inside of a read. */
const page = new AsyncLocalStorage<Set<string> | undefined>();
const digests = new Map<string, Digest>();
/** Digests that were taken: the collection does not change while a site is built. */
const taken = new Map<string, Promise<string | undefined>>();

/** How often the collection has changed, for all instances of this module: the development server has two. */
const state = globalThis as { collectionVersion?: number };

/** Says that the collection has changed, so that what was made from it is made again. */
export function collectionChanged(): void {
  state.collectionVersion = (state.collectionVersion ?? 0) + 1;
  taken.clear();
}

export const sha256 = (data: string | Uint8Array) => hash('sha256', data, 'base64url');

/** What bears a digest of its own, as reports do, is told by it; everything else is written out. */
function plain(_key: string, value: unknown): unknown {
  if (value instanceof Map || value instanceof Set) return [...value];
  if (typeof value !== 'object' || value === null) return value;
  const { id, digest } = value as Record<string, unknown>;
  return typeof digest === 'string' ? [id, digest] : value;
}

/** A digest of anything made of plain data and of objects with a `digest` of all they hold. */
export const digestOf = (value: unknown) => sha256(JSON.stringify(value, plain) ?? '');

/**
 * A way to read what depends on reports.
 * @param name unlike those of other ways, without blanks
 * @param digest changes whenever what is read does; by default made from all that is read
 */
export function tracked<Result>(
  name: string,
  read: (key: string) => Result,
  digest: Digest = async (key) => digestOf(await read(key)),
): (key: string) => Result {
  if (name.includes(' ')) throw new Error(`tracked: no blank in “${name}”`);
  digests.set(name, digest);
  return (key) => {
    const reads = page.getStore();
    if (!reads) return read(key);
    reads.add(`${name} ${key}`);
    return page.run(undefined, () => read(key));
  };
}

/** Something made once for a build from all reports: a page that reads it depends on every report. */
export function once<Result>(name: string, make: () => Result): () => Result {
  const read = tracked(name, fixed(make), () => digestNow('collection '));
  return () => read('');
}

/** Something made once for a build, into which no report enters: the vocabularies, that all pages depend on. */
export function fixed<Result>(make: () => Result): () => Result {
  let made: { result: Result; version: number | undefined } | undefined;
  return () => {
    const version = state.collectionVersion;
    if (!made || made.version !== version) made = { result: make(), version };
    return made.result;
  };
}

/** The digest of a noted read as the collection is now; `undefined` where there is nothing to be read. */
export function digestNow(noted: string): Promise<string | undefined> {
  let digest = taken.get(noted);
  if (!digest) {
    const space = noted.indexOf(' ');
    const take = digests.get(noted.slice(0, space));
    digest = Promise.resolve(noted.slice(space + 1))
      .then(take ?? (() => undefined))
      .catch(() => undefined);
    taken.set(noted, digest);
  }
  return digest;
}

/** Renders a page and notes what it reads. */
export async function readsOf<Result>(
  render: () => Promise<Result>,
): Promise<{ result: Result; reads: Reads }> {
  const noted = new Set<string>();
  const result = await page.run(noted, render);
  const reads: Reads = {};
  for (const each of [...noted].sort()) reads[each] = (await digestNow(each)) ?? '';
  return { result, reads };
}

/**
 * Paths of a route with keys made from their props, which allow a build to take a page from the last one. Pages of
 * routes whose paths have none are always rendered.
 */
export function keyed<Path extends { props?: Record<string, unknown> }>(
  paths: readonly Path[],
): (Path & { cacheKey: string })[] {
  return paths.map((path) => ({
    ...path,
    cacheKey: import.meta.env?.DEV ? '' : digestOf(path.props ?? {}),
  }));
}
