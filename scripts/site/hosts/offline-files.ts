/** Writes the service worker into a finished site, and the list of what it keeps. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  cachePrefix,
  isKept,
  keptPages,
  type OfflineFiles,
  type OfflineList,
  type OfflinePlan,
} from '../../../src/client/offline/plan.ts';
import { serviceWorker } from '../../../src/client/offline/worker.ts';
import { routes } from '../../../src/model/routes.ts';
import { byCode } from '../manifest/walk.ts';

/** Most pages kept because they were read. */
const mostRead = 2000;
/** Files that one list names. */
const listLength = 1000;

/** Files of the index whose names change with what they hold need not be read for the version. */
const isNamedByContent = (file: string) => /^pagefind\/[^/]+\.[0-9a-f]{12}\//.test(file);

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
  const listed: string[] = [];
  let bytes = 0;
  const add = async (address: string, file: string) => {
    const target = path.join(siteDir, file);
    const { size } = await stat(target);
    bytes += size;
    listed.push(address);
    hash.update(`\0${address}\0`);
    if (!isNamedByContent(file)) hash.update(await readFile(target));
  };
  for (const page of keptPages) await add(page, `${page}index.html`);
  const kept = files.map((file) => file.split(path.sep).join('/')).filter(isKept);
  for (const file of kept.sort(byCode))
    if ((await stat(path.join(siteDir, file))).isFile()) await add(file, file);
  const version = hash.digest('hex').slice(0, 16);
  const lists = Array.from(
    { length: Math.ceil(listed.length / listLength) },
    (_, n): OfflineList => {
      const files = listed.slice(n * listLength, (n + 1) * listLength);
      return { version, files };
    },
  );
  const whole: OfflineFiles = { version, bytes, count: listed.length, lists: lists.length };
  const plan: OfflinePlan = {
    version,
    prefix: cachePrefix(base),
    files: routes.offlineFiles(),
    lists: routes.offlineLists(),
    missing: routes.offline(),
    mostRead,
  };
  await mkdir(path.join(siteDir, routes.offlineLists()), { recursive: true });
  const write = (address: string, value: OfflineFiles | OfflineList) =>
    writeFile(path.join(siteDir, address), `${JSON.stringify(value)}\n`);
  await write(routes.offlineFiles(), whole);
  for (const [n, list] of lists.entries())
    await write(`${routes.offlineLists()}${n + 1}.json`, list);
  const script = `(${serviceWorker.toString()})(self, ${JSON.stringify(plan)});\n`;
  await writeFile(path.join(siteDir, routes.serviceWorker()), script);
}
