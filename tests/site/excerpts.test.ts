/** Excerpts: collected from reports, put in order, exported to Word and Markdown. */
import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Visitor, visit } from './visit.ts';

let site: Visitor;
let page: Page;
beforeAll(async () => {
  site = await visit(inject('siteDir'));
  page = await site.open({ acceptDownloads: true });
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

describe('excerpts', () => {
  it('are collected from any report, each once', async () => {
    expect(await collect('632800-2020', 's1-k7-i3')).toBe('已加入摘录');
    expect(await collect('330182-2020', 's2-i1')).toBe('已加入摘录');
    expect(await collect('620524-2020', 's2-n5')).toBe('已加入摘录');
    expect(await collect('620524-2020', 's2-n5')).toBe('摘录中已有这一段');
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

  it('are put in order and removed, by keyboard as well', async () => {
    await page.locator('[data-do=down]').first().focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    expect((await titles())[2]).toContain('海西州');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('移');
    await page.locator('[data-do=remove]').nth(1).click();
    expect(await titles()).toHaveLength(2);
    await page.reload();
    expect((await titles()).map((title) => title.slice(1, 4))).toEqual(['建德市', '海西州']);
  });

  it('are exported as Markdown with sources', async () => {
    const { name, bytes } = await download('markdown');
    expect(name).toMatch(/^摘录-\d{4}-\d\d-\d\d\.md$/);
    const text = bytes.toString();
    expect(text).toContain('## 《建德市2020年度法治政府建设情况报告》二、一是');
    expect(text).toContain('> 三是各级部门主动参加行政应诉。');
    expect(text).toMatch(/\[\^2\]: 海西蒙古族藏族自治州人民政府\. .*<http.*#s1-k7-i3>\./);
  });

  it('are exported as a Word document with sources as footnotes', async () => {
    const { name, bytes } = await download('word');
    expect(name).toMatch(/\.docx$/);
    const parts = unzipSync(bytes);
    const read = (file: string) => new TextDecoder().decode(parts[file]);
    const document = read('word/document.xml').replace(/<[^>]+>/g, '');
    expect(document.indexOf('《建德市')).toBeLessThan(document.indexOf('《海西州'));
    expect(document).toContain('三是各级部门主动参加行政应诉。');
    const notes = read('word/footnotes.xml').replace(/<[^>]+>/g, '');
    expect(notes).toContain('西政〔2021〕5号[A/OL]. (2021-02-26)');
    expect(read('word/document.xml')).toContain('<w:footnoteReference w:id="2"/>');
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

  it('are cleared', async () => {
    await page.click('[data-do=clear]');
    expect(await page.locator('.excerpts-empty').isVisible()).toBe(true);
    expect(await page.locator('.tray-excerpts').isVisible()).toBe(false);
  });

  it('survive what another program stored under their name', async () => {
    await page.evaluate(() => localStorage.setItem('fazhi-nianbao/excerpts', '{"a":'));
    await page.reload();
    expect(await page.locator('.excerpts-empty').isVisible()).toBe(true);
  });
});

it('no page writes to the console or asks another host', () => {
  expect(site.faults).toEqual([]);
});
