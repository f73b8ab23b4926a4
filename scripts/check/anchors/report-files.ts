/** The files of a report that are kept as they were published: source, original, former versions. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Collection } from '../../../src/collection/files.ts';

/** SHA-256 of each, by path within the folder of the report. */
export function hashFiles({ sourcesDir }: Collection, id: string): Record<string, string> {
  const folder = path.join(sourcesDir, id);
  const versions = path.join(folder, 'versions');
  const names = [
    ...readdirSync(folder).filter((name) => name === 'source.txt' || name.startsWith('original.')),
    ...(existsSync(versions) ? readdirSync(versions) : [])
      .filter((name) => !name.startsWith('.'))
      .map((name) => `versions/${name}`),
  ].sort();
  return Object.fromEntries(
    names.map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(path.join(folder, name)))
        .digest('hex'),
    ]),
  );
}
