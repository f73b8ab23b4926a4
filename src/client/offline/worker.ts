/**
 * The service worker. It is written into the site as the text of this one function, so it uses nothing from outside.
 * With a network it answers as if it were not there, and keeps what is read; without one it answers from what it
 * kept. Each version of the site has a cache of its own.
 */
import type { OfflineFiles, OfflineList, OfflinePlan } from './plan.ts';

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

  /** A file as the server has it now; what cannot have changed is taken from a former cache. */
  async function bring(url: string): Promise<Response> {
    const former = isLasting(url) ? await caches.match(url) : undefined;
    const response = former ?? (await fetch(url, { cache: 'no-cache' }));
    if (!response.ok) throw new Error(`${response.status} ${url}`);
    return response;
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
          const url = new URL(file, scope).href;
          await cache.put(url, await bring(url));
          done += 1;
          if (done % 20 === 0 || done === count) await tell({ done, of: count });
        }
      };
      await Promise.all(Array.from({ length: 8 }, work));
    }
  }

  /** Brings what the reader has read into the present version; what is gone from the site is gone here as well. */
  async function renewRead(): Promise<void> {
    const kept = await caches.open(read);
    const former = (await ownCaches()).filter((name) => name.endsWith(' read') && name !== read);
    for (const name of former) {
      const cache = await caches.open(name);
      for (const { url } of await cache.keys()) {
        const response = await fetch(url, { cache: 'no-cache' }).catch(() => cache.match(url));
        if (response?.ok) await kept.put(url, response);
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
    const cache = await caches.open(read);
    await cache.put(url, response);
    const [, id] = /^reports\/([^/]+)\/$/.exec(url.slice(scope.length)) ?? [];
    for (const folder of id ? ['texts', 'reports'] : []) {
      const data = await fetch(new URL(`data/${folder}/${id}.json`, scope));
      if (data.ok) await cache.put(data.url, data);
    }
    const all = await cache.keys();
    // In the order they were put in: the oldest go first.
    for (const { url: oldest } of all.slice(0, Math.max(0, all.length - plan.mostRead)))
      await cache.delete(oldest);
  }

  async function kept(request: Request): Promise<Response> {
    const found =
      (await caches.match(withoutQuery(request.url), { ignoreVary: true })) ??
      (request.mode === 'navigate'
        ? await caches.match(new URL(plan.missing, scope).href, { ignoreVary: true })
        : undefined);
    return found ?? Response.error();
  }

  async function answer(event: Fetching): Promise<Response> {
    const { request } = event;
    if (isLasting(request.url)) {
      const lasting = await caches.match(withoutQuery(request.url), { ignoreVary: true });
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
