/** Which modules of the program a module leads to, read from its text: for hashes of code and for the test of structure. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const importPatterns = [
  /^(?:import|export) [^'"`;]*from '([^'\n]+)'/gm,
  /^import '([^'\n]+)'/gm,
  /\bimport\('([^'\n]+)'\)/g,
];
/** Modules that are started as a thread or a process of their own. */
const startPattern = /\bnew URL\('(\.[^'\n]+)', import\.meta\.url\)/g;

const found = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(([, name]) => name as string);

const resolved = (file: string, name: string) =>
  path.resolve(path.dirname(file), name.split('?')[0] as string);

/** What a module imports: absolute paths of modules of the program, names of packages as they are written. */
export function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return importPatterns
    .flatMap((pattern) => found(text, pattern))
    .map((name) => (name.startsWith('.') ? resolved(file, name) : name));
}

/** Modules a module starts by their address: absolute paths. */
function startsOf(file: string): string[] {
  return found(readFileSync(file, 'utf8'), startPattern).map((name) => resolved(file, name));
}

/** All modules of the program that modules lead to, themselves included: absolute, sorted. */
export function importClosure(entries: readonly string[]): string[] {
  const seen = new Set<string>();
  const open = [...entries];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (seen.has(file) || !/\.(?:ts|astro|mjs)$/.test(file) || !existsSync(file)) continue;
    seen.add(file);
    open.push(...importsOf(file).filter((each) => path.isAbsolute(each)), ...startsOf(file));
  }
  return [...seen].sort();
}

/** A hash of the code that modules lead to, with its place below `root`. */
export function hashOfCode(root: string, entries: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of importClosure(entries))
    hash.update(`\0${path.relative(root, file)}\0`).update(readFileSync(file));
  return hash.digest('base64url');
}
