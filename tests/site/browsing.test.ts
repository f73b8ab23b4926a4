/** Lists of many reports: pages, filters in the address, the matrix. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { counties, countyYears } from './many.ts';
import { settled, type Visitor, visit } from './visit.ts';

let site: Visitor;
let page: Page;
beforeAll(async () => {
  site = await visit(inject('manySiteDir'));
  page = await site.open();
});
afterAll(() => site.close());

const ofCounties = counties.length * countyYears.length;

describe('the list of reports', () => {
  it('is cut into pages that hold every report once', async () => {
    const seen: string[] = [];
    for (const address of ['reports/', 'reports/page/2/']) {
      await page.goto(site.url + address);
      seen.push(
        ...(await page
          .locator('[data-place=all] .report-list a')
          .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).pathname))),
      );
    }
    expect(new Set(seen).size).toBe(ofCounties + 2);
    expect(seen).toHaveLength(ofCounties + 2);
    expect(await page.locator('.pager').first().textContent()).toContain('2018 年度');
  });

  it('is narrowed by filters that combine and stand in the address', async () => {
    await page.goto(`${site.url}reports/`);
    await page.selectOption('select[name=level]', 'county');
    await page.selectOption('select[name=year]', '2018');
    await page.waitForURL('**/?level=county&year=2018');
    const status = page.locator('report-filter [role=status]');
    await status.filter({ hasText: `${counties.length} 份` }).waitFor();
    expect(await page.locator('[data-place=filtered] li').count()).toBe(counties.length);
    await page.goBack();
    await status.filter({ hasText: `${ofCounties} 份` }).waitFor();
    expect(await page.inputValue('select[name=year]')).toBe('');
    await page.goto(`${site.url}reports/?level=prefecture&kind=government&province=63`);
    await settled(page);
    expect(await page.locator('[data-place=filtered] li').count()).toBe(2);
    await page.goto(`${site.url}reports/?level=county`);
    await settled(page);
    expect(await page.locator('[data-place=filtered] li').count()).toBe(50);
    await page.click('text=更多');
    await expect.poll(() => page.locator('[data-place=filtered] li').count()).toBe(ofCounties);
    await page.click('text=清除筛选');
    await page.locator('[data-place=all]').waitFor({ state: 'visible' });
    expect(new URL(page.url()).search).toBe('');
  });

  it('fetches only the years that hold what is asked for', async () => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(`${site.url}reports/?year=2018`);
    await settled(page);
    expect(asked.filter((path) => path.startsWith('/data/'))).toEqual([
      '/data/lists/index.json',
      '/data/lists/2018.json',
    ]);
  });
});

describe('the matrix', () => {
  it('links every cell to a section that bears the theme', async () => {
    const real = await visit(inject('siteDir'));
    const page = await real.open();
    await page.goto(`${real.url}matrix/`);
    const row = page.locator('.matrix tr', { hasText: '海西' });
    const cells = row.locator('td');
    expect(await cells.count()).toBe(12);
    const enforcement = cells.nth(4);
    expect(Number(await enforcement.textContent())).toBeGreaterThan(5);
    await enforcement.locator('a').click();
    await page.waitForURL('**/reports/632800-2020/#s1-k*');
    await page.locator(':target .marks a').first().waitFor();
    const themes = await page
      .locator(':target .marks a')
      .evaluateAll((all) => all.map((mark) => mark.getAttribute('aria-label')));
    expect(themes).toContain('主题：行政执法');
    await real.close();
  });

  it('is narrowed by the same filters', async () => {
    await page.goto(`${site.url}matrix/?level=prefecture`);
    await settled(page);
    expect(await page.locator('[data-place=filtered] tbody tr').count()).toBe(2);
    const columns = page.locator('[data-place=filtered] tbody tr').first().locator('td');
    expect(await columns.count()).toBe(12);
  });
});

describe('parts', () => {
  it('are read across regions, with their pages', async () => {
    await page.goto(`${site.url}parts/problems/`);
    expect(await page.locator('.report-passages').count()).toBe(12);
    expect(await page.locator('.report-passages').first().textContent()).toContain(
      '虽然我州在推进法治建设',
    );
    // Of the newest year, then by code: 海西州 of 2020 comes after the counties.
    await page.goto(`${site.url}parts/plan/page/4/`);
    await page.click('text=与 2021 年度结果对照');
    await page.waitForURL('**/reports/632800-2020/next/');
  });
});

it('no page writes to the console or asks another host', () => {
  expect(site.faults).toEqual([]);
});
