/** Hashes of files that are read once: they must never be those of a former content. */
import { createHash } from 'node:crypto';
import { linkSync, renameSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { hashFile } from '../src/collection/hash-file.ts';
import { temporaryFolder } from './folder.ts';

const folder = temporaryFolder('hash-file');
const file = path.join(folder, 'file');
const other = path.join(folder, 'other');

const now = Date.now() / 1000;

/** Writes a file that shows a time. */
function write(target: string, content: string, time: number): void {
  writeFileSync(target, content);
  utimesSync(target, time, time);
}

const expectHashOf = (target: string, content: string) =>
  expect(hashFile(target)).toEqual({
    bytes: Buffer.byteLength(content),
    sha256: createHash('sha256').update(content).digest('base64url'),
  });

it('are those of what was written over a file', () => {
  write(file, '一', now - 60);
  expectHashOf(file, '一');
  write(file, '二', now - 50);
  expectHashOf(file, '二');
  truncateSync(file, 0);
  utimesSync(file, now - 50, now - 50);
  expectHashOf(file, '');
});

it('are those of a file that took the place of another', () => {
  write(file, '一', now - 60);
  expectHashOf(file, '一');
  write(other, '二', now - 60);
  renameSync(other, file);
  expectHashOf(file, '二');
});

it('are those of a file that is written again at once', () => {
  const time = Date.now() / 1000;
  for (const content of ['一', '二', '三']) {
    write(file, content, time);
    expectHashOf(file, content);
  }
});

it('are the same under every name of a file', () => {
  write(file, '一'.repeat(1 << 20), now - 60);
  expectHashOf(file, '一'.repeat(1 << 20));
  const name = path.join(folder, 'name');
  linkSync(file, name);
  expect(hashFile(name)).toBe(hashFile(file));
});
