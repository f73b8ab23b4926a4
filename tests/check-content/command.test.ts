/** `npm run check:content` and `npm run anchors`, run as people run them, on edits people make. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { ruleIndex, rulePage } from '../../scripts/check/rule-page.ts';
import { catalogue, type RuleId } from '../../scripts/convert/messages.ts';
import { programDir } from '../../src/collection/program-dir.ts';
import { TestCollection } from '../import/run.ts';

const id = '152200-2021';
let collection: TestCollection;
beforeEach(async () => {
  collection = new TestCollection();
  addReal(id);
  expect((await accept()).code).toBe(0);
});

function addReal(name: string): void {
  cpSync(path.join(programDir, 'content/sources', name), path.join(collection.sources, name), {
    recursive: true,
  });
}
const file = (name: string, report = id) => path.join(collection.sources, report, name);
const read = (name: string) => readFileSync(file(name), 'utf8');
function edit(name: string, change: (text: string) => string): void {
  const before = existsSync(file(name)) ? read(name) : '';
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(file(name), after);
}
const check = (...args: string[]) => collection.run('check-content', args);
const accept = () => collection.run('anchors', ['--accept']);
const lock = () => readFileSync(path.join(collection.folder, 'anchors.lock.json'), 'utf8');

interface Finding {
  rule: string;
  level: string;
  file: string;
  line: number | null;
  reason: string;
  note: string;
  help: string;
}
async function findings(): Promise<Finding[]> {
  return (JSON.parse((await check('--format', 'json')).stdout) as { findings: Finding[] }).findings;
}
const rules = async () => (await findings()).map(({ rule }) => rule);

describe('npm run check:content', () => {
  it('passes on the reports of this repository', async () => {
    const { code, stdout } = await collection.runAlone('check-content', [], {
      CONTENT_DIR: path.join(programDir, 'content'),
    });
    expect(code, stdout).toBe(0);
    expect(stdout).not.toContain(' 错误 ');
  });

  it('names all faults of all sources with place, rule, expectation and remedy', async () => {
    writeFileSync(file('report.yaml'), 'tittle: 题名\npublished: 昨天\n');
    mkdirSync(path.join(collection.sources, '530102-2020'));
    writeFileSync(
      file('source.txt', '530102-2020'),
      Buffer.concat([Buffer.from('一、工作\n'), Buffer.of(0xff)]),
    );
    const { code, stdout } = await check();
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /152200-2021\/report\.yaml:1:1 错误 annotation-key\n {2}未知的键“tittle”\n {2}应为以下之一.*\n {2}说明：docs\/rules\/annotation-key\.md$/mu,
    );
    expect(stdout).toMatch(/report\.yaml:2:12 错误 annotation-value/u);
    expect(stdout).toMatch(/530102-2020\/source\.txt:2:1 错误 source-encoding/u);
    expect(stdout).toContain('错误 3 处');
    const list = await findings();
    for (const { help } of list) expect(existsSync(path.join(programDir, help)), help).toBe(true);
    expect(list.find(({ rule }) => rule === 'annotation-key')).toMatchObject({
      line: 1,
      level: 'error',
      help: 'docs/rules/annotation-key.md',
    });
  });

  it('writes annotations for GitHub', async () => {
    writeFileSync(file('report.yaml'), 'tittle: 题名\n');
    const { stdout } = await collection.run('check-content', [], { GITHUB_ACTIONS: 'true' });
    expect(stdout).toMatch(
      /^::error file=[^,]*report\.yaml,line=1,col=1,title=annotation-key::未知的键“tittle”%0A应为/mu,
    );
  });

  it('warns of a report much shorter than its kin, and of sections without theme', async () => {
    for (const [code, copies] of [
      ['330182', 1],
      ['330106', 30],
      ['330108', 30],
      ['330109', 30],
    ] as const) {
      mkdirSync(path.join(collection.sources, `${code}-2020`));
      const words = '全面落实行政执法三项制度，加强行政执法监督。'.repeat(copies);
      writeFileSync(
        file('source.txt', `${code}-2020`),
        `我市2020年度法治政府建设情况报告\n2020年，我市法治政府建设情况如下。\n一、主要工作\n（一）行政执法。${words}\n（二）其他。花草树木长得很好。\n二、存在的问题\n三、下一步打算`,
      );
    }
    const list = await findings();
    const short = list.filter(({ rule }) => rule === 'report-short');
    expect(short.map(({ file: name }) => name)).toEqual([expect.stringContaining('330182-2020')]);
    expect(list.filter(({ rule }) => rule === 'section-without-theme')).toContainEqual(
      expect.objectContaining({ line: 5, level: 'warning' }),
    );
    expect(list.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('has a page for every rule', () => {
    const folder = path.join(programDir, 'docs/rules');
    const ids = Object.keys(catalogue) as RuleId[];
    expect(readdirSync(folder).sort()).toEqual(
      [...ids.map((rule) => `${rule}.md`), 'README.md'].sort(),
    );
    for (const rule of ids)
      expect(readFileSync(path.join(folder, `${rule}.md`), 'utf8'), 'npm run docs').toBe(
        rulePage(rule),
      );
    expect(readFileSync(path.join(folder, 'README.md'), 'utf8')).toBe(ruleIndex());
  });
});

describe('published addresses', () => {
  it('are locked with the text they stand for, the same bytes every time', async () => {
    const first = lock();
    expect(JSON.parse(first)).toMatchObject({
      version: 1,
      reports: { [id]: { anchors: { 's1-k1-i1-p1': expect.stringMatching(/^[\w-]{8}$/u) } } },
    });
    const { code, stdout } = await collection.runAlone('anchors', ['--accept']);
    expect([code, stdout]).toEqual([0, '没有变化。\n']);
    expect(lock()).toBe(first);
  });

  it('fail the check when one is dropped, and pass with the redirect it prints', async () => {
    // The last numbered section of the first chapter loses its number's place: (七) becomes (八).
    edit('source.txt', (text) => text.replace('(七)', '(八)'));
    const failed = await check();
    expect(failed.code).toBe(1);
    expect(failed.stdout).toContain('anchor-lost');
    const printed = /^ {2}redirects:\n((?: {4}s.*\n)+)/mu.exec(failed.stdout)?.[1] as string;
    expect(printed).toContain('    s1-k7: s1-k8\n');
    expect(printed).toContain('    s1-k7-i1-p1: s1-k8-i1-p1\n');
    edit('report.yaml', (text) => `${text}\nredirects:\n${printed}`);
    const passed = await check();
    expect(passed.code, passed.stdout).toBe(0);
    expect((await accept()).code).toBe(0);
    expect((await check()).stdout).not.toContain('source-changed');
    // A redirect is a promise as well.
    edit('report.yaml', (text) => text.replace(/\nredirects:[\s\S]*$/u, ''));
    expect(await rules()).toContain('anchor-lost');
  });

  it('fail the check when one moves to other text', async () => {
    edit('source.txt', (text) =>
      text.replace('(一)', '(九九)').replace('(二)', '(一)').replace('(九九)', '(二)'),
    );
    const moved = (await findings()).filter(({ rule }) => rule === 'anchor-moved');
    expect(moved.map(({ reason }) => reason).join('\n')).toMatch(
      /#s1-k1 现在指向别的文字；原来的文字移到了 #s1-k2/u,
    );
    expect((await accept()).code).toBe(0);
    expect((await check()).code).toBe(0);
  });

  it('fail the check when a text is altered, at its line', async () => {
    edit('source.txt', (text) => text.replace('2300名', '2400名'));
    const list = await findings();
    expect(list).toContainEqual(
      expect.objectContaining({ rule: 'anchor-changed', level: 'error', line: expect.any(Number) }),
    );
    expect(list).toContainEqual(expect.objectContaining({ rule: 'source-changed' }));
  });

  it('do not mind blanks and line breaks of the source', async () => {
    edit('source.txt', (text) => text.replaceAll('\n', '\r\n'));
    expect((await check()).code).toBe(0);
  });

  it('of a new report are only a warning until they are accepted', async () => {
    addReal('632800-2020');
    const { code, stdout } = await check();
    expect(code).toBe(0);
    expect(stdout).toContain('632800-2020/source.txt 提醒 anchors-unlocked');
  });

  it('are not given up with a report that is gone, or a lock that is damaged', async () => {
    addReal('632800-2020');
    await accept();
    rmSync(path.join(collection.sources, '632800-2020'), { recursive: true });
    expect(await rules()).toContain('anchors-report-lost');
    writeFileSync(path.join(collection.folder, 'anchors.lock.json'), lock().slice(0, -40));
    expect(await rules()).toContain('anchors-syntax');
    const damaged = lock();
    expect((await accept()).code).toBe(1);
    expect(lock()).toBe(damaged);
  });

  it('are not accepted while a report has a fault', async () => {
    const before = lock();
    writeFileSync(file('report.yaml'), 'tittle: 题名\n');
    expect((await collection.runAlone('anchors', ['--accept'])).code).toBe(1);
    expect(lock()).toBe(before);
  });
});

describe('files kept as published', () => {
  it('are held against their hashes', async () => {
    writeFileSync(file('original.html'), '<p>原文</p>');
    await accept();
    edit('original.html', (text) => `${text} `);
    expect(await rules()).toContain('original-changed');
    rmSync(file('original.html'));
    expect(await rules()).toContain('source-file-lost');
  });

  it('may give way to a corrected version that keeps them', async () => {
    const inbox = path.join(collection.folder, 'corrected.txt');
    writeFileSync(inbox, read('source.txt').replace('2300名', '2400名'));
    expect((await collection.run('import', [inbox, '--replace'])).code).toBe(0);
    expect(await rules()).not.toContain('source-changed');
    mkdirSync(file('versions'), { recursive: true });
    writeFileSync(file('versions/旧版.txt'), '旧');
    expect(await rules()).toContain('version-name');
  });
});
