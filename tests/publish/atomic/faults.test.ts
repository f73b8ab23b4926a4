/** What a machine can refuse – room, permission, a place that is in use – ends in a sentence and damages nothing. */

import { spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { programDir } from '../../../src/collection/program-dir.ts';
import { type Ended, endOf, runCommand, userEnvironment } from '../../command.ts';
import { temporaryFolder, treeOf } from '../../folder.ts';
import { sourcesDir } from '../../own.ts';
import { warmProgram } from '../../warm.ts';

const folder = temporaryFolder('faults');
const program = warmProgram();
const environment = {
  CONTENT_DIR: path.join(folder, 'content'),
  OUT_DIR: path.join(folder, 'out'),
};
const { CONTENT_DIR: content, OUT_DIR: out } = environment;
const report = path.join(content, 'sources/632800-2020/source.txt');
let site: Record<string, string>;

beforeAll(async () => {
  cpSync(path.join(sourcesDir, '632800-2020'), path.dirname(report), { recursive: true });
  const { code, output } = await program.run('build', environment);
  expect(code, output).toBe(0);
  site = treeOf(out);
  writeFileSync(report, readFileSync(report, 'utf8').replaceAll('27件', '28件'));
});
beforeEach(() => rmSync(path.join(content, '.cache'), { recursive: true, force: true }));

/** Runs a command that may not write a file beyond so many blocks of 512 bytes: as on a full disk, writes fail half way. */
async function withLittleRoom(
  blocks: number,
  args: string[],
  more: Record<string, string> = {},
): Promise<Ended> {
  const line = `ulimit -f ${blocks}; exec "$@"`;
  const program = [process.execPath, path.join(programDir, 'scripts/run.cjs'), ...args];
  const child = spawn('sh', ['-c', line, 'sh', ...program], {
    cwd: programDir,
    env: userEnvironment({ ...environment, ...more }),
  });
  return endOf(child);
}

/** The site is the one there was, and nothing lies beside it. */
function expectUntouched(): void {
  expect(treeOf(out)).toEqual(site);
  expect(readdirSync(folder).sort()).toEqual(['content', 'out']);
}

describe('without room on the disk', () => {
  it.each([8, 120])('a build ends in a sentence (%i blocks)', async (blocks) => {
    const { code, output } = await withLittleRoom(blocks, ['build']);
    expect(output).toContain('文件超出系统允许的大小');
    expect(output).toContain('原有网站保持不变');
    expect(output).not.toMatch(/^\s+at /mu);
    expect(code).toBe(1);
    expectUntouched();
  });

  it('a conversion ends in a sentence and leaves no file cut short', async () => {
    const reports = path.join(content, 'reports');
    await program.run('convert', environment);
    const before = treeOf(reports);
    writeFileSync(report, readFileSync(report, 'utf8').replaceAll('28件', '29件'));
    const { code, output } = await withLittleRoom(8, ['convert']);
    expect(output).toContain('文件超出系统允许的大小');
    expect(code).toBe(1);
    const after = treeOf(reports);
    for (const name of Object.keys(before)) {
      const text = readFileSync(path.join(reports, name), 'utf8');
      if (name.endsWith('.json')) expect(() => JSON.parse(text), name).not.toThrow();
    }
    expect(Object.keys(after)).toEqual(Object.keys(before));
  });

  it('an import takes nothing in', async () => {
    const file = path.join(sourcesDir, '330182-2020/source.txt');
    const { code, output } = await withLittleRoom(8, ['import', file, '--yes']);
    expect(output).toContain('文件超出系统允许的大小');
    expect(code).toBe(1);
    expect(readdirSync(path.join(content, 'sources'))).toEqual(['632800-2020']);
  });
});

describe('where nothing may be written', () => {
  // Permissions do not bind root; no system lets even root make a folder there.
  const isRoot = process.getuid?.() === 0;
  const closed = isRoot ? '/sys' : path.join(folder, 'content', 'closed');

  beforeAll(() => {
    if (!isRoot) mkdirSync(closed, { mode: 0o555 });
  });
  afterAll(() => {
    if (!isRoot) chmodSync(closed, 0o755);
  });

  it.each([
    ['the site', { OUT_DIR: path.join(closed, 'site') }],
    ['the collection', { CONTENT_DIR: closed }],
  ])('a build says so of %s before it begins', async (_, place) => {
    const { code, output } = await program.run('build', { ...environment, ...place });
    expect(output).toContain(closed);
    expect(output).toMatch(/权限|不允许写入|只读/u);
    expect(output).not.toContain('[1/3]');
    expect(output).not.toMatch(/^\s+at /mu);
    expect(code).toBe(1);
    expectUntouched();
  });

  it('a conversion says so', async () => {
    const { code, output } = await program.run('convert', { CONTENT_DIR: closed });
    expect(output).toMatch(/权限|不允许写入|只读/u);
    expect(code).toBe(1);
  });

  it('a build says so of a file where a folder should be', async () => {
    const { code, output } = await program.run('build', { ...environment, OUT_DIR: report });
    expect(output).toContain('是一个文件');
    expect(code).toBe(1);
    expectUntouched();
  });
});

describe('a second command at the same time', () => {
  const owner = (more: object) =>
    JSON.stringify({
      pid: process.pid,
      host: hostname(),
      command: 'npm run build',
      since: '2026-01-01T00:00:00.000Z',
      ...more,
    });
  const locks = {
    collection: path.join(content, '.cache/collection.lock'),
    site: `${out}.lock`,
  };
  const put = (file: string, text: string) => {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  };

  it.each([
    ['build', locks.collection],
    ['build', locks.site],
    ['convert', locks.collection],
  ])('%s is refused, with who is at work and what to do', async (command, lock) => {
    put(lock, owner({}));
    const { code, output } = await program.run(command, environment);
    expect(output).toContain(`进程 ${process.pid}`);
    expect(output).toContain(`删除 ${lock} 后重试`);
    expect(code).toBe(1);
    expect(existsSync(lock)).toBe(true);
    rmSync(lock);
    expectUntouched();
  });

  it('does not take a lock of another machine for a dead one', async () => {
    put(locks.collection, owner({ host: 'elsewhere', pid: 999_999_999 }));
    const { code, output } = await program.run('convert', environment);
    expect(output).toContain('主机 elsewhere');
    expect(code).toBe(1);
  });

  it.each([
    ['ended', owner({ pid: 999_999_999 })],
    ['gave its number to another', owner({ started: 'another boot 1' })],
  ])('takes over from a process that %s', async (_, text) => {
    put(locks.collection, text);
    const { code, output } = await program.run('convert', environment);
    expect(code, output).toBe(0);
    expect(existsSync(locks.collection)).toBe(false);
  });

  it('of five builds begun together at least one succeeds, the others are refused, the site is right', async () => {
    const results = await Promise.all(
      Array.from({ length: 5 }, () => runCommand('build', environment)),
    );
    const built = results.filter(({ code }) => code === 0);
    expect(built.length).toBeGreaterThan(0);
    for (const { code, output } of results) if (code !== 0) expect(output).toContain('正在使用');
    const together = treeOf(out);
    expect(readdirSync(folder).sort()).toEqual(['content', 'out']);
    expect((await program.run('build', environment)).code).toBe(0);
    expect(treeOf(out)).toEqual(together);
  });
});
