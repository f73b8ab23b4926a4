/** What all pages depend on beside reports. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { programDir } from '../../../src/collection/program-dir.ts';
import type { Settings } from '../../../src/collection/settings.ts';

const folders = ['src', 'scripts', 'public'];
const files = ['astro.config.mjs', 'package-lock.json', 'tsconfig.json'];

function filesIn(folder: string, recursive: boolean): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

/** A hash of the program, its packages, the vocabularies and the settings: with another one, no page is taken over. */
export function codeKey({ contentDir, basePath, siteUrl, contactUrl }: Settings): string {
  const all = [
    ...folders.flatMap((folder) => filesIn(path.join(programDir, folder), true)),
    ...files.map((file) => path.join(programDir, file)),
    ...filesIn(path.join(programDir, 'content'), false),
    ...filesIn(contentDir, false),
  ];
  const hash = createHash('sha256');
  hash.update(JSON.stringify([basePath, siteUrl, contactUrl, process.versions.node]));
  for (const file of [...new Set(all)].sort())
    hash.update(`\0${path.relative(programDir, file)}\0`).update(readFileSync(file));
  return hash.digest('base64url');
}
