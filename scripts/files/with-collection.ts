/** Work that writes into the collection: alone, and on what an earlier one left whole. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Collection } from '../../src/collection/files.ts';
import { takeLock } from './lock.ts';
import { recoverSources } from './write-source.ts';

/**
 * Makes sure that files can be written in folders, which are made, before the work of minutes is begun.
 * @throws the error of the system otherwise
 */
export function assertWritable(folders: readonly string[]): void {
  for (const folder of folders) {
    mkdirSync(folder, { recursive: true });
    const probe = path.join(folder, `.probe-${process.pid}`);
    try {
      writeFileSync(probe, '');
    } finally {
      rmSync(probe, { force: true });
    }
  }
}

/**
 * Runs what writes into a collection while no other command does.
 * @param command as a person would type it
 * @throws {Locked} at once when another command is at work
 */
export async function withCollection<Result>(
  { place: { cacheDir, contentDir }, sourcesDir }: Collection,
  command: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const release = takeLock(path.join(cacheDir, 'collection.lock'), contentDir, command);
  try {
    recoverSources(sourcesDir);
    return await work();
  } finally {
    release();
  }
}
