/**
 * What is used of Pagefind's browser API: one instance with an empty root bundle, into which shards are
 * merged when they are needed. A root is necessary because only merged bundles can be opened in the
 * language `und`, in which Pagefind leaves our tokens alone.
 */

/** The part of `pagefind.js` this module calls. */
export interface PagefindModule {
  createInstance(options: { basePath: string; noWorker: boolean }): {
    init(): Promise<void>;
    mergeIndex(
      path: string,
      options: { language: string; baseUrl: string; metaCacheTag: string },
    ): Promise<void>;
    search(words: string): Promise<{ results: { id: string; words: number[] }[] }>;
  };
}

/** Where the index lies and how a module is loaded from there. */
export interface IndexLocation {
  /** Absolute address of the folder `pagefind/`, with a slash at its end. */
  base: string;
  load(address: string): Promise<PagefindModule>;
}

/** Positions of a token by record. */
export type Positions = Map<string, number[]>;

export interface TokenIndex {
  /** Merges a shard; again for the same one does nothing. */
  open(shard: string): Promise<void>;
  /**
   * Positions at which a token stands, by record.
   * @throws when a part of the index cannot be fetched.
   */
  positions(token: string): Promise<Positions>;
}

/** Pagefind waits for its WebAssembly for ever when that fails to load. */
const patience = 30_000;

function inTime<Value>(promise: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('Pagefind does not answer')), patience);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/**
 * Pagefind only logs when a part of the index cannot be fetched, and answers from the rest: that would be a
 * wrong answer. This counts the failed fetches below an address.
 */
function watchFetches(base: string): { failures: number } {
  const watch = { failures: 0 };
  const original = globalThis.fetch;
  globalThis.fetch = async (...request) => {
    const [input] = request;
    const address = input instanceof Request ? input.url : String(input);
    const concerned = address.includes(new URL(base, 'http://host').pathname);
    try {
      const response = await original(...request);
      if (concerned && !response.ok) watch.failures++;
      return response;
    } catch (error) {
      if (concerned) watch.failures++;
      throw error;
    }
  };
  return watch;
}

/** @throws when the program cannot be loaded; the root bundle is loaded with the first shard. */
export async function openTokenIndex({ base, load }: IndexLocation): Promise<TokenIndex> {
  const { createInstance } = await load(`${base}pagefind.js`);
  const watch = watchFetches(base);
  const instance = createInstance({ basePath: base, noWorker: true });
  await instance.init();
  const opened = new Map<string, Promise<void>>();
  return {
    open(shard) {
      const merging =
        opened.get(shard) ??
        inTime(
          instance.mergeIndex(`${base}${shard}/`, {
            language: 'und',
            baseUrl: '/',
            // The name of a shard changes with what it holds, so a cached entry is never out of date.
            metaCacheTag: '1',
          }),
        );
      opened.set(shard, merging);
      merging.catch(() => opened.delete(shard));
      return merging;
    },
    async positions(token) {
      const { failures } = watch;
      const { results } = await instance.search(token);
      if (watch.failures > failures) throw new Error('A part of the index could not be fetched');
      return new Map(results.map(({ id, words }) => [id, words]));
    },
  };
}
