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
  /** Addresses within the site and {@link hashLength hashes}: pages, programs and styles, the whole search index. */
  files: [address: string, hash: string][];
}

/**
 * `offline/hashes/<n>.json`, counted from 0: some of the files that are kept once they are read. Which list names an
 * address follows from its SHA-256: the first four bytes as a number, modulo the number of lists.
 */
export interface OfflineHashes {
  version: string;
  /** By address within the site. */
  files: Record<string, string>;
}

/** Characters of a SHA-256 in base64url by which files are told: 96 bits. */
export const hashLength = 16;

/** What the service worker is told when it is written. */
export interface OfflinePlan {
  version: string;
  /** Beginning of the names of its caches; sites under different paths of a host keep caches of their own. */
  prefix: string;
  /** Address of `files.json`. */
  files: string;
  /** Address of the folder of its lists. */
  lists: string;
  /** Address of the folder of the hashes of what is kept once it is read, and the number of its lists. */
  hashes: string;
  hashLists: number;
  hashLength: number;
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

/** Address of a file that is kept once it is read: any page, and of a report the data for comparing and searching it. */
export function readAddress(file: string): string | undefined {
  if (/^data\/(?:texts|reports)\/[^/]+\.json$/.test(file)) return file;
  return /^(.*\/|)index\.html$/.exec(file)?.[1];
}

/** Whether a file of the site is fetched when reading without a network is turned on. */
export function isKept(file: string): boolean {
  return (
    file.startsWith('_astro/') ||
    (file.startsWith(routes.searchIndex()) && !file.endsWith('pagefind-worker.js')) ||
    file === 'favicon.svg'
  );
}
