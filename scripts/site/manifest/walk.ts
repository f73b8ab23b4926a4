/** The files of a folder, one after the other. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';

/** Compares texts by their UTF-16 code units, in every locale alike. */
export const byCode = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Paths of all files below a folder, with slashes, in an order that is the same on every machine. Links are followed
 * nowhere and counted as files.
 */
export async function* walk(folder: string, below = ''): AsyncGenerator<string> {
  const entries = await readdir(path.join(folder, below), { withFileTypes: true });
  for (const entry of entries.sort((a, b) => byCode(a.name, b.name))) {
    const name = below ? `${below}/${entry.name}` : entry.name;
    if (entry.isDirectory()) yield* walk(folder, name);
    else yield name;
  }
}
