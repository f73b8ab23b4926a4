/** What of a web page nobody sees is left out of the text and named; what is seen stays, to the last line of the title. */

import { writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../scripts/import/read/read-document.ts';
import { portalPage } from './build-html.ts';
import { utf8 } from './encode.ts';
import { TestCollection } from './run.ts';
import { paragraphsOf, sample } from './texts.ts';

const [title = '', ...paragraphs] = paragraphsOf(
  sample('四川省绵阳市安州区', '我区', 2022, {
    signature: '绵阳市安州区人民政府',
    date: '2023年1月18日',
  }),
);
const page = portalPage({ title, paragraphs, published: '2023-01-18', source: '区司法局' });
const start = '<p style="text-indent: 2em">';
/** The page with some markup in the midst of the report. */
const pageWith = (markup: string) => page.replace(start, `<p>本区概况。</p>\n${markup}\n${start}`);
const read = (html: string) => readDocument(utf8(html), 'a.html');

describe('hidden text', () => {
  const words = '暗处的字';
  it.each([
    ['display: none', `<p style="display:none">${words}</p>`],
    ['display: none', `<p style="DISPLAY : None !important">${words}</p>`],
    ['display: none', `<p style="display:/*x*/none">${words}</p>`],
    ['hidden', `<div hidden>${words}</div>`],
    ['visibility: hidden', `<p style="visibility:hidden"><b>${words}</b></p>`],
    ['font-size: 0', `<p><span style="font-size:0">${words}</span></p>`],
    ['font-size: 0pt', `<p style="font-size:0pt"><b style="font-size:2em">${words}</b></p>`],
    ['font-size: 1px', `<p style="font-size:1px">${words}</p>`],
    ['font-size: 0', `<p style="font: 0/0 a">${words}</p>`],
    ['opacity: 0', `<p style="opacity:0"><span style="opacity:1">${words}</span></p>`],
    ['text-indent: -9999px', `<p style="text-indent:-9999px">${words}</p>`],
    ['left: -9999px', `<p style="position:absolute;left:-9999px">${words}</p>`],
    ['clip: rect(0 0 0 0)', `<p style="position:absolute;clip:rect(0, 0, 0, 0)">${words}</p>`],
    ['height: 0', `<div style="height:0;overflow:hidden"><p>${words}</p></div>`],
    ['color: #ffffff', `<p style="color:white;background-color:#FFF">${words}</p>`],
    [
      'color: #ffffff',
      `<table bgcolor="#ffffff"><tr><td><font color="#ffffff">${words}</font></td></tr></table>`,
    ],
    ['color: transparent', `<p style="color:rgba(0, 0, 0, 0)">${words}</p>`],
    ['<template>', `<template><p>${words}</p></template>`],
    ['<noscript>', `<noscript>${words}</noscript>`],
    [
      'display: none',
      `<table><tr><td>甲</td><td>乙</td></tr><tr style="display:none"><td>${words}</td><td></td></tr></table>`,
    ],
  ])('by %s is no part of the report, and named: %s', async (how, markup) => {
    const html = pageWith(markup);
    const { text, hidden } = await read(html);
    const line = html.slice(0, html.indexOf(words)).split('\n').length;
    expect(hidden).toEqual([{ text: words, how, line }]);
    expect(text).not.toContain(words);
    expect(text).toContain('本区概况。');
    expect(text).toContain(paragraphs.at(-1));
  });

  it.each([
    ['what screen readers alone leave out', `<p aria-hidden="true">${words}</p>`],
    ['sizes set again', `<div style="font-size:0"><p style="font-size:16px">${words}</p></div>`],
    [
      'what is shown again',
      `<div style="visibility:hidden"><p style="visibility:visible">${words}</p></div>`,
    ],
    ['what is shown in spite of its attribute', `<p hidden style="display:block">${words}</p>`],
    ['hanging indents', `<p style="text-indent:-32pt;margin-left:32pt">${words}</p>`],
    ['white on another colour', `<p style="color:#fff;background:#c00">${words}</p>`],
    [
      'white on what a style sheet may colour',
      `<div style="background:#fff"><p class="banner"><b style="color:#fff">${words}</b></p></div>`,
    ],
    ['what a comment cuts in two', `<p style="dis/**/play:none">${words}</p>`],
    ['half of it', `<p style="opacity:0.5">${words}</p>`],
  ])('is not %s', async (_, markup) => {
    const { text, hidden } = await read(pageWith(markup));
    expect(hidden).toEqual([]);
    expect(text).toContain(words);
  });

  it('is only told of where it stands in the report, and of a page that fades in nothing', async () => {
    expect((await read(page)).hidden).toEqual([]);
    const fading = await read(page.replace('<body>', '<body style="opacity:0;visibility:hidden">'));
    expect(fading.hidden).toEqual([]);
    expect(fading.text).toBe((await read(page)).text);
  });

  it('is shown to the editor, on the terminal and as JSON', async () => {
    const collection = new TestCollection();
    const file = path.join(collection.folder, 'a.html');
    writeFileSync(file, pageWith(`<p style="font-size:0">${words}</p>`));
    const trial = await collection.run('import', [file, '--json', '--dry-run']);
    expect(JSON.parse(trial.stdout)).toMatchObject({
      messages: [
        { ruleId: 'import-hidden-text', line: 15, reason: expect.stringContaining(words) },
      ],
    });
    const { code, stderr } = await collection.run('import', [file]);
    expect(code).toBe(0);
    expect(stderr).toContain('a.html:15:1 提醒 import-hidden-text');
    expect(stderr).toContain(`（font-size: 0）：“${words}”`);
  });
});

describe('a title on several lines', () => {
  const inHead = (markup: string) => page.replace(/<h1>.*?<\/h1>/u, markup);
  const bare = (text: string) => text.replace(/\s/gu, '');

  it.each(['h1', 'h2', 'div', 'p'])('in <%s> loses none of them, wherever it is cut', (name) =>
    fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: title.length - 1 }),
        fc.integer({ min: 1, max: title.length - 1 }),
        async (a, b) => {
          const cuts = [0, Math.min(a, b), Math.max(a, b), title.length];
          const lines = [0, 1, 2].map((at) => title.slice(cuts[at], cuts[at + 1])).filter(Boolean);
          const html = inHead(`<${name}>${lines.join('<br>')}</${name}>`).replaceAll(
            /<meta name="ArticleTitle"[^>]*>|<title>.*?<\/title>/gu,
            '',
          );
          const { text } = await read(html);
          expect(bare(text).startsWith(bare(title))).toBe(true);
          expect(text.startsWith(lines.join('\n'))).toBe(true);
        },
      ),
      { numRuns: 20 },
    ),
  );

  it('keeps a line that does not read like a title by itself', async () => {
    const { text } = await read(
      inHead(
        '<h1>中共绵阳市安州区委<br>绵阳市安州区人民政府<br>关于2022年度法治政府建设情况的报告</h1>',
      ),
    );
    expect(text).toContain(
      '中共绵阳市安州区委\n绵阳市安州区人民政府\n关于2022年度法治政府建设情况的报告\n',
    );
  });
});

it('a title in the head of a page holds no control characters', async () => {
  const odd = title.replace('年度', '年&#1;&#10;度');
  const { hints } = await read(
    page.replaceAll(`${title}_`, `${odd}_`).replace(`content="${title}"`, `content="${odd}"`),
  );
  expect(hints.title ?? '').not.toMatch(/\p{Cc}/u);
});

describe('a merged cell', () => {
  const rows = (html: string) => read(pageWith(html)).then(({ text }) => text);

  it('leaves the places it covers empty in a table of figures', async () => {
    const table =
      '<table><tr><td rowspan="2">类别</td><td colspan="2">上半年</td><td>下半年</td></tr>' +
      '<tr><td>件数</td><td>人数</td><td>件数</td></tr>' +
      '<tr><td>许可</td><td>7</td><td>8</td><td>9</td></tr></table>';
    expect(await rows(table)).toContain(
      '类别\t上半年\t\t下半年\n\t件数\t人数\t件数\n许可\t7\t8\t9',
    );
  });
});
