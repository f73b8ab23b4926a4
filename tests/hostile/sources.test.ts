/** Untrusted sources and annotations: converting them ends, says what is wrong, and reads nothing but themselves. */

import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  readdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { convertReport } from '../../scripts/convert/convert-report.ts';
import { renderedText } from '../convert/evaluate-mdx.ts';
import { withoutBlanks } from '../convert/hostile.ts';
import { temporaryFolder, treeOf } from '../folder.ts';
import { knowledge, sourcesDir } from '../own.ts';
import { warmProgram } from '../warm.ts';

const program = warmProgram();

const head = '某县2021年法治政府建设报告\n';

function convert(source: string, annotation?: string) {
  const { output, files } = convertReport(
    {
      id: '110101-2021',
      source: new TextEncoder().encode(source),
      sourcePath: 'source.txt',
      annotationPath: 'report.yaml',
      ...(annotation === undefined ? {} : { annotation }),
    },
    knowledge,
  );
  const messages = files.flatMap(({ messages }) => messages);
  return { output, rules: new Set(messages.map(({ ruleId }) => ruleId)), messages };
}

describe('a source as large as one may be', () => {
  // What began as a quadratic search would take hours here; the time limit of the test only ends what hangs.
  const pieces = [
    '法治',
    '《',
    '《a',
    '（',
    '“',
    '一是',
    '。三是',
    '1,',
    '94%',
    '27件、',
    '2021年',
    '> ',
    '　',
    '{',
    '<',
    '[^',
    '\u202e',
    '首先，其次，',
  ];

  it.each(pieces)('of nothing but %j on one line is converted', (piece) => {
    const size = 300_000;
    const text = head + piece.repeat(Math.floor(size / Buffer.byteLength(piece)));
    expect(convert(text).output).toBeDefined();
  });

  it.each(['法治', '一、', '1.', '《', '{', '索引号：'])(
    'of nothing but lines of %j is converted',
    (piece) => {
      expect(convert(head + `${piece}\n`.repeat(20_000)).output).toBeDefined();
    },
  );

  it('is refused beyond', () => {
    expect(convert('甲'.repeat(10_000_000)).rules).toEqual(new Set(['source-too-large']));
  });
});

describe('controls of the writing direction', () => {
  it('are kept where they stand', async () => {
    const text = `${head}一、总体\u202e情况\n全年\u2067受理\u2069行政\u061c复议\u200f案件27件。`;
    const { output } = convert(text);
    if (!output) return expect.fail('refused');
    expect(withoutBlanks(await renderedText(output.mdx))).toBe(withoutBlanks(text));
  });
});

describe('other control characters', () => {
  const text = `某县2021年\u000b法治政府\u0001建设报告\n一、总体情况\n全年\u000b受理\u0085案件\uffff27件。`;

  it('are kept, and each is named once with its first place', async () => {
    const { output, messages } = convert(text);
    if (!output) return expect.fail('refused');
    expect(withoutBlanks(await renderedText(output.mdx))).toBe(withoutBlanks(text));
    const named = messages.filter(({ ruleId }) => ruleId === 'source-control');
    expect(named.map(({ line, column, reason }) => `${line}:${column} ${reason}`)).toEqual([
      '1:8 原文含有控制字符 U+000B（共 2 处，这是第一处）',
      '1:13 原文含有控制字符 U+0001（共 1 处，这是第一处）',
      '3:6 原文含有控制字符 U+0085（共 1 处，这是第一处）',
      '3:9 原文含有控制字符 U+FFFF（共 1 处，这是第一处）',
    ]);
    expect(named.every(({ fatal }) => fatal === false)).toBe(true);
    expect(convert(`${head}一、总体\t情况\n`).rules).not.toContain('source-control');
  });

  it('stand in no title, nor in any field of one line', () => {
    expect(convert(text).output?.data.title).toBe('某县2021年 法治政府 建设报告');
    const piece = fc.constantFrom('\u0001', '\u000b', '\u0085', '\t', '\u2028', '甲', '局', ' ');
    const words = fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(words, words, (a, b) => {
        const { output } = convert(
          `索引号：${a}1${b}　来源：${b}司法局${a}\n发文字号：某政${b}发〔2022〕5号\n某县2021年${a}法治政府${b}建设报告${a}\n一、总体情况\n受理案件27件。\n某县${a}人民政府\n2022年1月2日`,
        );
        const { title, issuer, documentNumber, indexNumber, source } = output?.data ?? {};
        for (const value of [title, issuer, documentNumber, indexNumber, source])
          expect(value ?? '').not.toMatch(/[\p{Cc}\u2028\u2029]/u);
      }),
    );
  });
});

const laughs = `a: &a [x,x,x,x]\n${'bcdefghij'
  .split('')
  .map((name, at) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghi'[at]}`).join(',')}]`)
  .join('\n')}`;

describe('an annotation', () => {
  const source = `${head}一、总体情况\n全年受理行政复议案件27件。\n`;
  const refused: [string, string, string][] = [
    ['a billion laughs', laughs, 'yaml-syntax'],
    ['an alias', 'title: &t 甲\nissuer: *t\n', 'yaml-syntax'],
    ['a merge key', 'x: &x {title: 甲}\n<<: *x\n', 'yaml-syntax'],
    ['keys of prototypes', '__proto__: {title: 甲}\nconstructor: 1\n', 'annotation-key'],
    ['brackets without end', '['.repeat(100_000), 'yaml-syntax'],
    ['nested maps', '{a: '.repeat(50_000), 'yaml-syntax'],
    ['lists in lists', '- '.repeat(20_000), 'yaml-syntax'],
    ['a key over and over', 'title: a\n'.repeat(20_000), 'yaml-syntax'],
    [
      'keys nobody knows',
      Array.from({ length: 9000 }, (_, n) => `k${n}: 1`).join('\n'),
      'annotation-key',
    ],
    [
      'anchors',
      Array.from({ length: 15_000 }, (_, n) => `- &a${n} x`).join('\n'),
      'annotation-value',
    ],
    ['a script for an address', 'url: javascript:alert(1)\n', 'annotation-value'],
    ['a file for an address', 'url: file:///etc/passwd\n', 'annotation-value'],
    ['bytes', 'title: !!binary aGk=\n', 'annotation-value'],
    ['a line of ten million', `title: ${'甲'.repeat(10_000_000)}`, 'annotation-too-large'],
  ];

  it.each(refused)('with %s is refused', (_, annotation, rule) => {
    const { output, rules, messages } = convert(source, annotation);
    expect(rules).toContain(rule);
    expect(output).toBeUndefined();
    expect(messages.length).toBeLessThan(300);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as { title?: string }).title).toBeUndefined();
  });

  const taken: [string, string][] = [
    ['a tag of another program', 'title: !!js/function "function(){process.exit(9)}"\n'],
    [
      'a template',
      `title: ${JSON.stringify('$'.concat('{process.env.HOME}{process.env.HOME}<script>'))}\n`,
    ],
    [
      'notes on the same words thousands of times',
      `notes:\n${'- {exact: 全年, text: a}\n'.repeat(8000)}`,
    ],
    [
      'redirects by the thousand',
      `redirects: {${Array.from({ length: 9000 }, (_, n) => `s9-k${n}: s1`).join(', ')}}`,
    ],
    ['keys of prototypes for sections', 'redirects: {__proto__: s1, constructor: s1}\n'],
  ];

  it.each(taken)('with %s does no harm', (_, annotation) => {
    const { output } = convert(source, annotation);
    expect(output?.mdx).not.toContain(process.env['HOME'] ?? '/root');
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

describe('the folder of a report', () => {
  const folder = temporaryFolder('hostile');
  const sources = path.join(folder, 'sources');
  const good = path.join(sources, '632800-2020');
  const bad = path.join(sources, '330182-2020');
  const secret = path.join(folder, 'secret.txt');

  beforeAll(() => {
    cpSync(path.join(sourcesDir, '632800-2020'), good, { recursive: true });
    writeFileSync(secret, `${head}一、总体情况\n密钥：甲乙丙丁。\n`);
  });
  afterEach(() => rmSync(bad, { recursive: true, force: true }));

  /** Converts with the folder as it is; the good report beside it is converted whatever the other does. */
  async function expectRefused(rule: string): Promise<void> {
    const { code, output } = await program.run('convert', { CONTENT_DIR: folder });
    expect(output).toContain(rule);
    expect(output).not.toMatch(/^\s+at /mu);
    expect(code).toBe(1);
    const reports = readdirSync(path.join(folder, 'reports'));
    expect(reports).toContain('632800-2020.mdx');
    expect(reports.filter((name) => name.startsWith('330182'))).toEqual([]);
  }

  it.each(['source.txt', 'report.yaml', 'original.pdf', 'versions/2021-01-01.txt'])(
    'with a link for %s is refused: it could lead anywhere',
    async (name) => {
      cpSync(path.join(sourcesDir, '330182-2020'), bad, { recursive: true });
      rmSync(path.join(bad, name), { force: true });
      mkdirSync(path.dirname(path.join(bad, name)), { recursive: true });
      symlinkSync(secret, path.join(bad, name));
      await expectRefused('source-link');
    },
  );

  it('that is a link itself is refused', async () => {
    symlinkSync(path.join(sourcesDir, '330182-2020'), bad);
    await expectRefused('source-link');
  });

  it.runIf(process.platform !== 'win32')('with a pipe is refused, not waited for', async () => {
    mkdirSync(bad);
    execFileSync('mkfifo', [path.join(bad, 'source.txt')]);
    await expectRefused('source-link');
  });

  it('with a source of three gigabytes is refused unread', async () => {
    mkdirSync(bad);
    writeFileSync(path.join(bad, 'source.txt'), '');
    truncateSync(path.join(bad, 'source.txt'), 3 * 1024 ** 3);
    await expectRefused('source-too-large');
  });

  it.each([
    '３３０１８２-2020',
    '330182-2020-ѕfj',
    '330182-2020\u202e',
    '330182-2020 ',
    '330182-2020;rm',
    '$(id)-2020',
    '-rf',
    '330182-2020-A',
    '110101-2021\n',
  ])('named %j is refused', async (name) => {
    const odd = path.join(sources, name);
    cpSync(path.join(sourcesDir, '330182-2020'), odd, { recursive: true });
    const before = treeOf(sourcesDir);
    const { code, output } = await program.run('convert', { CONTENT_DIR: folder });
    rmSync(odd, { recursive: true });
    expect(output).toContain('report-id');
    expect(code).toBe(1);
    expect(
      readdirSync(path.join(folder, 'reports')).every((file) => file.startsWith('632800-2020')),
    ).toBe(true);
    expect(treeOf(sourcesDir)).toEqual(before);
  });
});
