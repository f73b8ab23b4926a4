/** Hashes by which the browser tells the files of the index from anything else. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type FileHashes, hashInName, hashOf, packedAs } from '../../../src/search/genuine.ts';

/** Never fetched: searches run in the page itself. */
const unread = 'pagefind-worker.js';

/** Files that lie directly in a folder of the index, each with its hash. */
export function hashesOf(folder: string): FileHashes {
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  const names = files.map(({ name }) => name).filter((name) => name !== unread);
  return Object.fromEntries(
    names.sort().map((name) => [name, hashOf(readFileSync(path.join(folder, name)))]),
  );
}

/** Hash of a script in the form of the attribute `integrity`. */
export const integrityOf = (file: string) =>
  `sha256-${createHash('sha256').update(readFileSync(file)).digest('base64')}`;

/** @throws when Pagefind has named a packed file by anything but its content. */
export async function assertNamedByContent(folder: string): Promise<void> {
  const names = readdirSync(folder, { recursive: true }) as string[];
  for (const name of names.filter((each) => /\.pf_(?:index|meta)$/.test(each))) {
    const hash = hashInName(name);
    const genuine =
      hash && (await packedAs(hash)(gunzipSync(readFileSync(path.join(folder, name)))));
    if (!genuine) throw new Error(`Pagefind names ${name} by something else than its content`);
  }
}
