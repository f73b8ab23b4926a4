/**
 * What is used of Pagefind's browser API: an instance for each shard, so that each can be asked by itself. Its
 * root is an empty bundle, because only a bundle that is merged into another can be opened in the language `und`, in
 * which Pagefind leaves our tokens alone.
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

/**
 * Positions of a token, by record.
 * @throws when a part of the index cannot be fetched.
 */
export type FindToken = (token: string) => Promise<Positions>;

export interface TokenIndex {
  /** Opens a shard. @throws when it cannot be fetched. */
  open(shard: string): Promise<FindToken>;
}

/** Pagefind waits for its WebAssembly for ever when that fails to load. */
const patience = 30_000;

function inTime<Value>(promise: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('Pagefind does not answer')), patience);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** What every instance fetches of the root bundle: its entry, its empty index, the WebAssembly. */
const shared = /\/(pagefind-entry\.json|wasm\.[^/]*|[^/]*\.pf_meta)$/;

/**
 * Pagefind only logs when a part of the index cannot be fetched, and answers from the rest: that would be a
 * wrong answer. This counts the failed fetches below an address. What the instances share is fetched once.
 */
function watchFetches(base: string): { failures: number } {
  const watch = { failures: 0 };
  const original = globalThis.fetch;
  const root = new URL(base, 'http://host').pathname;
  const kept = new Map<string, Promise<Response>>();
  const fetchCounted: typeof fetch = async (...request) => {
    try {
      const response = await original(...request);
      if (!response.ok) watch.failures++;
      return response;
    } catch (error) {
      watch.failures++;
      throw error;
    }
  };
  globalThis.fetch = async (...request) => {
    const [input] = request;
    const address = input instanceof Request ? input.url : String(input);
    const { pathname } = new URL(address, 'http://host/');
    if (!pathname.startsWith(root)) return original(...request);
    if (pathname.indexOf('/', root.length) >= 0 || !shared.test(pathname))
      return fetchCounted(...request);
    const response = kept.get(pathname) ?? fetchCounted(...request);
    kept.set(pathname, response);
    const forget = () => kept.delete(pathname);
    response.then(({ ok }) => ok || forget(), forget);
    return (await response).clone();
  };
  return watch;
}

/** @throws when the program cannot be loaded. */
export async function openTokenIndex({ base, load }: IndexLocation): Promise<TokenIndex> {
  const { createInstance } = await load(`${base}pagefind.js`);
  const watch = watchFetches(base);
  const merge = async (shard: string) => {
    const instance = createInstance({ basePath: base, noWorker: true });
    await instance.init();
    await instance.mergeIndex(`${base}${shard}/`, {
      language: 'und',
      baseUrl: '/',
      // The name of a shard changes with what it holds, so a cached entry is never out of date.
      metaCacheTag: '1',
    });
    return instance;
  };
  return {
    async open(shard) {
      const instance = await inTime(merge(shard));
      return async (token) => {
        const { failures } = watch;
        const { results } = await instance.search(token);
        if (watch.failures > failures) throw new Error('A part of the index could not be fetched');
        return new Map(results.map(({ id, words }) => [id, words]));
      };
    },
  };
}
