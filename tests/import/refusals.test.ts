/** Files that must not get into a collection, and the rule that keeps each out. */

import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../scripts/import/read/read-document.ts';
import { readSafely } from '../../scripts/import/read/read-safely.ts';
import { judgeReport } from '../../scripts/import/recognise/judge-report.ts';
import { recognise } from '../../scripts/import/recognise/recognise.ts';
import { Refusal } from '../../scripts/import/refusal.ts';
import { knowledge } from '../own.ts';
import { buildDocx, paragraph } from './build-docx.ts';
import { portalPage } from './build-html.ts';
import { buildPdf, layOut } from './build-pdf.ts';
import { gbk, utf8 } from './encode.ts';
import { paragraphsOf, sample } from './texts.ts';

const report = paragraphsOf(sample('四川省绵阳市安州区', '我区', 2022));
const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/** Rule that refuses a file, undefined when it is taken for a report. */
async function ruleOf(bytes: Uint8Array, name: string): Promise<string | undefined> {
  try {
    const document = await readDocument(bytes, name);
    return judgeReport(recognise(document.text, document.hints, knowledge, {}, 2026))?.rule;
  } catch (error) {
    if (error instanceof Refusal) return error.rule;
    throw error;
  }
}

/** A Word document whose directory says that a file of it unfolds to four thousand million bytes. */
function bomb(part: string): Uint8Array {
  const bytes = buildDocx([paragraph('一')]);
  // The last place that names the part is its entry in the directory, 46 bytes behind the entry's start.
  const entry = Buffer.from(bytes).lastIndexOf(part) - 46;
  new DataView(bytes.buffer, bytes.byteOffset).setUint32(entry + 24, 0xf0000000, true);
  return bytes;
}

describe('damaged and foreign files', () => {
  const files: [string, string, Uint8Array, string][] = [
    ['an empty file', 'a.txt', new Uint8Array(), 'import-empty'],
    ['blanks only', 'a.txt', utf8(' \n　\n'), 'import-empty'],
    [
      'an empty page',
      'a.html',
      utf8('<html><body><script>x()</script></body></html>'),
      'import-empty',
    ],
    ['an empty Word document', 'a.docx', buildDocx([paragraph('')]), 'import-empty'],
    [
      'bytes of no encoding',
      'a.txt',
      Uint8Array.from({ length: 999 }, (_, at) => (at * 73) % 256),
      'import-encoding',
    ],
    [
      'UTF-8 with a mark, cut short',
      'a.txt',
      utf8(`\uFEFF${report.join('\n')}`).subarray(0, 100),
      'import-damaged',
    ],
    ['a picture', 'a.txt', Buffer.from('89504e470d0a1a0a0000', 'hex'), 'import-format'],
    ['a rich text file', 'a.docx', utf8('{\\rtf1 text}'), 'import-format'],
    [
      'an archive that is no document',
      'a.docx',
      zipSync({ 'a.txt': strToU8('一') }),
      'import-format',
    ],
    [
      'an old Word document',
      'a.doc',
      Buffer.concat([ole, Buffer.from('WordDocument', 'utf16le')]),
      'import-legacy-word',
    ],
    [
      'a Word document with a password',
      'a.docx',
      Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]),
      'import-encrypted',
    ],
    [
      'half a Word document',
      'a.docx',
      buildDocx(report.map((line) => paragraph(line))).subarray(0, 700),
      'import-damaged',
    ],
    ['a zip bomb', 'a.docx', bomb('word/document.xml'), 'import-zip-bomb'],
    ['a zip bomb in a part nobody reads', 'a.docx', bomb('word/header1.xml'), 'import-zip-bomb'],
    ['a scanned PDF', 'a.pdf', buildPdf(layOut(report), { scanned: true }), 'import-scanned'],
    [
      'a PDF with a password',
      'a.pdf',
      buildPdf(layOut(report), { encrypted: true }),
      'import-encrypted',
    ],
    ['half a PDF', 'a.pdf', buildPdf(layOut(report)).subarray(0, 500), 'import-damaged'],
    [
      'glyphs without characters',
      'a.txt',
      utf8('\uE001\uE002\uE003法治\uE004'.repeat(50)),
      'import-garbled',
    ],
    [
      'a text of two million characters',
      'a.txt',
      utf8('法治政府建设。'.repeat(300_000)),
      'import-too-large',
    ],
  ];
  it.each(files)('%s', async (_, name, bytes, rule) => {
    expect(await ruleOf(bytes, name)).toBe(rule);
  });
});

const plan = `为贯彻落实《法治政府建设实施纲要（2021—2025年）》，扎实推进全县法治政府建设，制定本实施方案。
一、总体要求
坚持以习近平法治思想为指导，全面建设法治政府。
二、主要任务
（一）健全政府机构职能体系。责任单位：县委编办。
（二）健全依法行政制度体系。责任单位：县司法局。
三、保障措施
加强组织领导，确保法治政府建设各项任务完成。`;

describe('a Word document with numbers out of bounds', () => {
  const list = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>';
  const lines = report.map((line) => paragraph(line));
  const withSymbol = (code: string) =>
    buildDocx([...lines, `<w:p><w:r><w:sym w:font="a" w:char="${code}"/></w:r></w:p>`]);

  it.each(['110000', 'FFFFFFFFFF', 'D800'])('names a symbol that is none: %s', async (code) => {
    await expect(readSafely(withSymbol(code), 'a.docx')).rejects.toMatchObject({
      rule: 'import-damaged',
      values: { detail: `Word 文档里有不存在的字符，编号 ${code}` },
    });
  });

  it('keeps a symbol that there is, beyond the first plane as well', async () => {
    expect((await readSafely(withSymbol('20BB7'), 'a.docx')).text).toContain('𠮷');
  });

  it.each([
    ['-99999', '0', 'decimalEnclosedCircle'],
    ['1', '99999999999', 'decimal'],
  ])('is read whatever its lists begin with: %s at level %s', async (first, depth, format) => {
    const files = unzipSync(
      buildDocx([
        ...lines,
        `<w:p>${list.replace('"0"', `"${depth}"`)}<w:r><w:t>甲</w:t></w:r></w:p>`,
      ]),
    );
    const numbering = strFromU8(files['word/numbering.xml'] as Uint8Array)
      .replace('w:ilvl="0"', `w:ilvl="${depth}"`)
      .replace('w:start w:val="1"', `w:start w:val="${first}"`)
      .replace('chineseCounting"', `${format}"`);
    const bytes = zipSync({ ...files, 'word/numbering.xml': strToU8(numbering) });
    expect((await readSafely(bytes, 'a.docx')).text).toContain('甲');
  });
});

describe('papers that are no annual reports', () => {
  const papers: [string, string, string][] = [
    ['a template', report.join('\n').replaceAll('四川省绵阳市安州区', 'XX镇'), 'import-template'],
    [
      'a template with asterisks',
      report.join('\n').replaceAll('四川省绵阳市安州区', '**区'),
      'import-template',
    ],
    [
      'a template with blanks to fill',
      `${report.join('\n')}\n截至____年，受理复议____件，审结____件，培训×××人。`,
      'import-template',
    ],
    ['a plan', `某县法治政府建设实施方案\n${plan}`, 'import-not-report'],
    ['a plan without title', plan, 'import-not-report'],
    [
      'work points',
      `平利县2023年法治政府建设工作要点\n${report.slice(2).join('\n')}`,
      'import-not-report',
    ],
    [
      'a notice of work',
      `关于做好2023年法治政府建设工作的通知\n各乡镇人民政府：\n${report.slice(2, 6).join('\n')}`,
      'import-not-report',
    ],
    [
      'an explanation',
      `《平利县法治政府建设实施方案》政策解读\n一、起草背景\n${report.slice(2, 6).join('\n')}`,
      'import-not-report',
    ],
    [
      'a report on disclosure',
      `平利县2022年政府信息公开工作年度报告\n一、总体情况\n2022年，平利县政府信息公开工作依法推进。\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n四、政府信息公开行政复议、行政诉讼情况\n五、存在的主要问题及改进情况`,
      'import-not-report',
    ],
    [
      'news',
      '我市召开法治政府建设推进会\n本报讯（记者 王某）近日，全市法治政府建设推进会召开，会议总结了法治政府建设工作，部署下一阶段法治建设任务。市长出席会议并讲话，要求各级各部门提高依法行政水平。',
      'import-not-report',
    ],
    [
      'news of a meeting that heard a report',
      '市政府召开常务会议 审议2022年度法治政府建设情况报告\n3月1日下午，市长主持召开会议，听取法治政府建设情况报告起草说明。会议强调，要加强依法行政，推进法治建设。',
      'import-not-report',
    ],
    [
      'news without a reporter',
      '我区接受法治政府建设考核\n12月25日，市依法行政考核组来我区考核法治政府建设工作，听取了情况汇报，查看了法治建设案卷。',
      'import-not-report',
    ],
    [
      'a report of one person',
      `关于2022年履行推进法治建设第一责任人职责情况的述职报告\n${report.slice(2, 6).join('\n')}`,
      'import-not-report',
    ],
    [
      'an opinion on a report',
      `某市人大法制委关于《市政府法治政府建设情况报告》的审议意见\n${report.slice(2, 6).join('\n')}`,
      'import-not-report',
    ],
    [
      'a study',
      `法治政府建设年度报告制度的实证研究\n摘要：本文考察法治政府建设年度报告。\n${report.slice(2, 6).join('\n')}`,
      'import-not-report',
    ],
    [
      'a report on one branch of the work',
      `平利县2022年法治宣传教育工作总结\n${report.slice(2, 6).join('\n')}`,
      'import-not-report',
    ],
    [
      'a report on several years',
      `平利县2016—2020年法治政府建设情况报告\n${report.slice(2, 6).join('\n')}`,
      'import-not-report',
    ],
    [
      'a model text',
      `2022年法治政府建设情况报告\n下面是小编整理的范文，供大家参考。\n${report.slice(2, 6).join('\n')}`,
      'import-template',
    ],
    [
      'something else',
      '关于春节放假的安排\n各科室：根据上级要求，现将春节放假事项安排如下，请认真遵守值班制度，确保安全。',
      'import-not-report',
    ],
  ];
  it.each(papers)('%s', async (_, text, rule) => {
    expect(await ruleOf(utf8(text), 'a.txt')).toBe(rule);
    expect(await ruleOf(gbk(text.replace('×××', 'XXX')), 'a.txt')).toBe(rule);
  });

  it('a plan on a web page', async () => {
    const page = portalPage({ title: '平利县法治政府建设实施方案', paragraphs: plan.split('\n') });
    expect(await ruleOf(utf8(page), 'a.html')).toBe('import-not-report');
  });

  it.each([
    '平利县2022年法治政府建设工作情况汇报',
    '平利县水利局2022年法治水利建设情况报告',
    '平利县2022年法治建设年度报告',
    '平利县人民政府关于2022年度依法行政工作情况的报告',
    '平利县2022年度法治政府建设年度报告公示',
    '平利县2022年法治政府建设情况及2023年工作打算',
  ])('but not %s', async (title) => {
    expect(await ruleOf(utf8([title, ...report.slice(1)].join('\n')), 'a.txt')).toBeUndefined();
  });

  it('but not reports that speak of such papers', async () => {
    const words = `${report.join('\n')}\n制定《平利县法治政府建设实施方案》，印发工作要点，公开政策解读12篇，主动公开政府信息300条。`;
    expect(await ruleOf(utf8(words), 'a.txt')).toBeUndefined();
  });
});
