import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { runCommand } from '../command.ts';
import { temporaryFolder } from '../folder.ts';
import { sourcesDir } from '../own.ts';
import { warmProgram } from '../warm.ts';

const folder = temporaryFolder('build');
const program = warmProgram();
const environment = {
  CONTENT_DIR: path.join(folder, 'content'),
  OUT_DIR: path.join(folder, 'out'),
  BASE_PATH: '/法治',
};
const sources = path.join(environment.CONTENT_DIR, 'sources');

beforeAll(() => {
  cpSync(path.join(sourcesDir, '632800-2020'), path.join(sources, '632800-2020'), {
    recursive: true,
  });
});

const page = path.join(environment.OUT_DIR, 'reports/632800-2020/index.html');
const printed = () => readFileSync(page, 'utf8').replace(/<[^>]*>/gu, '');

test('builds a collection outside the checkout', async () => {
  const { code, output } = await runCommand('build', environment);
  expect(output).toContain('[3/3]');
  expect(code).toBe(0);
  expect(readdirSync(folder).sort()).toEqual(['content', 'out']);
  expect(printed()).toContain('行政复议案件27件');
});

test('builds anew in a process that has built before', async () => {
  const source = path.join(sources, '632800-2020/source.txt');
  const text = readFileSync(source, 'utf8');
  for (const words of ['行政复议案件28件', '行政复议案件27件']) {
    writeFileSync(source, text.replace('行政复议案件27件', words));
    const { code, output } = await program.run('build', environment);
    expect(code, output).toBe(0);
    expect(printed()).toContain(words);
  }
});

test('a faulty report leaves the former site as it was', async () => {
  mkdirSync(path.join(sources, '999999-2020'));
  writeFileSync(path.join(sources, '999999-2020/source.txt'), '一、总体情况\n正文。\n');
  mkdirSync(path.join(sources, '110101-2020'));
  writeFileSync(path.join(sources, '110101-2020/source.txt'), '');
  writeFileSync(path.join(environment.OUT_DIR, 'mark'), '');
  const before = readFileSync(page, 'utf8');
  const { code, output } = await program.run('build', environment);
  expect(output).toContain('999999-2020');
  expect(output).toContain('source-empty');
  expect(output).toContain('原有网站保持不变');
  expect(code).toBe(1);
  expect(readdirSync(folder).sort()).toEqual(['content', 'out']);
  expect(readdirSync(environment.OUT_DIR)).toContain('mark');
  expect(readFileSync(page, 'utf8')).toBe(before);
  expect(readdirSync(path.dirname(path.dirname(page)))).not.toContain('110101-2020');
});

test('does not touch a folder with other files', async () => {
  const letters = path.join(folder, 'letters');
  mkdirSync(letters);
  writeFileSync(path.join(letters, 'a.txt'), '');
  const { code, output } = await program.run('build', { ...environment, OUT_DIR: letters });
  expect(output).toContain('为免误删');
  expect(code).toBe(1);
  expect(readdirSync(letters)).toEqual(['a.txt']);
  rmSync(letters, { recursive: true });
});

test('preview says what to do when nothing is built', async () => {
  const { code, output } = await runCommand('preview', { OUT_DIR: path.join(folder, 'none') });
  expect(output).toContain('npm run build');
  expect(code).toBe(1);
});
