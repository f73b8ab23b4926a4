/** Bundles in the cache are sealed with the hashes of their files: one that was cut short or altered is built again. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { hashFile } from '../../../src/collection/hash-file.ts';
import { linkOrCopy } from '../../files/link-or-copy.ts';

const sealFile = 'seal.json';

/** Files of a bundle but for its seal, relative to it, sorted. */
const filesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .filter((name) => name !== sealFile)
    .sort();

/** What a seal says: which bundle it is of, and the hash of every file. */
const sealOf = (folder: string, bundle: string) =>
  JSON.stringify({
    bundle,
    files: filesOf(folder).map((name) => [name, hashFile(path.join(folder, name)).sha256]),
  });

/** Seals a finished bundle that will have the name. */
export function seal(folder: string, bundle: string): void {
  writeFileSync(path.join(folder, sealFile), sealOf(folder, bundle));
}

/** Whether a bundle is there and holds what it was sealed with, under the name it was made for. */
export function isSealed(folder: string): boolean {
  try {
    const sealed = readFileSync(path.join(folder, sealFile), 'utf8');
    return sealed === sealOf(folder, path.basename(folder));
  } catch {
    return false;
  }
}

/** Publishes the files of a bundle, under second names: nothing writes into them. */
export function publishBundle(folder: string, target: string): void {
  const made = new Set<string>();
  for (const name of filesOf(folder)) {
    const file = path.join(target, name);
    if (!made.has(path.dirname(file))) mkdirSync(path.dirname(file), { recursive: true });
    made.add(path.dirname(file));
    linkOrCopy(path.join(folder, name), file);
  }
}
