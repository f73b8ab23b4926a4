/** A command that is killed, whenever that is, damages nothing, and the next one is right. */

import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Random } from '../../../scripts/measure/bench/random.ts';
import { programDir } from '../../../src/collection/program-dir.ts';
import { type Ended, endOf, userEnvironment } from '../../command.ts';
import { temporaryFolder, treeOf } from '../../folder.ts';
import { sourcesDir } from '../../own.ts';
import { type WarmEnded, warmProgram } from '../../warm.ts';

/** `KILL_SEED=<number> KILL_POINTS=<number>` repeat a run, or make it longer. */
const seed = Number(process.env['KILL_SEED'] ?? 20_260_101);
const points = Number(process.env['KILL_POINTS'] ?? 1);
console.log(`KILL_SEED=${seed} KILL_POINTS=${points}`);
const random = new Random(seed);

const folder = temporaryFolder('killed');
const content = path.join(folder, 'content');
const out = path.join(folder, 'out');
const report = path.join(content, 'sources/632800-2020/source.txt');
const original = readFileSync(path.join(sourcesDir, '632800-2020/source.txt'), 'utf8');

const program = warmProgram();
const places = { CONTENT_DIR: content, OUT_DIR: out };

/** Runs a command that nobody kills. */
const run = ([command = '', ...args]: string[]): Promise<WarmEnded> =>
  program.run(command, places, args);

/** Runs a command that is killed, with all it has started, as the variables say (see `kill-at.ts`). */
async function runKilled(args: string[], kill: Record<string, string>): Promise<Ended> {
  const preload = path.join(import.meta.dirname, 'kill-at.ts');
  const child = spawn(process.execPath, [path.join(programDir, 'scripts/run.cjs'), ...args], {
    cwd: programDir,
    detached: true,
    env: userEnvironment({
      ...places,
      ...kill,
      NODE_OPTIONS: `--import=${preload}`,
    }),
  });
  return endOf(child);
}

/** How often a command changes the disk when nobody kills it. */
async function changesOf(args: string[]): Promise<number> {
  const counts = path.join(folder, 'counts');
  const { code, output } = await runKilled(args, { KILL_COUNT: counts });
  expect(output).not.toContain('错误');
  expect(code).toBe(0);
  const most = Math.max(...readFileSync(counts, 'utf8').trim().split('\n').map(Number));
  rmSync(counts);
  return most;
}

/** Points of time in a command: random ones, and its very end. */
const somePoints = (total: number, some = points) => [
  ...Array.from({ length: some }, () => random.between(1, total)),
  total,
];

const editions = [original, original.replaceAll('27件', '28件')];
const write = (edition: number) => writeFileSync(report, editions[edition % 2] as string);
/** What is published of each edition by a build that nobody disturbs. */
const right: Record<string, string>[] = [];

beforeAll(async () => {
  cpSync(path.join(sourcesDir, '632800-2020'), path.dirname(report), { recursive: true });
  for (const edition of [1, 0]) {
    write(edition);
    const { code, output } = await run(['build']);
    expect(code, output).toBe(0);
    right[edition] = treeOf(out);
  }
  expect(right[0]).not.toEqual(right[1]);
});

describe('a build', () => {
  it('that is killed leaves the site alone, and the next one is right', async () => {
    const total = await changesOf(['build']);
    expect(total).toBeGreaterThan(100);
    let edition = 0;
    for (const point of somePoints(total)) {
      write(edition + 1);
      const { signal, output } = await runKilled(['build'], { KILL_AT: String(point) });
      const at = `KILL_AT=${point} of ${total}\n${output}`;
      expect(signal, at).toBe('SIGKILL');
      // Whole: the former one, or the next one where it was at its place already.
      expect([right[edition % 2], right[(edition + 1) % 2]], at).toContainEqual(treeOf(out));
      const next = await run(['build']);
      expect(next.code, at + next.output).toBe(0);
      expect(treeOf(out), at).toEqual(right[(edition + 1) % 2]);
      expect(readdirSync(folder).sort(), at).toEqual(['content', 'out']);
      expect(readdirSync(path.join(content, 'reports')).length, at).toBe(4);
      edition += 1;
    }
    write(0);
    await run(['build']);
  });

  it('that is killed between the two renames is put right by whatever command comes next', async () => {
    write(1);
    const { signal } = await runKilled(['build'], {
      KILL_ON: 'rename '.concat(`${out}.unfinished`),
    });
    expect(signal).toBe('SIGKILL');
    expect(existsSync(out)).toBe(false);
    // Nothing is built from a report with a fault; the former site is there again nevertheless.
    writeFileSync(report, '');
    const { code } = await run(['build']);
    expect(code).toBe(1);
    expect(treeOf(out)).toEqual(right[0]);
    expect(readdirSync(folder).sort()).toEqual(['content', 'out']);
    write(0);
  });

  it('has no moment without a site where OUT_DIR is a link', async () => {
    const real = path.join(folder, 'real');
    renameSync(out, real);
    symlinkSync('real', out);
    write(1);
    for (const moment of [`symlink ${path.basename(out)}`, 'rename '.concat(`${out}.unfinished`)]) {
      const { signal } = await runKilled(['build'], { KILL_ON: moment });
      expect(signal, moment).toBe('SIGKILL');
      expect(treeOf(out)).toEqual(right[0]);
    }
    const { code, output } = await run(['build']);
    expect(code, output).toBe(0);
    expect(treeOf(out)).toEqual(right[1]);
    expect(readdirSync(folder).sort()).toEqual(['content', 'out', readlinkSync(out)].sort());
    renameSync(path.join(folder, readlinkSync(out)), real);
    rmSync(out);
    renameSync(real, out);
    write(0);
  });
});

describe('a conversion', () => {
  it('that is killed is made good by the next one', async () => {
    const reports = path.join(content, 'reports');
    const states: Record<string, string>[] = [];
    for (const edition of [1, 0]) {
      write(edition);
      await run(['convert']);
      states[edition] = treeOf(reports);
    }
    write(1);
    const total = await changesOf(['convert']);
    for (const [index, point] of somePoints(total).entries()) {
      write(index);
      const { signal } = await runKilled(['convert'], { KILL_AT: String(point) });
      expect(signal, `KILL_AT=${point} of ${total}`).toBe('SIGKILL');
      const { code, output } = await run(['convert']);
      expect(code, output).toBe(0);
      expect(treeOf(reports), `KILL_AT=${point}`).toEqual(states[index % 2]);
    }
  });
});

describe('an import', () => {
  const sources = path.join(content, 'sources');
  const file = path.join(folder, 'new.txt');
  const target = path.join(sources, '330182-2020');
  const importing = ['import', file, '--region', '330182', '--year', '2020', '--yes'];

  beforeAll(() => {
    cpSync(path.join(sourcesDir, '330182-2020/source.txt'), file);
    mkdirSync(sources, { recursive: true });
  });
  afterAll(() => rmSync(file));

  it('that is killed adds a report wholly or not at all', async () => {
    const before = treeOf(sources);
    const total = await changesOf(importing);
    const whole = treeOf(sources);
    expect(Object.keys(whole).length).toBeGreaterThan(Object.keys(before).length);
    // A short command: all its points would be tried if starting it were as short.
    for (const point of somePoints(total, 3 * points)) {
      rmSync(target, { recursive: true, force: true });
      rmSync(path.join(content, '.cache/import.json'), { force: true });
      await runKilled(importing, { KILL_AT: String(point) });
      const visible = Object.entries(treeOf(sources)).filter(([name]) => !name.startsWith('.'));
      expect([before, whole], `KILL_AT=${point}`).toContainEqual(Object.fromEntries(visible));
    }
    await run(importing);
    expect(treeOf(sources)).toEqual(whole);
  });

  it('that is killed while it replaces a report loses neither version', async () => {
    if (!existsSync(target)) await run(importing);
    const former = readFileSync(path.join(target, 'source.txt'), 'utf8');
    writeFileSync(file, former.replace('57.58%', '57.59%'));
    const replacing = [...importing, '--replace'];
    const { signal } = await runKilled(replacing, { KILL_ON: `.tmp ${target}` });
    expect(signal).toBe('SIGKILL');
    expect(existsSync(target)).toBe(false);
    const { code, output } = await run(['convert']);
    expect(code, output).toBe(0);
    expect(readFileSync(path.join(target, 'source.txt'), 'utf8')).toBe(former);
    expect(readdirSync(sources).sort()).toEqual(['330182-2020', '632800-2020']);
    expect((await run(replacing)).output).toContain('已更换');
  });
});
