/** Lists the files of a finished site in its manifest. */
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Collection, openCollection } from '../../../src/collection/files.ts';
import { hashFile } from '../../../src/collection/hash-file.ts';
import type { Settings } from '../../../src/collection/settings.ts';
import { type ListedFile, reportOf, type SiteManifest } from '../../../src/model/manifest.ts';
import { routes } from '../../../src/model/routes.ts';
import { walk } from './walk.ts';

/** Lines of one part: about two megabytes. */
const partLimit = 10_000;

/** Size of a file, and its SHA-256 in hexadecimal. */
function listedHash(file: string): { bytes: number; sha256: string } {
  const { bytes, sha256 } = hashFile(file);
  return { bytes, sha256: Buffer.from(sha256, 'base64url').toString('hex') };
}

/** SHA-256 of the sources of all reports, by id. */
function sourceHashes(collection: Collection): Map<string, string> {
  const file = (id: string) => path.join(collection.sourcesDir, id, 'source.txt');
  return new Map(collection.convertedIds().map((id) => [id, listedHash(file(id)).sha256]));
}

/** Writes the parts of a manifest as they fill. */
class Parts {
  readonly written: SiteManifest['parts'] = [];
  #lines: string[] = [];
  readonly #siteDir: string;

  constructor(siteDir: string) {
    this.#siteDir = siteDir;
  }

  async add(file: ListedFile): Promise<void> {
    this.#lines.push(`${JSON.stringify(file)}\n`);
    if (this.#lines.length === partLimit) await this.close();
  }

  /** Writes what has come since the last part. */
  async close(): Promise<void> {
    const files = this.#lines.length;
    if (files === 0) return;
    const name = routes.manifestPart(this.written.length + 1);
    const target = path.join(this.#siteDir, name);
    const text = Buffer.from(this.#lines.join(''));
    this.#lines = [];
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, text);
    const sha256 = createHash('sha256').update(text).digest('hex');
    this.written.push({ path: name, files, sha256 });
  }
}

/**
 * Lists every file below a folder in `data/manifest.json` and its parts. The same files give the same bytes.
 * @returns the manifest, as written
 */
export async function writeManifest(settings: Settings, siteDir: string): Promise<SiteManifest> {
  const sources = sourceHashes(openCollection(settings));
  const list = (name: string): ListedFile => {
    const digest = listedHash(path.join(siteDir, name));
    const report = reportOf(name, (id) => sources.has(id));
    const source = report === undefined ? undefined : sources.get(report);
    return {
      path: name,
      ...digest,
      ...(report === undefined || source === undefined ? {} : { report, source }),
    };
  };
  const parts = new Parts(siteDir);
  const files: string[] = [];
  // Parts are written while files are read: which files there are is settled before.
  for await (const name of walk(siteDir)) files.push(name);
  let bytes = 0;
  for (const name of files) {
    const file = list(name);
    bytes += file.bytes;
    await parts.add(file);
  }
  await parts.close();
  const manifest: SiteManifest = {
    version: 1,
    base: settings.basePath,
    site: settings.siteUrl ?? null,
    files: files.length,
    bytes,
    parts: parts.written,
  };
  const target = path.join(siteDir, routes.manifest());
  await writeFile(target, `${JSON.stringify(manifest, null, 1)}\n`);
  return manifest;
}
