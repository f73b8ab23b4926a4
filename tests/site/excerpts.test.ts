/** Excerpts: taken on any page, put in order under headings, kept and exported; and the chapter that is written so. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type CheerioAPI, load } from 'cheerio';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { printedPassage } from '../../src/model/printed.ts';
import type { ReportData } from '../../src/model/report.ts';
import { settled, type Visitor, visit } from './visit.ts';

/** The reports of a site. */
const reportIds = (siteDir: string) =>
  readdirSync(path.join(siteDir, 'reports')).filter((name) => /^\d{6}-\d{4}/.test(name));

let site: Visitor;
let page: Page;
beforeAll(async () => {
  site = await visit(inject('siteDir'));
  page = await site.open({ acceptDownloads: true, viewport: { width: 1280, height: 1600 } });
});
afterAll(() => site.close());

async function collect(report: string, id: string): Promise<string> {
  await page.goto(`${site.url}reports/${report}/`);
  await page.locator(`[href="#${id}"].permalink`).first().click();
  await page.click('.section-menu [data-do=excerpt]');
  const status = page.locator('section-menu [role=status]').filter({ hasText: /./ });
  await status.waitFor();
  return (await status.textContent()) ?? '';
}

/** Exports and returns the bytes of the file. */
async function download(what: string): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.click(`[data-do=${what}]`),
  ]);
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

const titles = () => page.locator('excerpt-list h2').allTextContents();
const kept = () =>
  page.evaluate(() => JSON.parse(localStorage.getItem('fazhi-nianbao/excerpts') ?? '[]'));

/** Text and address of what is pressed or typed into by keyboard next. */
const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');

describe('excerpts', () => {
  it('are collected from any report, each once', async () => {
    expect(await collect('632800-2020', 's1-k7-i3')).toBe('已加入摘录');
    expect(await collect('330182-2020', 's2-i1')).toBe('已加入摘录');
    expect(await collect('620524-2020', 's2-n5')).toBe('已加入摘录');
    expect(await collect('620524-2020', 's2-n5')).toBe('摘录中已有');
    expect(await page.locator('reader-tray [data-place=excerpts]').textContent()).toBe('3');
    await page.click('.tray-excerpts');
    await page.waitForURL('**/excerpts/');
    await page.waitForSelector('excerpt-list li');
    expect(await titles()).toEqual([
      '《海西州2020年度法治政府建设工作报告》一、(七)三是',
      '《建德市2020年度法治政府建设情况报告》二、一是',
      '《武山县2020年度法治政府建设情况报告》二、5.',
    ]);
  });

  it('are put in order and removed, by keyboard as well, and what is removed comes back', async () => {
    await page.locator('[data-do=down]').first().focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    expect((await titles())[2]).toContain('海西州');
    await page.locator('[data-do=drag]').last().focus();
    await page.keyboard.press('ArrowUp');
    expect((await titles())[1]).toContain('海西州');
    expect(await focused()).toContain('拖动，或用上下方向键移动：《海西州');
    await page.locator('[data-do=remove]').nth(2).click();
    expect(await titles()).toHaveLength(2);
    await page.click('[data-do=clear]');
    expect(await page.locator('.excerpts-empty').isVisible()).toBe(true);
    await page.click('[data-do=undo]');
    expect(await page.locator('[data-do=undo]').isVisible()).toBe(false);
    await page.reload();
    expect((await titles()).map((title) => title.slice(1, 4))).toEqual(['建德市', '海西州']);
  });

  it('are dragged, and stand under headings of the reader with notes', async () => {
    await page.click('[data-do=heading]');
    await page.keyboard.type('应诉');
    await page.locator('textarea').first().fill('可作参考');
    // A field keeps what is written in it when a button is pressed next.
    await page.locator('[data-do=drag]').last().hover();
    await page.mouse.down();
    const first = await page.locator('excerpt-list ol > li').first().boundingBox();
    await page.mouse.move((first?.x ?? 0) + 20, (first?.y ?? 0) + 4, { steps: 4 });
    await page.mouse.up();
    await page.locator('ol > li:first-child.excerpt-heading').waitFor();
    const [heading, jiande] = await kept();
    expect(heading).toEqual({ heading: '应诉' });
    expect(jiande).toMatchObject({ section: 's2-i1', note: '可作参考' });
  });

  it('are kept in a file that another browser reads', async () => {
    const { name, bytes } = await download('file');
    expect(name).toMatch(/^摘录-\d{4}-\d\d-\d\d\.json$/);
    const before = await kept();
    await page.click('[data-do=clear]');
    const read = (buffer: Buffer) =>
      page.setInputFiles('excerpt-list input[type=file]', { name, mimeType: 'text/json', buffer });
    const told = (words: string) =>
      page.locator('excerpt-list [role=status]', { hasText: words }).waitFor();
    await read(Buffer.from('{"items":[]}'));
    await told('这不是本站存出的摘录文件');
    await read(bytes);
    await told('已读入 3 项');
    expect(await kept()).toEqual(before);
    await read(bytes);
    await told('文件中的摘录都已在这里');
  });

  it('are exported as Markdown and plain text with sources', async () => {
    const { name, bytes } = await download('markdown');
    expect(name).toMatch(/^摘录-\d{4}-\d\d-\d\d\.md$/);
    const text = bytes.toString();
    expect(text).toContain('## 应诉\n\n### 《建德市2020年度法治政府建设情况报告》二、一是');
    expect(text).toContain('> 三是各级部门主动参加行政应诉。');
    expect(text).toMatch(/\[\^2\]: 海西蒙古族藏族自治州人民政府\. .*<http.*#s1-k7-i3>\./);
    await page.selectOption('excerpt-list select', 'law');
    const plain = (await download('text')).bytes.toString();
    expect(plain).toMatch(/参考文献\n\[1\] 建德市人民政府：《建德市.*\n\[2\] 海西.*日访问。\n$/);
  });

  it('are exported as Word documents: with a list of sources, and as a draft to be filled in', async () => {
    const parts = async (what: string) => {
      const files = unzipSync((await download(what)).bytes);
      return (file: string) => new TextDecoder().decode(files[file]);
    };
    const plain = (xml: string) => xml.replace(/<[^>]+>/g, '');
    const word = await parts('word');
    const document = plain(word('word/document.xml'));
    expect(document.indexOf('《建德市')).toBeLessThan(document.indexOf('《海西州'));
    expect(document).toContain('三是各级部门主动参加行政应诉。');
    expect(document).toMatch(
      /〔备注：可作参考〕.*参考文献\[1\] 建德市.*\[2\] 海西.*西政〔2021〕5号/,
    );
    const draft = await parts('draft');
    expect(plain(draft('word/document.xml'))).toMatch(
      /^〔发文机关〕关于〔年度〕年度法治政府建设情况的报告〔主送机关〕：一、应诉一是.*〔成文日期〕$/,
    );
    expect(plain(draft('word/footnotes.xml'))).toContain('》一、(七)三是，西政〔2021〕5号');
    expect(draft('word/document.xml')).toContain('<w:footnoteReference w:id="2"/>');
  });

  it('load the Word library only when a document is asked for', async () => {
    const sizes: number[] = [];
    // Without the browser's cache: an answer that is known already has no body.
    await page.route('**/*.js', (route) => route.continue());
    page.on('response', async (response) => {
      if (response.url().endsWith('.js')) sizes.push((await response.body()).length);
    });
    await page.goto(`${site.url}excerpts/`, { waitUntil: 'networkidle' });
    expect(Math.max(...sizes)).toBeLessThan(20_000);
  });

  it('survive what another program stored under their name', async () => {
    await page.evaluate(() => localStorage.setItem('fazhi-nianbao/excerpts', '{"a":'));
    await page.reload();
    expect(await page.locator('.excerpts-empty').isVisible()).toBe(true);
  });
});

/** Lines of a passage as the report's page prints it. */
function printedOn($: CheerioAPI, id: string): string {
  const part = $(`[id="${id}"]`);
  const blocks = part.is('p, .head') ? part : part.find('p, .head, tr');
  return blocks
    .toArray()
    .map((block) => $(block).text().trim())
    .filter(Boolean)
    .join('\n');
}

it('the open data hold every passage that can be taken as the page prints it', () => {
  for (const id of reportIds(inject('siteDir'))) {
    const read = (file: string) => readFileSync(path.join(inject('siteDir'), file), 'utf8');
    const $ = load(read(`reports/${id}/index.html`));
    const { sections }: ReportData = JSON.parse(read(`data/reports/${id}.json`));
    const takes = $('article .take').toArray();
    expect(takes.length).toBeGreaterThan(20);
    for (const take of takes) {
      const [, section = ''] = ($(take).attr('data-take') ?? '').split('#');
      expect(printedPassage(sections, section), `${id} ${section}`).toBe(printedOn($, section));
    }
  }
});

describe('one control takes a passage', () => {
  let many: Visitor;
  let reader: Page;
  beforeAll(async () => {
    many = await visit(inject('manySiteDir'));
    reader = await many.open({ acceptDownloads: true, viewport: { width: 1280, height: 900 } });
  });
  afterAll(() => many.close());

  const pressed = (count: number) =>
    expect.poll(() => reader.locator('.take[aria-pressed=true]').count()).toBe(count);

  it('so that six points of six reports are a Word document after eight steps', async () => {
    await reader.goto(`${many.url}parts/problems/`);
    const reports = reader.locator('[data-place=all] .report-passages');
    let steps = 0;
    for (let at = 0; at < 6; at++, steps++)
      await reports.nth(at).locator('[data-style=i] > p > .take').first().click();
    await pressed(6);
    await reader.click('.tray-excerpts');
    steps++;
    const [file] = await Promise.all([
      reader.waitForEvent('download'),
      reader.click('[data-do=word]'),
    ]);
    steps++;
    const document = new TextDecoder().decode(
      unzipSync(readFileSync(await file.path()))['word/document.xml'],
    );
    expect(document.match(/\[\d+\] /g)).toHaveLength(6);
    expect(steps).toBeLessThanOrEqual(8);
  });

  it.each([
    ['a report', 'reports/630102-2020/'],
    ['search', 'search/?q=行政执法'],
    ['a comparison', 'compare/?r=630102-2018,630102-2020'],
    ['plan and results', 'reports/632800-2020/next/'],
  ])('and gives it back: in %s', async (_, path) => {
    await reader.evaluate(() => localStorage.clear());
    await reader.goto(many.url + path);
    await settled(reader);
    const control = reader.locator('main .take').nth(3);
    await control.hover({ force: true });
    // A passage may stand on the page twice.
    const state = () => control.getAttribute('aria-pressed');
    await control.click();
    await expect.poll(state).toBe('true');
    await control.click();
    await expect.poll(state).toBe('false');
  });

  it('and a sentence, or several paragraphs, as they are selected', async () => {
    await reader.goto(`${many.url}parts/problems/`);
    const sentence = await reader.evaluate(() => {
      const [first, second] = document.querySelectorAll('.passage[data-style=i] > p');
      const text = [...(first?.childNodes ?? [])].find(
        (node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.includes('。'),
      ) as Text;
      getSelection()?.setBaseAndExtent(text, 0, text, text.data.indexOf('。') + 1);
      const words = `${getSelection()}`.trim();
      const end = second?.lastChild as Node;
      (window as { widen?: () => void }).widen = () =>
        getSelection()?.setBaseAndExtent(text, 0, end, 0);
      return words;
    });
    await reader.keyboard.press('Shift');
    await reader.click('.selection-bar button:has-text("加入摘录")');
    await expect
      .poll(() => reader.evaluate(() => localStorage.getItem('fazhi-nianbao/excerpts')))
      .toContain(`"text":${JSON.stringify(sentence)},"partial":true`);
    await reader.evaluate(() => (window as { widen?: () => void }).widen?.());
    await reader.keyboard.press('Shift');
    await reader.click('.selection-bar button:has-text("加入摘录（2 段）")');
    // The sentence was taken before.
    const sections = async () =>
      (await reader.evaluate(() => localStorage.getItem('fazhi-nianbao/excerpts')))?.match(
        /"section":/g,
      );
    await expect.poll(sections).toHaveLength(2);
  });

  it('where others write the chapter, whose sentences stand together by their wording', async () => {
    await reader.evaluate(() => localStorage.clear());
    await reader.goto(`${many.url}write/?part=problems&level=county`);
    await settled(reader);
    const status = reader.locator('.write-found');
    expect(await status.textContent()).toMatch(
      /^读了 \d+ 份报告的这一部分，\d+ 份写到；\d+ 种说法不止一份提到。$/,
    );
    const heads = await reader.locator('.said h3').allTextContents();
    const counts = heads.map((text) => Number(/^共 (\d+) 份提到$/.exec(text)?.[1]));
    expect(counts.length).toBeGreaterThan(2);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    await reader.fill('report-picker input', '海西');
    await reader.locator('report-picker li button').first().click();
    await reader.locator('.write-own .sentence').first().waitFor();
    expect(new URL(reader.url()).searchParams.get('own')).toMatch(/^\d{6}-\d{4}$/);
    await reader.click('[data-do=heading]');
    await reader.locator('.said .take').first().click();
    await pressed(1);
    await reader.goto(`${many.url}excerpts/`);
    expect(await reader.locator('.excerpt-heading input').inputValue()).toBe('存在的问题和不足');
    expect(many.faults).toEqual([]);
  });
});

it('no page writes to the console or asks another host', () => {
  expect(site.faults).toEqual([]);
});
