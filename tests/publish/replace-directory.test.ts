import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { assertReplaceable, replaceDirectory } from '../../scripts/site/replace-directory.ts';
import { temporaryFolder } from '../folder.ts';

let folder: string;
const file = (name: string) => path.join(folder, name);

beforeEach(() => {
  folder = temporaryFolder('replace');
  mkdirSync(file('new'));
  writeFileSync(file('new/index.html'), 'new');
});

test('takes the place of a former folder and leaves nothing behind', async () => {
  mkdirSync(file('site'));
  writeFileSync(file('site/old.html'), 'old');
  await replaceDirectory(file('new'), file('site'));
  expect(readdirSync(folder)).toEqual(['site']);
  expect(readdirSync(file('site'))).toEqual(['index.html']);
});

test('needs no former folder, nor its parent', async () => {
  await replaceDirectory(file('new'), file('deep/er/site'));
  expect(existsSync(file('deep/er/site/index.html'))).toBe(true);
});

test('puts the former folder back when the new one cannot be moved', async () => {
  mkdirSync(file('site'));
  writeFileSync(file('site/index.html'), 'old');
  await expect(replaceDirectory(file('missing'), file('site'))).rejects.toThrow('ENOENT');
  expect(readFileSync(file('site/index.html'), 'utf8')).toBe('old');
});

test('refuses what is not a site', () => {
  const check = (target: string) => () =>
    assertReplaceable(file(target), 'index.html', [file('program')]);
  mkdirSync(file('program/dist'), { recursive: true });
  mkdirSync(file('empty'));
  mkdirSync(file('letters'));
  writeFileSync(file('letters/a.txt'), 'a');
  expect(check('letters')).toThrow('已有其他文件');
  expect(check('program')).toThrow('包含');
  expect(check('.')).toThrow('包含');
  for (const target of ['new', 'empty', 'absent', 'program/dist', 'program-2'])
    expect(check(target), target).not.toThrow();
});
