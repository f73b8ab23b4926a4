/** What is kept for reading without a network: shared by the build, the service worker and the page that turns it on. */
import { routes } from '../../model/routes.ts';

/** `offline/files.json`: what the service worker would fetch when it is turned on. */
export interface OfflineFiles {
  /** Changes with any of the files. */
  version: string;
  /** Their bytes together, as stored. */
  bytes: number;
  count: number;
  /** Number of lists that name them, `offline/files/1.json` the first. */
  lists: number;
}

/** `offline/files/<n>.json`: some of the files, so that no list grows with the collection. */
export interface OfflineList {
  /** That of the site it belongs to. */
  version: string;
  /** Addresses within the site: pages, programs and styles, and the whole search index. */
  files: string[];
}

/** What the service worker is told when it is written. */
export interface OfflinePlan {
  version: string;
  /** Beginning of the names of its caches; sites under different paths of a host keep caches of their own. */
  prefix: string;
  /** Address of `files.json`. */
  files: string;
  /** Address of the folder of its lists. */
  lists: string;
  /** Address of the page that stands for one that is not kept. */
  missing: string;
  /** Most pages that are kept because they were read. */
  mostRead: number;
}

/** Beginning of the names of the caches of a site under a base path. */
export const cachePrefix = (base: string) => `fazhi-nianbao${base} `;

/** Pages that are always kept. */
export const keptPages = [
  routes.home(),
  routes.search(),
  routes.searchHelp(),
  routes.compare(),
  routes.excerpts(),
  routes.about(),
  routes.offline(),
];

/** Whether a file of the site is fetched when reading without a network is turned on. */
export function isKept(file: string): boolean {
  return (
    file.startsWith('_astro/') ||
    (file.startsWith(routes.searchIndex()) && !file.endsWith('pagefind-worker.js')) ||
    file === 'favicon.svg'
  );
}
