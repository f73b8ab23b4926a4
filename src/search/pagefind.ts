/**
 * What is used of Pagefind's browser API: an instance for each shard, so that each can be asked by itself. Its
 * root is an empty bundle, because only a bundle that is merged into another can be opened in the language `und`, in
 * which Pagefind leaves our tokens alone.
 *
 * Pagefind fetches its files by the global `fetch`, only logs when one cannot be had, and answers from the rest: that
 * would be a wrong answer. So it is told folders under addresses that no network has, and what it asks for there is
 * answered with files that were checked; an instance that a file was kept from answers no more. The global `fetch` is
 * another one only while Pagefind is at work, and even then for these addresses alone.
 */

/** The part of `pagefind.js` this module calls. */
export interface PagefindModule {
  createInstance(options: { basePath: string; noWorker: boolean }): {
    filters(): Promise<unknown>;
    mergeIndex(
      path: string,
      options: { language: string; baseUrl: string; metaCacheTag: string },
    ): Promise<void>;
    search(words: string): Promise<{ results: { id: string; words: number[] }[] }>;
  };
}

/** Positions of a token by record. */
export type Positions = Map<string, number[]>;

/**
 * Positions of a token, by record.
 * @throws when a part of the index cannot be had: then and from then on.
 */
export type FindToken = (token: string) => Promise<Positions>;

/** A folder of the index. */
export interface Folder {
  /** @throws when the file cannot be had. */
  read(name: string): Promise<Uint8Array>;
}

const scheme = 'index://';
/** Folders that instances read from, by the number in their addresses. */
const folders = new Map<string, Folder>();
let numbers = 0;

/** Gives a folder an address. */
function addressOf(folder: Folder): string {
  const number = String(numbers++);
  folders.set(number, folder);
  return `${scheme}${number}/`;
}

async function answer(address: string): Promise<Response> {
  const [number = '', ...names] = address.slice(scheme.length).split('/');
  const name = names.join('/').replace(/\?.*/s, '');
  const bytes = await folders.get(number)?.read(name);
  return new Response(bytes as Uint8Array<ArrayBuffer> | undefined, { status: bytes ? 200 : 404 });
}

let atWork = 0;
let takeBack = () => {};

/** Lets Pagefind work: what it fetches meanwhile comes from our folders. */
async function lend<Value>(work: () => Promise<Value>): Promise<Value> {
  if (atWork++ === 0) {
    const { fetch } = globalThis;
    const lent: typeof fetch = (...request) => {
      const [input] = request;
      const isOurs = typeof input === 'string' && input.startsWith(scheme);
      return isOurs ? answer(input) : fetch(...request);
    };
    globalThis.fetch = lent;
    takeBack = () => {
      // Whoever has put another one over it keeps it, and ours goes on passing everything else.
      if (globalThis.fetch === lent) globalThis.fetch = fetch;
    };
  }
  try {
    return await work();
  } finally {
    if (--atWork === 0) takeBack();
  }
}

/**
 * Opens a shard in an instance of its own.
 * @param root The bundle that brings the program; read before, because Pagefind does not say what it lacks.
 * @param shard The same.
 * @throws when Pagefind does not start.
 */
export async function openShard(
  { createInstance }: PagefindModule,
  root: Folder,
  shard: Folder,
): Promise<FindToken> {
  let fault: unknown;
  const watched: Folder = {
    async read(name) {
      try {
        return await shard.read(name);
      } catch (error) {
        fault ??= error;
        throw error;
      }
    },
  };
  const whole = () => {
    if (fault !== undefined) throw new Error('part of the index is missing', { cause: fault });
  };
  const instance = await lend(async () => {
    const created = createInstance({ basePath: addressOf(root), noWorker: true });
    // The first call that fails when the program does not start; merging would wait for it for ever.
    await created.filters();
    await created.mergeIndex(addressOf(watched), {
      language: 'und',
      baseUrl: '/',
      metaCacheTag: '1',
    });
    return created;
  });
  whole();
  return async (token) => {
    whole();
    const { results } = await lend(() => instance.search(token));
    whole();
    return new Map(results.map(({ id, words }) => [id, words]));
  };
}
