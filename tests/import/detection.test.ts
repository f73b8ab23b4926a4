/** Files of every format and encoding, with the defects reports come with, and what has to be recognised in each. */

import { describe, expect, it } from 'vitest';
import { readDocument } from '../../scripts/import/read/read-document.ts';
import { judgeReport } from '../../scripts/import/recognise/judge-report.ts';
import { type Detection, recognise } from '../../scripts/import/recognise/recognise.ts';
import { knowledge } from '../own.ts';
import { buildDocx, paragraph, tracked, wordTable } from './build-docx.ts';
import { cataloguePage, mhtmlPage, portalPage, tablePage } from './build-html.ts';
import { buildPdf, layOut } from './build-pdf.ts';
import { gbk, utf8, utf8Bom, utf16beBom, utf16le, utf16leBom } from './encode.ts';
import { paragraphsOf, type SampleReport, sample } from './texts.ts';

interface Case {
  name: string;
  file: string;
  bytes: Uint8Array;
  expected: Partial<Omit<Detection, 'region' | 'outline' | 'furniture'>> & {
    region?: string | null;
  };
  /** Styles and numbers of the outline, by default those of {@link sample}. */
  outline?: string;
  /** Words that must not be in the text. */
  without?: string[];
  /** Words that must stand in it unbroken. */
  holds?: string[];
}

/** Outline of {@link sample}. */
const usual = 's1 k1 k2 k3 s2 i1 i2 i3 s3 k1 k2';

const anzhou = sample('四川省绵阳市安州区', '我区', 2022, {
  signature: '绵阳市安州区人民政府',
  date: '2023年1月18日',
});
const anzhouExpected = {
  title: '四川省绵阳市安州区2022年度法治政府建设情况报告',
  region: '510705',
  year: 2022,
  issuer: '绵阳市安州区人民政府',
  kind: 'government' as const,
  published: null,
  signed: '2023-01-18',
};
const text = (report: SampleReport) => paragraphsOf(report).join('\n');
const pageOf = (report: SampleReport, published: string, source: string) => {
  const [title = '', ...paragraphs] = paragraphsOf(report);
  return { title, paragraphs, published, source };
};
const navigation = ['走进我们', '复议体制改革工作推进会', '版权所有', '不是正文', '扫一扫'];

const cases: Case[] = [
  { name: 'UTF-8', file: 'a.txt', bytes: utf8(text(anzhou)), expected: anzhouExpected },
  {
    name: 'UTF-8 with a mark',
    file: 'a.txt',
    bytes: utf8Bom(text(anzhou)),
    expected: anzhouExpected,
  },
  { name: 'GBK', file: 'a.txt', bytes: gbk(text(anzhou)), expected: anzhouExpected },
  {
    name: 'UTF-16 LE with a mark',
    file: 'a.txt',
    bytes: utf16leBom(text(anzhou)),
    expected: anzhouExpected,
  },
  {
    name: 'UTF-16 BE with a mark',
    file: 'a.txt',
    bytes: utf16beBom(text(anzhou)),
    expected: anzhouExpected,
  },
  {
    name: 'UTF-16 LE without a mark',
    file: 'a.txt',
    bytes: utf16le(text(anzhou)),
    expected: anzhouExpected,
  },
  {
    name: 'Windows line ends and an indent of wide blanks',
    file: 'a.txt',
    bytes: gbk(
      paragraphsOf(anzhou)
        .map((line) => `　　${line}`)
        .join('\r\n'),
    ),
    expected: anzhouExpected,
  },
  {
    name: 'no title, the region from signature and text',
    file: 'a.txt',
    bytes: utf8(
      paragraphsOf(
        sample('平利县', '我县', 2019, {
          signature: '平利县人民政府',
          date: '二〇二〇年一月十五日',
        }),
      )
        .slice(1)
        .map((line) => line.replace('我县坚持', '平利县坚持'))
        .join('\n'),
    ),
    expected: {
      title: null,
      region: '610926',
      year: 2019,
      issuer: '平利县人民政府',
      published: null,
      signed: '2020-01-15',
    },
  },
  {
    name: 'a department, named by its title',
    file: 'a.txt',
    bytes: utf8(text(sample('临汾市水利局', '我局', 2021, { date: '2022年1月20日' }))),
    expected: {
      title: '临汾市水利局2021年度法治政府建设情况报告',
      region: '141000',
      year: 2021,
      issuer: '临汾市水利局',
      kind: 'department',
      published: null,
      signed: '2022-01-20',
    },
  },
  {
    name: 'a township, its county named',
    file: 'a.txt',
    bytes: gbk(
      text(
        sample('桐庐县分水镇', '我镇', 2023, {
          signature: '桐庐县分水镇人民政府',
          date: '2024年1月3日',
        }),
      ),
    ),
    expected: { region: '330122', year: 2023, issuer: '桐庐县分水镇人民政府', kind: 'township' },
  },
  {
    name: 'an autonomous prefecture by its short name',
    file: 'a.txt',
    bytes: utf8(
      text(
        sample('黔东南州', '全州', 2020, { signature: '黔东南州人民政府', date: '2021年2月8日' }),
      ),
    ),
    expected: {
      title: '黔东南州2020年度法治政府建设情况报告',
      region: '522600',
      year: 2020,
      issuer: '黔东南州人民政府',
      kind: 'government',
    },
  },
  {
    name: 'a province',
    file: 'a.txt',
    bytes: utf8(
      text(sample('甘肃省', '我省', 2021, { signature: '甘肃省人民政府', date: '2022年3月1日' })),
    ),
    expected: { region: '620000', year: 2021, issuer: '甘肃省人民政府', kind: 'government' },
  },
  {
    name: 'full-width figures and hard line breaks',
    file: 'a.txt',
    bytes: utf8(
      paragraphsOf(anzhou)
        .flatMap((line, at) => (at === 0 ? [line] : (`　　${line}`.match(/.{1,36}/gu) as string[])))
        .join('\n')
        .replace('2022年度法治', '２０２２年度法治'),
    ),
    expected: {
      region: '510705',
      year: 2022,
      issuer: '绵阳市安州区人民政府',
      published: null,
      signed: '2023-01-18',
    },
  },
  {
    name: 'numbers with half-width brackets, points and lost spaces',
    file: 'a.txt',
    bytes: utf8(
      text(anzhou)
        .replaceAll('（一）', '(一) ')
        .replaceAll('（二）', '(二）')
        .replace('二、', '二. '),
    ),
    expected: anzhouExpected,
  },
  {
    name: 'everything on one line',
    file: 'a.txt',
    bytes: utf8(paragraphsOf(anzhou).join('  ')),
    expected: { region: '510705', year: 2022 },
  },
  {
    name: 'a page copied with its furniture',
    file: 'a.txt',
    bytes: utf8(
      `首页 > 政务公开 > 法治政府建设\n索 引 号：510705/2023-00031　发文字号：安府发〔2023〕3号\n${anzhou.title}\n发布时间：2023/01/20 11:30:01 来源：区司法局 浏览次数：\n字体：【大 中 小】\n${paragraphsOf(anzhou).slice(1).join('\n')}\n上一篇：没有了\n下一篇：关于公示的公告`,
    ),
    expected: {
      ...anzhouExpected,
      published: '2023-01-20',
      source: '区司法局',
      indexNumber: '510705/2023-00031',
      documentNumber: '安府发〔2023〕3号',
    },
  },
  {
    name: 'a portal page',
    file: 'a.html',
    bytes: utf8(portalPage(pageOf(anzhou, '2023-01-20', '区司法局'))),
    expected: { ...anzhouExpected, published: '2023-01-20', source: '区司法局' },
    without: navigation,
  },
  {
    name: 'a portal page whose head names another encoding',
    file: 'a.htm',
    bytes: utf8(
      portalPage(pageOf(anzhou, '2023-01-20', '区司法局')).replace(
        'charset="utf-8"',
        'charset="gb2312"',
      ),
    ),
    expected: { ...anzhouExpected, published: '2023-01-20', source: '区司法局' },
    without: navigation,
  },
  {
    name: 'a portal page in UTF-16',
    file: 'a.html',
    bytes: utf16leBom(portalPage(pageOf(anzhou, '2023-01-20', '区司法局'))),
    expected: { ...anzhouExpected, published: '2023-01-20' },
    without: navigation,
  },
  {
    name: 'a portal page without an extension',
    file: 'download',
    bytes: utf8(portalPage(pageOf(anzhou, '2023-01-20', '区司法局'))),
    expected: anzhouExpected.title ? { title: anzhouExpected.title } : {},
    without: navigation,
  },
  {
    name: 'a page laid out in tables, in GB2312',
    file: 'a.htm',
    bytes: gbk(tablePage(pageOf(anzhou, '2023-01-20', '区法制办'))),
    expected: { ...anzhouExpected, published: '2023-01-20', source: '区法制办' },
    without: ['走进我们', '复议体制改革', '技术支持', '上一篇'],
  },
  {
    name: 'a page of the disclosure catalogue, with a table in the text',
    file: 'a.html',
    bytes: gbk(
      cataloguePage(
        pageOf(anzhou, '2023-02-06', ''),
        { index: '008/2023-00012', number: '安府发〔2023〕3号', publisher: '区政府办公室' },
        [
          ['类别', '受理', '审结'],
          ['行政复议', '33', '30'],
        ],
      ),
    ),
    expected: {
      ...anzhouExpected,
      published: '2023-02-06',
      indexNumber: '008/2023-00012',
      documentNumber: '安府发〔2023〕3号',
    },
    holds: ['行政复议\t33\t30', '贯彻习近平法治思想，认真落实《法治政府建设实施纲要》'],
    without: ['欢迎访问'],
  },
  {
    name: 'a page saved as one file',
    file: 'a.mhtml',
    bytes: mhtmlPage(
      portalPage(pageOf(anzhou, '2023-01-20', '区司法局')),
      'https://www.example.gov.cn/1.html',
    ),
    expected: { ...anzhouExpected, published: '2023-01-20' },
    without: navigation,
  },
  {
    name: 'a page whose title stands in its head only',
    file: 'a.html',
    bytes: utf8(portalPage(pageOf(anzhou, '2023-01-20', '')).replace(/<h1>.*?<\/h1>/u, '')),
    expected: anzhouExpected.title ? { title: anzhouExpected.title, published: '2023-01-20' } : {},
  },
  {
    name: 'a page that tells its date and source in its head only, with words nobody sees',
    file: 'a.html',
    bytes: utf8(
      portalPage(pageOf(anzhou, '2023-01-20', '区司法局'))
        .replace(/<div class="info">.*?<\/div>/u, '')
        .replace(
          '<p style',
          '<p style="display: none">复制本文请注明出处，未经许可不得转载。</p><p style',
        ),
    ),
    expected: { ...anzhouExpected, published: '2023-01-20', source: '区司法局' },
    without: [...navigation, '请注明出处'],
  },
  {
    name: 'Word, numbers printed',
    file: 'a.docx',
    bytes: buildDocx(paragraphsOf(anzhou).map((line) => paragraph(line))),
    expected: anzhouExpected,
    without: ['页眉'],
  },
  {
    name: 'Word, automatic numbers',
    file: 'a.docx',
    bytes: buildDocx([
      paragraph(anzhou.title),
      paragraph(anzhou.opening),
      ...anzhou.chapters.flatMap(({ heading, text: body, sections }) => [
        paragraph(heading, 0),
        ...(body ? [paragraph(body)] : []),
        ...sections.map(([name, words]) => paragraph(`${name}。${words}`, 1)),
      ]),
      paragraph(anzhou.signature as string),
      paragraph(anzhou.date as string),
    ]),
    expected: anzhouExpected,
  },
  {
    name: 'Word, a table and tracked changes',
    file: 'a.docx',
    bytes: buildDocx([
      ...paragraphsOf(anzhou)
        .slice(0, 4)
        .map((line) => paragraph(line)),
      wordTable([
        ['类别', '受理'],
        ['行政复议', '33'],
      ]),
      tracked('全年办理', '旧数', '新数', '件。'),
      ...paragraphsOf(anzhou)
        .slice(4)
        .map((line) => paragraph(line)),
    ]),
    expected: anzhouExpected,
    holds: ['行政复议\t33', '全年办理新数件。'],
    without: ['旧数'],
  },
  {
    name: 'PDF with page numbers and a running head',
    file: 'a.pdf',
    bytes: buildPdf(layOut(longer(anzhou), { head: '安州区人民政府文件' })),
    expected: anzhouExpected,
    outline: 's1 k1 k2 k3 s2 i1 i2 i3 s3 k1 k2 k3 k4 k5 k6 k7 k8 k9 k10',
    holds: ['认真落实《法治政府建设实施纲要》，持续提升依法行政水平'],
    without: ['安州区人民政府文件', '- 2 -'],
  },
  {
    name: 'PDF in two columns',
    file: 'a.pdf',
    bytes: buildPdf(layOut(longer(anzhou), { columns: 2 })),
    expected: anzhouExpected,
    outline: 's1 k1 k2 k3 s2 i1 i2 i3 s3 k1 k2 k3 k4 k5 k6 k7 k8 k9 k10',
    holds: ['认真落实《法治政府建设实施纲要》，持续提升依法行政水平'],
  },
  {
    name: 'PDF without indents',
    file: 'a.pdf',
    bytes: buildPdf(layOut(paragraphsOf(anzhou), { indent: 0 })),
    expected: anzhouExpected,
    holds: ['全年办理各类事项12.4万件'],
  },
  {
    name: 'PDF with a table',
    file: 'a.pdf',
    bytes: buildPdf(
      layOut([
        ...paragraphsOf(anzhou).slice(0, 4),
        '类别\t受理\t审结',
        '行政复议\t33\t30',
        '行政应诉\t12\t12',
        ...paragraphsOf(anzhou).slice(4),
      ]),
    ),
    expected: anzhouExpected,
    holds: ['行政复议\t33\t30'],
  },
  {
    name: 'a region whose name several have, and nothing tells them apart',
    file: 'a.txt',
    bytes: utf8(text(sample('鼓楼区', '我区', 2020, { date: '2021年1月18日' }))),
    expected: { region: null, year: 2020, uncertain: ['region'] },
  },
  {
    name: 'a year that only the opening names',
    file: 'a.txt',
    bytes: utf8(text(anzhou).replace('2022年度法治政府建设情况报告\n', '法治政府建设情况报告\n')),
    expected: { ...anzhouExpected, title: '四川省绵阳市安州区法治政府建设情况报告' },
  },
  {
    name: 'no year at all',
    file: 'a.txt',
    bytes: utf8(text(anzhou).replaceAll(/20\d{2}年度?/gu, '')),
    expected: { region: '510705', year: null, uncertain: ['year'] },
    outline: 's1 k1 k2 k3 s2 i1 i2 i3 s3 k1 k2',
  },
];

/** A report long enough for several pages. */
function longer(report: SampleReport): string[] {
  const lines = paragraphsOf(report);
  const more = ['三', '四', '五', '六', '七', '八', '九', '十'].map(
    (numeral) =>
      `（${numeral}）完善第${numeral}项工作机制。${'健全制度体系，压实工作责任，强化督促检查，确保各项任务落到实处。'.repeat(5)}`,
  );
  return [...lines.slice(0, -2), ...more, ...lines.slice(-2)];
}

describe('recognising a file', () => {
  it('is tried on at least thirty files', () => expect(cases.length).toBeGreaterThanOrEqual(30));

  it.each(cases)('$name', async ({ file, bytes, expected, outline = usual, without, holds }) => {
    const document = await readDocument(bytes, file);
    const recognition = recognise(document.text, document.hints, knowledge, {}, 2026);
    const { detection } = recognition;
    const { region, ...rest } = expected;
    expect(detection).toMatchObject(rest);
    if (region !== undefined) expect(detection.region?.code ?? null).toBe(region);
    expect(detection.outline.map(({ style, number }) => `${style}${number}`).join(' ')).toBe(
      outline,
    );
    for (const words of without ?? []) expect(document.text).not.toContain(words);
    for (const words of holds ?? []) expect(document.text).toContain(words);
    expect(judgeReport(recognition)?.values).toBeUndefined();
  });

  it('gives the depth in the tree, and the heading without its number', async () => {
    const { text: words } = await readDocument(utf8(text(anzhou)), 'a.txt');
    expect(recognise(words, {}, knowledge, {}, 2026).detection.outline.slice(0, 2)).toEqual([
      { level: 1, style: 's', number: 1, heading: '主要举措和成效' },
      { level: 2, style: 'k', number: 1, heading: '依法全面履行政府职能' },
    ]);
  });
});
