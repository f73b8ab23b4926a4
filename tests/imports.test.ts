/** What a module is made of decides what is made again: a change of a leaf changes the hash of what leads to it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { hashOfCode, importClosure } from '../scripts/files/imports.ts';
import { programDir } from '../src/collection/program-dir.ts';
import { temporaryFolder } from './folder.ts';

it('hashes the modules that an entry leads to, through imports, exports and threads, and no others', () => {
  const folder = temporaryFolder('imports');
  const file = (name: string) => path.join(folder, name);
  const write = (name: string, text: string) => writeFileSync(file(name), text);
  mkdirSync(file('deep'));
  write('entry.ts', "import { a } from './deep/a.ts';\nnew URL('./thread.ts', import.meta.url);\n");
  write('deep/a.ts', "export { leaf } from '../leaf.ts';\nimport type { B } from './b.ts';\n");
  write('deep/b.ts', 'export type B = 1;\n');
  write('leaf.ts', 'export const leaf = 1;\n');
  write('thread.ts', "await import('./late.ts');\n");
  write('late.ts', '');
  write('other.ts', '');
  const names = importClosure([file('entry.ts')]).map((each) => path.relative(folder, each));
  expect(names).toEqual(['deep/a.ts', 'deep/b.ts', 'entry.ts', 'late.ts', 'leaf.ts', 'thread.ts']);
  const before = hashOfCode(folder, [file('entry.ts')]);
  write('other.ts', 'changed');
  expect(hashOfCode(folder, [file('entry.ts')])).toBe(before);
  write('leaf.ts', 'export const leaf = 2;\n');
  expect(hashOfCode(folder, [file('entry.ts')])).not.toBe(before);
});

it.each([
  ['scripts/site/index-search/build-shard.ts', 'src/model/outline.ts'],
  ['scripts/convert/run.ts', 'scripts/convert/facts/quantities/units.ts'],
  ['scripts/convert/run.ts', 'src/collection/regions.ts'],
])('%s is made of %s', (entry, leaf) => {
  const closure = importClosure([path.join(programDir, entry)]);
  expect(closure).toContain(path.join(programDir, leaf));
});
