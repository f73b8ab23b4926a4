/** A site whose parts two machines made is the one that a single machine makes. */

import { cpSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder, treeOf } from '../folder.ts';
import { sourcesDir } from '../own.ts';
import { warmProgram } from '../warm.ts';

const folder = temporaryFolder('parts');
const program = warmProgram();

/** A machine with the collection and nothing else. */
function machine(name: string) {
  const contentDir = path.join(folder, name);
  const outDir = path.join(folder, `${name}-site`);
  cpSync(sourcesDir, path.join(contentDir, 'sources'), { recursive: true });
  const cache = path.join(contentDir, '.cache');
  const build = (...args: string[]) =>
    program.run('build', { CONTENT_DIR: contentDir, OUT_DIR: outDir }, args);
  return { outDir, cache, build, shards: () => readdirSync(path.join(cache, 'search')).sort() };
}

it('takes over what parts made, and nothing that was damaged on the way', async () => {
  const [one, first, second, last] = ['one', 'first', 'second', 'last'].map(machine);
  if (!one || !first || !second || !last) throw new Error('four machines');
  for (const { code, output } of [
    await one.build(),
    await first.build('--part', '1/2'),
    await second.build('--part', '2/2'),
  ])
    expect(code, output).toBe(0);
  // Each made something the other did not, and both together everything.
  expect(first.shards().length).toBeGreaterThan(0);
  expect(second.shards().length).toBeGreaterThan(0);
  expect([...first.shards(), ...second.shards()].sort()).toEqual(one.shards());
  const page = Object.keys(treeOf(path.join(first.cache, 'part'))).find((name) =>
    /^reports\/\d/.test(name),
  );
  rmSync(path.join(first.cache, 'part', page ?? ''));
  const { code, output } = await last.build('--parts', first.cache, second.cache);
  expect(code, output).toBe(0);
  expect(Number(/其中 (\d+) 个没有变动/.exec(output)?.[1])).toBeGreaterThan(20);
  expect(treeOf(last.outDir)).toEqual(treeOf(one.outDir));
});

it('refuses parts that there are not', async () => {
  const { code, output } = await machine('wrong').build('--part', '3/2');
  expect(code).toBe(1);
  expect(output).toContain('--part 1/2');
});
