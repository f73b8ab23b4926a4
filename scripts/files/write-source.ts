/** Puts an imported report into the collection: wholly or not at all. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

/** Files of a report's folder, by name. */
export type SourceFiles = Record<string, string | Uint8Array>;

function writeAll(folder: string, files: SourceFiles): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(files))
    writeFileSync(path.join(folder, name), content);
}

/** Runs `fill` on a hidden folder beside the sources, which is removed whatever happens. */
function inTemporary(sourcesDir: string, id: string, fill: (folder: string) => void): void {
  mkdirSync(sourcesDir, { recursive: true });
  const temporary = path.join(sourcesDir, `.${id}.${process.pid}.tmp`);
  rmSync(temporary, { recursive: true, force: true });
  try {
    fill(temporary);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/**
 * Adds the folder of a new report.
 * @throws when there is one already, or the disk fails; nothing is left behind then
 */
export function addSource(sourcesDir: string, id: string, files: SourceFiles): void {
  const target = path.join(sourcesDir, id);
  inTemporary(sourcesDir, id, (temporary) => {
    writeAll(temporary, files);
    if (existsSync(target)) throw new Error(`${target} exists`);
    renameSync(temporary, target);
  });
}

/**
 * Clears what an import left behind that was killed: drafts are removed, and a report whose replacement did not get
 * as far as its place is put back. For the holder of the collection's lock only.
 */
export function recoverSources(sourcesDir: string): void {
  if (!existsSync(sourcesDir)) return;
  for (const name of readdirSync(sourcesDir)) {
    const [, id, kind] = /^\.(.+)\.\d+\.(tmp|former)$/u.exec(name) ?? [];
    if (id === undefined) continue;
    const left = path.join(sourcesDir, name);
    const target = path.join(sourcesDir, id);
    if (kind === 'former' && !existsSync(target)) renameSync(left, target);
    else rmSync(left, { recursive: true, force: true });
  }
}

/** A name for the former version of a day that no version has yet. */
function versionName(folder: string, day: string): string {
  for (let count = 1; ; count++) {
    const name = count === 1 ? day : `${day}-${count}`;
    if (!existsSync(path.join(folder, 'versions', `${name}.txt`))) return name;
  }
}

/**
 * Replaces the source of a report and keeps the former one, with its original file, under `versions/`.
 * @param day ISO date under which the former version is kept
 * @returns the name of the former version
 */
export function replaceSource(
  sourcesDir: string,
  id: string,
  files: SourceFiles,
  day: string,
): string {
  const target = path.join(sourcesDir, id);
  const version = versionName(target, day);
  const former = path.join(sourcesDir, `.${id}.${process.pid}.former`);
  inTemporary(sourcesDir, id, (temporary) => {
    cpSync(target, temporary, { recursive: true });
    const versions = path.join(temporary, 'versions');
    mkdirSync(versions, { recursive: true });
    renameSync(path.join(temporary, 'source.txt'), path.join(versions, `${version}.txt`));
    for (const name of readdirSync(temporary))
      if (name.startsWith('original.'))
        renameSync(path.join(temporary, name), path.join(versions, `${version}.${name}`));
    writeAll(temporary, files);
    renameSync(target, former);
    try {
      renameSync(temporary, target);
    } catch (error) {
      renameSync(former, target);
      throw error;
    }
    rmSync(former, { recursive: true, force: true });
  });
  return version;
}
