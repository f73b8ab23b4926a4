/** Headings without a number, by how the lines of web pages, Word documents and PDFs look. */
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { fromText } from '../../scripts/convert/parse/index.ts';
import type { SectionNode } from '../../scripts/convert/parse/types.ts';
import { sectionsOf, topSections } from '../../scripts/convert/parse/walk.ts';
import { headingsText } from '../../scripts/import/annotation-text.ts';
import { readDocument } from '../../scripts/import/read/read-document.ts';
import { buildDocx } from './build-docx.ts';
import { buildPdf, type Mark } from './build-pdf.ts';
import { utf8 } from './encode.ts';

const text =
  '全年召开会议三次，部署年度任务，明确责任分工，各项任务年底前已经全部完成，没有发现问题，人民群众普遍感到满意。';

/** `level heading` of what is seen in a file. */
async function seen(bytes: Uint8Array, name: string): Promise<string[]> {
  const document = await readDocument(bytes, name);
  const lines = document.text.split('\n').map((line) => line.trim());
  return (document.headings ?? []).map(
    ({ line, level, length }) => `${level} ${lines[line - 1]?.slice(0, length)}`,
  );
}

const page = (...lines: string[]) =>
  utf8(
    `<html><head><meta charset="utf-8"><title>某县2022年法治政府建设年度报告</title></head><body><div><h2>某县2022年法治政府建设年度报告</h2><p>${text}</p>${lines.join('\n')}</div></body></html>`,
  );
const p = (words: string, style = '') => `<p${style && ` style="${style}"`}>${words}</p>`;

describe('a web page', () => {
  it.each([
    [
      'centred and bold',
      p('<strong>主要举措和成效</strong>', 'text-align: center'),
      p('<b>强化政治引领，压实责任</b>'),
      p('<span style="font-weight:700">优化政务服务</span>'),
      '<p align="center"><strong>存在的问题</strong></p>',
    ],
    [
      'in other faces',
      p('<span style="font-family: 黑体, SimHei">主要举措和成效</span>'),
      p('<span style="font-family: 楷体_GB2312">强化政治引领，压实责任</span>'),
      p('<font face="楷体">优化政务服务</font>'),
      p('<span style="font-family: &quot;SimHei&quot;">存在的问题</span>'),
    ],
    [
      'heading elements',
      '<h3>主要举措和成效</h3>',
      '<h4>强化政治引领，压实责任</h4>',
      '<h4>优化政务服务</h4>',
      '<h3>存在的问题</h3>',
    ],
  ])('tells headings that are %s', async (_, ...[chapter, first, second, last]) => {
    const lines = [
      `${chapter}${p(text)}`,
      `${first}${p(text)}`,
      `${second}${p(text)}`,
      last,
      p(text),
    ];
    expect(await seen(page(...(lines as string[])), 'a.html')).toEqual([
      '1 主要举措和成效',
      '2 强化政治引领，压实责任',
      '2 优化政务服务',
      '1 存在的问题',
    ]);
  });

  it('tells leads that are bold before their text, where there are several', async () => {
    const lead = (words: string) => p(`&#12288;&#12288;<strong>${words}</strong>${text}`);
    expect(await seen(page(lead('强化组织领导。'), lead('规范行政执法：')), 'a.html')).toEqual([
      '1 强化组织领导。',
      '1 规范行政执法：',
    ]);
    expect(await seen(page(lead('强化组织领导。'), p(text)), 'a.html')).toEqual([]);
  });

  it('tells them whatever word they begin with, and where they are called as reports are', async () => {
    const names = [
      '以上率下，压实责任',
      '注重实效，加强监督',
      '审核把关，规范程序',
      '法治政府建设工作情况',
    ];
    const lines = names.flatMap((name) => [p(`<strong>${name}</strong>`), p(text)]);
    expect(await seen(page(...lines), 'a.html')).toEqual(names.map((name) => `1 ${name}`));
  });

  it('tells leads without a stop, but no words that are merely bold where a sentence begins', async () => {
    const lead = (words: string) => p(`<b>${words}</b>${text}`);
    expect(await seen(page(lead('强化组织领导'), lead('规范行政执法')), 'a.html')).toEqual([
      '1 强化组织领导',
      '1 规范行政执法',
    ]);
    expect(await seen(page(lead('2022年3月，'), lead('全县上下')), 'a.html')).toEqual([]);
  });

  it('tells chapters from what they hold, however either is set', async () => {
    const styled = (style: string) => (words: string) =>
      p(`<span style="${style}">${words}</span>`);
    const set: Record<string, (words: string) => string> = {
      plain: p,
      bold: (words) => p(`<b>${words}</b>`),
      centred: (words) => p(words, 'text-align: center'),
      element: (words) => `<h3>${words}</h3>`,
      face: styled('font-family: 黑体'),
      size: styled('font-size: 20pt'),
      brackets: (words) => p(`【${words}】`),
      sign: (words) => p(`◆${words}`),
      colon: (words) => p(`${words}：`),
    };
    const above = (heading: (words: string) => string) => (words: string) =>
      heading(words) + p(text);
    const held: Record<string, (words: string) => string> = {
      line: above(p),
      'bold line': above((words) => p(`<b>${words}</b>`)),
      'line in another face': above(styled('font-family: 楷体')),
      'lower element': above((words) => `<h4>${words}</h4>`),
      'line in brackets': above((words) => p(`【${words}】`)),
      'bold lead': (words) => p(`<b>${words}。</b>${text}`),
      lead: (words) => p(`${words}。${text}`),
      'lead before a gap': (words) => p(`${words}　　${text}`),
      'lead in brackets': (words) => p(`【${words}】${text}`),
      'lead behind a sign': (words) => p(`●${words}。${text}`),
    };
    const chapters: [string, string[]][] = [
      ['加强党的领导，凝聚合力', ['强化理论武装', '压实领导责任']],
      ['主要负责人履行职责情况', []],
      ['依法履行职能，优化环境', ['审批提速增效', '监管公平公正', '服务便民利民']],
      ['下步工作打算', ['充实执法队伍', '创新普法载体']],
    ];
    const wanted = chapters.flatMap(([name, names]) => [name, ...names.map((each) => `> ${each}`)]);
    const faults: string[] = [];
    for (const [chapter, setChapter] of Object.entries(set))
      for (const [kind, setHeld] of Object.entries(held)) {
        const lines = chapters.flatMap(([name, names]) => [
          setChapter(name),
          ...(names.length > 0 ? names.map(setHeld) : [p(text)]),
        ]);
        const { text: source, headings = [] } = await readDocument(page(...lines), 'a.html');
        const tree = fromText(source, undefined, headings.length > 0 ? headings : undefined);
        const told = (sections: readonly SectionNode[], depth = ''): string[] =>
          sections.flatMap((section) => [
            ...(section.heading === null
              ? []
              : [depth + section.heading.replace(/[【】。：]/gu, '')]),
            ...told(sectionsOf(section), `${depth}> `),
          ]);
        const found = told(topSections(tree));
        if (found.join() !== wanted.join()) faults.push(`${chapter}, ${kind}: ${found.join()}`);
      }
    expect(faults).toEqual([]);
  });

  it('keeps chapters of problems and plans above what is set like them, and captions out', async () => {
    const centred = (words: string) => p(`<b>${words}</b>`, 'text-align: center');
    const bold = (words: string) => p(`<b>${words}</b>`);
    const table =
      '<table><tr><td>项目</td><td>件数</td></tr><tr><td>复议</td><td>12</td></tr></table>';
    const lines = [
      [centred('主要举措和成效'), bold('行政审批部署'), p(text), bold('规范执法'), p(text)],
      [centred('2022年行政案件情况'), p('&nbsp;'), table, p(text), bold('存在的问题'), p(text)],
    ].flat();
    expect(await seen(page(...lines), 'a.html')).toEqual([
      '1 主要举措和成效',
      '2 行政审批部署',
      '2 规范执法',
      '1 存在的问题',
    ]);
  });

  it('makes no heading of numbers, captions, signatures, or a page that is bold throughout', async () => {
    const bold = (words: string) => p(`<b>${words}</b>`);
    const lines = [
      bold('一、工作成效'),
      p(text),
      p('县领导在执法一线', 'text-align: center'),
      bold('某县人民政府'),
      bold('2023年1月5日'),
    ];
    expect(await seen(page(...lines), 'a.html')).toEqual([]);
    const throughout = utf8(
      `<meta charset="utf-8"><div><b>${['某县2022年法治政府建设年度报告', text, '推进改革', text, '加强监管', text].map((words) => p(words)).join('')}</b></div>`,
    );
    expect(await seen(throughout, 'a.html')).toEqual([]);
  });
});

describe('a Word document', () => {
  const paragraph = (words: string, paragraphs = '', runs = '') =>
    `<w:p><w:pPr>${paragraphs}</w:pPr><w:r><w:rPr>${runs}</w:rPr><w:t>${words}</w:t></w:r></w:p>`;
  const title = paragraph('某县2022年法治政府建设年度报告', '<w:jc w:val="center"/>', '<w:b/>');

  it('tells headings by its runs, its paragraphs and its styles', async () => {
    const styles =
      '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
      '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:rPr><w:sz w:val="32"/></w:rPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="h"><w:basedOn w:val="g"/></w:style>' +
      '<w:style w:type="paragraph" w:styleId="g"><w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style></w:styles>';
    const built = buildDocx([
      title,
      paragraph(text),
      paragraph('主要举措和成效', '<w:pStyle w:val="h"/>'),
      paragraph('强化政治引领', '', '<w:b/>'),
      paragraph(text),
      paragraph('优化政务服务', '', '<w:b w:val="1"/>'),
      paragraph(text, '', '<w:b w:val="0"/>'),
      paragraph('结束语', '<w:jc w:val="center"/>'),
      paragraph(text),
    ]);
    const files = { ...unzipSync(built), 'word/styles.xml': strToU8(styles) };
    expect(await seen(zipSync(files), 'a.docx')).toEqual([
      '1 主要举措和成效',
      '2 强化政治引领',
      '2 优化政务服务',
      '1 结束语',
    ]);
  });

  it("tells headings by Word's own styles, whose level need not be written", async () => {
    const styles =
      '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
      '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>';
    const heading = (words: string) => paragraph(words, '<w:pStyle w:val="Heading1"/>');
    const lines = [
      title,
      heading('推进改革'),
      paragraph(text),
      heading('加强监管'),
      paragraph(text),
    ];
    const files = { ...unzipSync(buildDocx(lines)), 'word/styles.xml': strToU8(styles) };
    expect(await seen(zipSync(files), 'a.docx')).toEqual(['1 推进改革', '1 加强监管']);
  });

  it('says nothing where all is set alike', async () => {
    const lines = [title, paragraph(text), paragraph('推进改革'), paragraph(text)];
    const document = await readDocument(buildDocx(lines), 'a.docx');
    expect(document.headings).toEqual([]);
    expect(headingsText(document)).toBe('');
  });
});

describe('a PDF', () => {
  it('tells headings by size and place', async () => {
    let y = 800;
    const rows = (words: string, size: number, x = 90): Mark[] => {
      const marks: Mark[] = [];
      for (let at = 0; at < words.length; at += 34) {
        y -= 24;
        const indent = at === 0 && x === 90 && size === 12 ? 24 : 0;
        marks.push({ text: words.slice(at, at + 34), x: x + indent, y, size });
      }
      return marks;
    };
    const marks = [
      ...rows('某县2022年法治政府建设年度报告', 18, 150),
      ...rows(text, 12),
      ...rows('主要举措和成效', 16, 240),
      ...rows(text, 12),
      ...rows('存在的问题和不足', 16, 235),
      ...rows(text, 12),
    ];
    expect(await seen(buildPdf([marks]), 'a.pdf')).toEqual([
      '1 主要举措和成效',
      '1 存在的问题和不足',
    ]);
  });
});

it('is written as an annotation holds it', async () => {
  const document = await readDocument(
    page(p('<b>推进改革</b>'), p(text), p('<b>加强监管</b>'), p(text)),
    'a.html',
  );
  expect(headingsText(document)).toBe(
    'unnumbered:\n  - { line: 3, level: 1 }\n  - { line: 5, level: 1 }\n',
  );
});
