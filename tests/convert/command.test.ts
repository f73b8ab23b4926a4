/** `npm run convert` on a collection outside the program, good and bad. */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { programDir } from '../../src/collection/program-dir.ts';
import { reportFrontmatter } from '../../src/model/report.ts';
import { runCommand } from '../command.ts';
import { temporaryFolder } from '../folder.ts';
import { warmProgram } from '../warm.ts';

let folder: string;
let sources: string;
let reports: string;

beforeEach(() => {
  folder = temporaryFolder('collection');
  sources = path.join(folder, 'sources');
  reports = path.join(folder, 'reports');
  mkdirSync(sources);
});

function addReal(id: string): void {
  cpSync(path.join(programDir, 'content/sources', id), path.join(sources, id), { recursive: true });
}

function add(id: string, files: Record<string, string | Uint8Array>): void {
  mkdirSync(path.join(sources, id));
  for (const [name, content] of Object.entries(files))
    writeFileSync(path.join(sources, id, name), content);
}

const program = warmProgram();
const environment = () => ({ CONTENT_DIR: folder });
const convert = () => program.run('convert', environment());
const bytes = () =>
  Object.fromEntries(
    readdirSync(reports).map((name) => [name, readFileSync(path.join(reports, name), 'utf8')]),
  );

describe('npm run convert', () => {
  it('writes page, data and record of each report, the same bytes every time', async () => {
    addReal('632800-2020');
    addReal('152200-2021');
    const first = await runCommand('convert', environment());
    expect(first.code, first.output).toBe(0);
    const written = bytes();
    expect(Object.keys(written).filter((name) => name.endsWith('.mdx'))).toEqual([
      '152200-2021.mdx',
      '632800-2020.mdx',
    ]);
    for (const id of ['152200-2021', '632800-2020'])
      expect(Object.keys(written)).toEqual(
        expect.arrayContaining([`${id}.json`, `${id}.facts.json`, `${id}.record.json`]),
      );
    const [, yaml] = (written['632800-2020.mdx'] as string).split(/^---$/m);
    expect(reportFrontmatter.parse(parse(yaml as string)).documentNumber).toBe('西政〔2021〕5号');
    rmSync(reports, { recursive: true });
    await convert();
    expect(bytes()).toEqual(written);
  });

  it('never touches the sources', async () => {
    addReal('620524-2020');
    await convert();
    expect(readdirSync(path.join(sources, '620524-2020')).sort()).toEqual([
      'report.yaml',
      'source.txt',
    ]);
    expect(readFileSync(path.join(sources, '620524-2020/source.txt'))).toEqual(
      readFileSync(path.join(programDir, 'content/sources/620524-2020/source.txt')),
    );
  });

  it('blocks a faulty report and only that one, names every fault, and keeps what was good', async () => {
    addReal('632800-2020');
    add('530102-2020', { 'source.txt': '一、工作\n正文。' });
    expect((await convert()).code).toBe(0);
    const before = bytes();

    add('330182-2020', { 'source.txt': Uint8Array.from([0xe4, 0xb8, 0x80, 0x0a, 0xff]) });
    add('620524-2020', { 'report.yaml': 'title: 无原文' });
    add('武山县', { 'source.txt': '一、工作\n正文。' });
    writeFileSync(
      path.join(sources, '530102-2020/report.yaml'),
      'yaer: 2020\nyear: 2019\nnotes:\n  - exact: 没有的话\n    text: 注',
    );
    writeFileSync(path.join(sources, '530102-2020/source.txt'), '一、工作改了\n正文。');
    const { code, output } = await convert();
    expect(code).toBe(1);
    expect(output).toContain('330182-2020/source.txt:2:1 错误 source-encoding');
    expect(output).toContain('620524-2020/source.txt 错误 source-missing');
    expect(output).toContain('武山县/source.txt 错误 report-id');
    expect(output).toContain('530102-2020/report.yaml:1:1 错误 annotation-key');
    expect(output).toMatch(/未知的键“yaer”\n {2}应为以下之一：region、year、/u);
    expect(bytes()).toEqual(before);
    expect(output).toContain('530102-2020/report.yaml:2:7 错误 year-contradicts-id');
    expect(output).toContain('530102-2020/report.yaml:4:12 错误 quote-not-found');
  });

  it('removes what it generated for a report whose source is gone', async () => {
    addReal('632800-2020');
    addReal('152200-2021');
    await convert();
    rmSync(path.join(sources, '152200-2021'), { recursive: true });
    await convert();
    expect(readdirSync(reports).some((name) => name.startsWith('152200'))).toBe(false);
  });

  it('refuses a collection without reports', async () => {
    const { code, output } = await runCommand('convert', environment());
    expect(code).toBe(1);
    expect(output).toContain('collection-empty');
  });
});
