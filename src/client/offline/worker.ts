/**
 * The service worker. It is written into the site as the text of this one function, so it uses nothing from outside.
 * With a network it answers as if it were not there, and keeps what is read; without one it answers from what it
 * kept. Each version of the site has a cache of its own. Nothing is kept, taken over from a former version or given back
 * that has not the hash which the site lists for it.
 */
import type { OfflineFiles, OfflineHashes, OfflineList, OfflinePlan } from './plan.ts';

interface Lifecycle extends Event {
  waitUntil(done: Promise<unknown>): void;
}
interface Fetching extends Lifecycle {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
/** The part of ServiceWorkerGlobalScope that is used. */
export interface WorkerScope {
  readonly registration: { readonly scope: string };
  readonly clients: {
    claim(): Promise<void>;
    matchAll(options: { includeUncontrolled: boolean }): Promise<Pick<Worker, 'postMessage'>[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listen: (event: Lifecycle) => void): void;
  addEventListener(type: 'fetch', listen: (event: Fetching) => void): void;
}

export function serviceWorker(worker: WorkerScope, plan: OfflinePlan): void {
  const { scope } = worker.registration;
  const current = plan.prefix + plan.version;
  const read = `${current} read`;
  /** Files whose names change with what they hold. */
  const isLasting = (url: string) =>
    /^(?:_astro\/|pagefind\/[^/]+\.[0-9a-f]{12}\/)/.test(
      url.slice(scope.length).split('?')[0] ?? '',
    );
  const ownCaches = async () =>
    (await caches.keys()).filter((name) => name.startsWith(plan.prefix));
  const withoutQuery = (address: string) => address.replace(/[?#].*/s, '');

  async function tell(message: object): Promise<void> {
    for (const client of await worker.clients.matchAll({ includeUncontrolled: true }))
      client.postMessage(message);
  }

  /** Header in which a kept file bears its hash. */
  const mark = 'x-kept-hash';

  async function digest(bytes: BufferSource): Promise<Uint8Array> {
    return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  }

  async function hashOf(bytes: BufferSource): Promise<string> {
    const letters = btoa(String.fromCharCode(...(await digest(bytes))));
    return letters.replaceAll('+', '-').replaceAll('/', '_').slice(0, plan.hashLength);
  }

  /** What was answered, marked with its hash; undefined where it is something else. */
  async function genuine(
    response: Response | undefined,
    hash: string,
  ): Promise<Response | undefined> {
    if (!response?.ok) return undefined;
    const bytes = await response.arrayBuffer();
    if ((await hashOf(bytes)) !== hash) return undefined;
    const headers = new Headers(response.headers);
    for (const ofTransfer of ['content-encoding', 'content-length', 'vary'])
      headers.delete(ofTransfer);
    headers.set(mark, hash);
    return new Response(bytes, { headers });
  }

  const found = (url: string, cacheName: string) =>
    caches.match(url, { cacheName, ignoreVary: true });

  /** The file that has a hash: from a cache of this site, or from the server, past caches where they have another. */
  async function bring(url: string, hash: string): Promise<Response> {
    for (const name of await ownCaches()) {
      const former = await genuine(await found(url, name), hash);
      if (former) return former;
    }
    for (const cache of ['no-cache', 'reload'] as const) {
      const fetched = await genuine(await fetch(url, { cache }), hash);
      if (fetched) return fetched;
    }
    throw new Error(`${url} is not the file of this version`);
  }

  /** A file that is kept, brought anew where it was damaged; undefined where there is none. */
  async function keptFile(url: string): Promise<Response | undefined> {
    for (const name of [current, read]) {
      const file = await found(url, name);
      const hash = file?.headers.get(mark);
      if (!file || !hash) continue;
      const whole = await genuine(file, hash);
      if (whole) return whole;
      const mended = await bring(url, hash).catch(() => undefined);
      if (!mended) continue;
      await (await caches.open(name)).put(url, mended.clone());
      return mended;
    }
    return undefined;
  }

  /** A list of this version. Of another one when the site is being replaced: the browser tries again later. */
  async function readList<List extends { version: string }>(address: string): Promise<List> {
    const response = await fetch(new URL(address, scope), { cache: 'no-cache' });
    const list: List = await response.json();
    if (list.version !== plan.version)
      throw new Error(`found ${list.version}, not ${plan.version}`);
    return list;
  }

  /** Keeps the files of this version, several at a time, and says how far it is. */
  async function fill(): Promise<void> {
    const { count, lists } = await readList<OfflineFiles>(plan.files);
    const cache = await caches.open(current);
    let done = 0;
    for (let n = 1; n <= lists; n++) {
      const { files } = await readList<OfflineList>(`${plan.lists}${n}.json`);
      const work = async () => {
        for (let file = files.shift(); file !== undefined; file = files.shift()) {
          const [address, hash] = file;
          const url = new URL(address, scope).href;
          await cache.put(url, await bring(url, hash));
          done += 1;
          if (done % 20 === 0 || done === count) await tell({ done, of: count });
        }
      };
      await Promise.all(Array.from({ length: 8 }, work));
    }
  }

  /**
   * Hash of a file that is kept once it is read; undefined where the site has none at the address.
   * @param lists Those that have been read so far.
   */
  async function hashAt(
    address: string,
    lists = new Map<number, Promise<OfflineHashes>>(),
  ): Promise<string | undefined> {
    const bytes = await digest(new TextEncoder().encode(address));
    const place = new DataView(bytes.buffer).getUint32(0) % plan.hashLists;
    const list = lists.get(place) ?? readList<OfflineHashes>(`${plan.hashes}${place}.json`);
    lists.set(place, list);
    const { files } = await list;
    return Object.hasOwn(files, address) ? files[address] : undefined;
  }

  /** Brings what the reader has read into the present version; what is gone from the site is gone here as well. */
  async function renewRead(): Promise<void> {
    const kept = await caches.open(read);
    const lists = new Map<number, Promise<OfflineHashes>>();
    const former = (await ownCaches()).filter((name) => name.endsWith(' read') && name !== read);
    for (const name of former) {
      const cache = await caches.open(name);
      for (const { url } of await cache.keys()) {
        const hash = await hashAt(url.slice(scope.length), lists);
        if (hash) await kept.put(url, await bring(url, hash));
      }
    }
  }

  async function install(): Promise<void> {
    try {
      await fill();
      await renewRead();
    } catch (error) {
      await caches.delete(current);
      await caches.delete(read);
      throw error;
    }
    await worker.skipWaiting();
  }

  async function activate(): Promise<void> {
    for (const name of await ownCaches())
      if (name !== current && name !== read) await caches.delete(name);
    await worker.clients.claim();
  }

  /** Keeps a page that was read; with a report, the data that comparing and searching it needs. */
  async function keep(url: string, response: Response): Promise<void> {
    // Turned off meanwhile: nothing is kept any more.
    if (!(await caches.has(current))) return;
    const address = url.slice(scope.length);
    const hash = await hashAt(address);
    const page = hash && (await genuine(response, hash));
    if (!page) return;
    const cache = await caches.open(read);
    await cache.put(url, page);
    const [, id] = /^reports\/([^/]+)\/$/.exec(address) ?? [];
    for (const folder of id ? ['texts', 'reports'] : []) {
      const data = `data/${folder}/${id}.json`;
      const known = await hashAt(data);
      const target = new URL(data, scope).href;
      if (known) await cache.put(target, await bring(target, known));
    }
    const all = await cache.keys();
    // In the order they were put in: the oldest go first.
    for (const { url: oldest } of all.slice(0, Math.max(0, all.length - plan.mostRead)))
      await cache.delete(oldest);
  }

  async function kept(request: Request): Promise<Response> {
    const file =
      (await keptFile(withoutQuery(request.url))) ??
      (request.mode === 'navigate' ? await keptFile(new URL(plan.missing, scope).href) : undefined);
    return file ?? Response.error();
  }

  async function answer(event: Fetching): Promise<Response> {
    const { request } = event;
    // Who asks past caches means this one as well.
    if (isLasting(request.url) && !/^(?:no-|reload)/.test(request.cache)) {
      const lasting = await keptFile(withoutQuery(request.url));
      if (lasting) return lasting;
    }
    try {
      const response = await fetch(request);
      if (request.mode === 'navigate' && response.ok && !response.redirected)
        event.waitUntil(keep(withoutQuery(request.url), response.clone()).catch(() => {}));
      return response;
    } catch {
      return kept(request);
    }
  }

  worker.addEventListener('install', (event) => event.waitUntil(install()));
  worker.addEventListener('activate', (event) => event.waitUntil(activate()));
  worker.addEventListener('fetch', (event) => {
    const { method, url } = event.request;
    if (method === 'GET' && url.startsWith(scope)) event.respondWith(answer(event));
  });
}
