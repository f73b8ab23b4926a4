import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { writeZip, type ZipEntry } from '../../scripts/ship/write-zip.ts';
import { temporaryFolder } from '../folder.ts';

const folder = temporaryFolder('zip');
const target = path.join(folder, 'a.zip');

const entry = (name: string, text: string): ZipEntry => ({
  name,
  content: new TextEncoder().encode(text),
});
const unpacked = () =>
  Object.entries(unzipSync(readFileSync(target))).map(([name, bytes]) => [name, strFromU8(bytes)]);

test('holds files of memory and disk, with Chinese names, in their order', async () => {
  const file = path.join(folder, 'b.txt');
  writeFileSync(file, '法治'.repeat(1000));
  await writeZip(target, [
    entry('说明.txt', '一'),
    { name: 'b/b.txt', content: { file } },
    entry('a', ''),
  ]);
  expect(unpacked()).toEqual([
    ['说明.txt', '一'],
    ['b/b.txt', '法治'.repeat(1000)],
    ['a', ''],
  ]);
});

test('holds more files than a plain zip can', async () => {
  const names = Array.from({ length: 65_600 }, (_, number) => `${number}`);
  await writeZip(
    target,
    names.map((name) => entry(name, name)),
  );
  const files = new Map(unpacked() as [string, string][]);
  expect(files.size).toBe(65_600);
  expect(files.get('65599')).toBe('65599');
});

test('leaves the former archive and nothing else when a file cannot be read', async () => {
  await writeZip(target, [entry('a', 'before')]);
  const missing = { name: 'b', content: { file: path.join(folder, 'none') } };
  await expect(writeZip(target, [entry('a', 'after'), missing])).rejects.toThrow('ENOENT');
  expect(unpacked()).toEqual([['a', 'before']]);
  expect(readdirSync(folder).sort()).toEqual(['a.zip', 'b.txt']);
});
