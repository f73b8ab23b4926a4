/** Writes the service worker into a finished site, and the list of what it keeps. */
import { createHash } from 'node:crypto';
import { mkdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  cachePrefix,
  hashLength,
  isKept,
  keptPages,
  type OfflineFiles,
  type OfflineHashes,
  type OfflineList,
  type OfflinePlan,
  readAddress,
} from '../../../src/client/offline/plan.ts';
import { serviceWorker } from '../../../src/client/offline/worker.ts';
import { hashFile } from '../../../src/collection/hash-file.ts';
import { routes } from '../../../src/model/routes.ts';
import { byCode } from '../manifest/walk.ts';

/** Most pages kept because they were read. */
const mostRead = 2000;
/** Files that one list names. */
const listLength = 1000;

/** Files that one list of hashes is to name, on average at most: it is fetched for every page that is read. */
const hashesLength = 400;

/** Hashes of the files that are kept once they are read, in lists found by the address. */
function hashesOfRead(siteDir: string, files: readonly string[], version: string): OfflineHashes[] {
  const read = files.flatMap((file) => {
    const address = readAddress(file);
    return address === undefined ? [] : [{ file, address }];
  });
  const lists = Array.from(
    { length: Math.max(1, Math.ceil(read.length / hashesLength)) },
    (): OfflineHashes => ({ version, files: {} }),
  );
  for (const { file, address } of read) {
    const place = createHash('sha256').update(address).digest().readUInt32BE() % lists.length;
    const { sha256 } = hashFile(path.join(siteDir, file));
    (lists[place] as OfflineHashes).files[address] = sha256.slice(0, hashLength);
  }
  return lists;
}

/**
 * Writes `service-worker.js`, `offline/files.json` and the lists beside it.
 * @param files paths of the site's files, relative to it, folders included
 * @param base path the site will be served under
 */
export async function writeOfflineFiles(
  siteDir: string,
  files: readonly string[],
  base: string,
): Promise<void> {
  const hash = createHash('sha256').update(serviceWorker.toString());
  const listed: OfflineList['files'] = [];
  let bytes = 0;
  const add = (address: string, file: string) => {
    const { bytes: size, sha256 } = hashFile(path.join(siteDir, file));
    bytes += size;
    listed.push([address, sha256.slice(0, hashLength)]);
    hash.update(`\0${address}\0${sha256}`);
  };
  for (const page of keptPages) add(page, `${page}index.html`);
  const all = files.map((file) => file.split(path.sep).join('/')).sort(byCode);
  for (const file of all.filter(isKept))
    if ((await stat(path.join(siteDir, file))).isFile()) add(file, file);
  const version = hash.digest('hex').slice(0, 16);
  const lists = Array.from(
    { length: Math.ceil(listed.length / listLength) },
    (_, n): OfflineList => {
      const files = listed.slice(n * listLength, (n + 1) * listLength);
      return { version, files };
    },
  );
  const hashes = hashesOfRead(siteDir, all, version);
  const whole: OfflineFiles = { version, bytes, count: listed.length, lists: lists.length };
  const plan: OfflinePlan = {
    version,
    prefix: cachePrefix(base),
    files: routes.offlineFiles(),
    lists: routes.offlineLists(),
    hashes: routes.offlineHashes(),
    hashLists: hashes.length,
    hashLength,
    missing: routes.offline(),
    mostRead,
  };
  for (const folder of [routes.offlineLists(), routes.offlineHashes()])
    await mkdir(path.join(siteDir, folder), { recursive: true });
  const write = (address: string, value: OfflineFiles | OfflineList | OfflineHashes) =>
    writeFile(path.join(siteDir, address), `${JSON.stringify(value)}\n`);
  await write(routes.offlineFiles(), whole);
  for (const [n, list] of lists.entries())
    await write(`${routes.offlineLists()}${n + 1}.json`, list);
  for (const [n, list] of hashes.entries()) await write(`${routes.offlineHashes()}${n}.json`, list);
  const script = `(${serviceWorker.toString()})(self, ${JSON.stringify(plan)});\n`;
  await writeFile(path.join(siteDir, routes.serviceWorker()), script);
}
