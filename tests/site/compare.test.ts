/** Comparing reports, chosen on any page or named in a link. */
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { settled, type Visitor, visit } from './visit.ts';

let site: Visitor;
let page: Page;
beforeAll(async () => {
  site = await visit(inject('manySiteDir'));
  page = await site.open();
});
afterAll(() => site.close());

async function open(query: string): Promise<void> {
  await page.goto(`${site.url}compare/${query}`);
  await page.waitForSelector('compare-view[data-state=done]');
}

describe('choosing', () => {
  it('works on any page, up to four, and lasts from page to page', async () => {
    await page.goto(`${site.url}reports/`);
    const buttons = page.locator('.report-list .compare-toggle');
    for (const at of [0, 1, 2, 3]) await buttons.nth(at).click();
    expect(await buttons.nth(0).getAttribute('aria-pressed')).toBe('true');
    await buttons.nth(4).click();
    expect(await page.locator('reader-tray [role=status]').textContent()).toBe('最多比较4份报告');
    await page.goto(`${site.url}regions/632800/`);
    expect(await page.locator('.tray-choice li').count()).toBe(4);
    await page.locator('.tray-choice li button').nth(3).click();
    await page.locator('.tray-choice li button').nth(2).click();
    await page.click('.tray-go');
    await page.waitForSelector('compare-view[data-state=done]');
    expect(page.url()).toContain('compare/?r=632800-2021,630102-2020');
    expect(await page.locator('.side-heads > *').count()).toBe(2);
    // The tray would lie over the very text it has led to.
    expect(await page.locator('.tray-choice').isVisible()).toBe(false);
    await page.goBack();
    await page.click('text=清空');
    expect(await page.locator('.tray-choice').isVisible()).toBe(false);
  });
});

describe('the page of comparisons', () => {
  it('offers examples, and finds reports by name and year where they are compared', async () => {
    await page.evaluate(() => localStorage.clear());
    await page.goto(`${site.url}compare/`);
    const examples = page.locator('.compare-examples a');
    expect(await examples.first().getAttribute('href')).toMatch(/\/compare\/\?r=\d{6}-\d{4},/);
    const found = page.locator('.picker-found button');
    await found.first().waitFor();
    const field = page.getByRole('searchbox', { name: '找一份报告' });
    await field.fill('海西 2021');
    await expect.poll(() => found.count()).toBe(1);
    await found.click();
    await page.waitForURL('**/compare/?r=632800-2021&by=theme');
    // What is near to a report comes first: that of the year before.
    await expect.poll(() => found.first().textContent()).toBe('海西蒙古族藏族自治州 2020青海省');
    await field.fill('没有这个地方');
    await page.locator('report-picker [role=status]', { hasText: '没有找到' }).waitFor();
    await field.fill('2020海西');
    await expect.poll(() => found.count()).toBe(1);
    await found.click();
    await page.waitForURL('**/compare/?r=632800-2021,632800-2020&by=theme');
    await expect.poll(() => page.locator('.side-heads > *').count()).toBe(2);
    await page.evaluate(() => localStorage.clear());
  });
});

describe('a comparison', () => {
  it('shows every text once, in rows of themes', async () => {
    await open('?r=632800-2020,630102-2018&by=theme');
    const names = await page.locator('.side-row h2').allTextContents();
    expect(names).toContain('行政复议与应诉');
    const text = await page.locator('.side-row [data-column="0"]').allTextContents();
    const whole = text.join('');
    expect(whole.split('机关负责人出庭45人').length - 1).toBe(1);
    expect(whole.split('年内受理行政复议案件27件').length - 1).toBe(1);
  });

  it('is aligned by part when asked, and says so in the address', async () => {
    await page.selectOption('select[name=by]', 'part');
    await page.waitForURL('**&by=part');
    await page.locator('.side-row h2', { hasText: '存在的问题和不足' }).waitFor();
    await page.goBack();
    await page.locator('.side-row h2', { hasText: '行政执法' }).waitFor();
  });

  it('marks identical and near-identical sentences and leads from one to the other', async () => {
    await open('?r=632800-2020,632800-2021');
    const similar = page.locator('.shared[data-kind=similar]', { hasText: '行政复议案件27件' });
    expect(await similar.getAttribute('title')).toMatch(
      /^与海西蒙古族藏族自治州 2021 一、\(七\)一是相近（\d\d%）$/,
    );
    // What is different is marked, and is all that is.
    expect(await similar.locator('mark').allTextContents()).toEqual(['27']);
    await similar.scrollIntoViewIfNeeded();
    const before = await similar.boundingBox();
    await similar.click();
    const pair = page.locator('.pair');
    const sides = pair.locator('.pair-sides p');
    expect(await sides.nth(0).textContent()).toContain('行政复议案件27件');
    expect(await sides.nth(1).textContent()).toContain('行政复议案件31件');
    expect(await sides.nth(1).locator('mark').allTextContents()).toEqual(['31']);
    // The reader stays where he is, and can go to the other place or to the next pair.
    expect(await similar.boundingBox()).toEqual(before);
    const number = await pair.locator('.pair-count').textContent();
    await pair.getByRole('button', { name: '下一对' }).click();
    expect(await pair.locator('.pair-count').textContent()).not.toBe(number);
    expect(await page.locator('[data-paired]').count()).toBe(2);
    await page.keyboard.press('Escape');
    expect(await pair.isVisible()).toBe(false);
    await similar.click();
    await sides.nth(1).locator('a').click();
    expect(await page.locator(':target').textContent()).toContain('行政复议案件31件');
    await page.keyboard.press('Escape');
    const identical = page.locator('[data-column="0"] .shared[data-kind=identical]');
    expect(await identical.count()).toBeGreaterThan(60);
    expect(await page.locator('.side-heads').textContent()).toMatch(/相同 [89]\d%/);
    await page.click('input[name=marks]');
    const background = await identical
      .first()
      .evaluate((mark) => getComputedStyle(mark).backgroundColor);
    expect(background).toBe('rgba(0, 0, 0, 0)');
    expect(await page.locator('.shared-list li').count()).toBeGreaterThan(60);
  });

  it('shows one report at a time on a phone, and the other at a tap or an arrow key', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await open('?r=632800-2020,632800-2021');
    const [first, second] = [0, 1].map((at) =>
      page.locator(`.side-row [data-column="${at}"]`).first(),
    );
    expect(await first?.isVisible()).toBe(true);
    expect(await second?.isVisible()).toBe(false);
    await page.locator('.side-tabs label').nth(1).click();
    expect(await first?.isVisible()).toBe(false);
    expect(await second?.isVisible()).toBe(true);
    await page.keyboard.press('ArrowLeft');
    expect(await first?.isVisible()).toBe(true);
    await page.locator('.side-row [data-column="0"] .shared').first().click();
    await page.locator('.pair-sides a').nth(1).click();
    // The report that holds the counterpart comes to the front.
    await second?.waitFor({ state: 'visible' });
    await page.setViewportSize({ width: 1280, height: 720 });
  });

  it('gives figures side by side, texts to be read, and what is read in sight', async () => {
    await open('?r=632800-2020,632800-2021');
    const row = page.locator('.side-figures tbody tr', { hasText: '行政复议受理数' });
    expect(await row.locator('td a').allTextContents()).toEqual(['27件', '31件']);
    const text = page.locator('.side-row .passage p').first();
    const size = await text.evaluate((each) => Number.parseFloat(getComputedStyle(each).fontSize));
    expect(size).toBeGreaterThanOrEqual(17);
    await page.locator('.side-row h2', { hasText: '行政执法' }).evaluate((head) => {
      head.scrollIntoView();
    });
    const here = page.locator('.side-jumps [aria-current=true]');
    await expect.poll(() => here.textContent()).toBe('行政执法');
    const place = await here.boundingBox();
    expect(place?.y).toBeGreaterThanOrEqual(0);
    expect(place?.y).toBeLessThan(150);
    await row.locator('td a').first().click();
    await page.waitForURL('**/reports/632800-2020/?q=*#s1-k7*');
  });

  it('is taken along as a Word document', async () => {
    await open('?r=632800-2020,632800-2021');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载 Word' }).click(),
    ]);
    const file = unzipSync(new Uint8Array(readFileSync(await download.path())));
    const text = strFromU8(file['word/document.xml'] as Uint8Array).replace(/<[^>]+>/g, '');
    for (const words of ['比较：海西蒙古族藏族自治州 2020、', '行政复议案件31件', '来源', '[R/OL]'])
      expect(text).toContain(words);
  });

  it('prints all columns and no controls', async () => {
    await open('?r=632800-2020,632800-2021');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.side-row [data-column="1"]').first().isVisible()).toBe(true);
    for (const control of ['.compare-tools', '.side-tabs', 'reader-tray', '.site-header'])
      expect(await page.locator(control).isVisible(), control).toBe(false);
    expect((await page.pdf()).length).toBeGreaterThan(10_000);
    await page.emulateMedia({ media: null });
  });

  it('goes to the row or sentence that a link names', async () => {
    for (const hash of ['#row-6', '#c1-70']) {
      await page.goto('about:blank');
      await open(`?r=632800-2020,632800-2021${hash}`);
      await expect
        .poll(() =>
          page.evaluate((id) => {
            const top = document.querySelector(id)?.getBoundingClientRect().top ?? -1;
            return scrollY > 500 && top >= 0 && top < innerHeight;
          }, hash),
        )
        .toBe(true);
    }
  });

  it('removes a report, and says which it could not get', async () => {
    await open('?r=632800-2020,632800-2021');
    await page.locator('.side-heads [data-do=remove]').first().click();
    await page.waitForURL('**/?r=632800-2021&by=theme');
    await page.goto(`${site.url}compare/?r=632800-2020,999999-2020`);
    await settled(page);
    expect(await page.locator('[data-place=status]').textContent()).toContain('999999-2020');
  });
});

it('no page writes to the console or asks another host', () => {
  expect(site.faults).toEqual([]);
});
