/** Lists of many reports: pages, filters in the address, the matrix. */

import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { routes } from '../../src/model/routes.ts';
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

  it('fetches only the years and pages that hold what is asked for', async () => {
    const asked: string[] = [];
    const note = (request: { url(): string }) => asked.push(new URL(request.url()).pathname);
    await page.goto(`${site.url}reports/`);
    page.on('request', note);
    await page.selectOption('select[name=year]', '2018');
    await settled(page);
    page.off('request', note);
    expect(asked.filter((path) => path.endsWith('.json') || path.endsWith('/'))).toEqual([
      '/data/lists/index.json',
      '/data/lists/2018.json',
      // Two reports of that year stand at the end of the first page.
      '/reports/',
      '/reports/page/2/',
    ]);
  });

  it('says that nothing is left, and leads to what there is with one condition less', async () => {
    await page.goto(`${site.url}reports/?level=prefecture&year=2018`);
    await settled(page);
    expect(await page.locator('report-filter [role=status]').textContent()).toContain('0 份');
    const advice = page.locator('[data-place=filtered]');
    expect(await advice.textContent()).toContain('没有同时符合这些条件的报告');
    expect(await advice.locator('a').allTextContents()).toEqual([
      `不限层级（${counties.length} 份）`,
      '不限年度（2 份）',
    ]);
    await advice.locator('a').last().click();
    await page.waitForURL('**/reports/?level=prefecture');
    await settled(page);
    expect(await page.locator('[data-place=filtered] li').count()).toBe(2);
  });

  it('says which condition of an address it does not know', async () => {
    await page.goto(`${site.url}reports/?year=1999&level=prefecture`);
    await settled(page);
    expect(await page.locator('report-filter [role=status]').textContent()).toBe(
      '地址中所写的年度本站没有，未按它筛选。 符合条件的报告 2 份',
    );
  });

  it('says that it could not fetch what it needs, and can be asked again', async () => {
    const broken = await visit(inject('manySiteDir'));
    const page = await broken.open();
    await page.route('**/data/lists/2018.json', (route) => route.abort());
    await page.goto(`${broken.url}reports/?year=2018`);
    const status = page.locator('report-filter [role=status]');
    await status.filter({ hasText: '未能取得数据' }).waitFor();
    await page.unroute('**/data/lists/2018.json');
    await page.selectOption('select[name=level]', 'county');
    await status.filter({ hasText: `${counties.length} 份` }).waitFor();
    await broken.close();
  });
});

/** What the pages of a list show of each report, in their order. */
async function pieces(address: string, pages: number): Promise<[id: string, text: string][]> {
  const all: [string, string][] = [];
  for (let number = 1; number <= pages; number++) {
    await page.goto(site.url + routes.page(address, number));
    all.push(...(await shownPieces('[data-place=all]')));
  }
  return all;
}

const shownPieces = (place: string) =>
  page
    .locator(`${place} [data-report]`)
    .evaluateAll((all) =>
      all.map((piece): [string, string] => [
        (piece as HTMLElement).dataset['report'] ?? '',
        (piece.textContent ?? '').replace(/\s+/g, ' '),
      ]),
    );

describe('the same filters', () => {
  it.each([
    ['reports/', 2],
    ['matrix/', 1],
    ['themes/leadership/', 2],
    ['parts/problems/', 7],
    ['parts/progress/', 2],
    ['indicators/review-received/', 1],
  ])('work over all pages of %s', async (address, pages) => {
    const all = await pieces(address, pages);
    expect(new Set(all.map(([id]) => id)).size).toBeGreaterThan(70);
    const ids = (kept: [string, string][]) => new Set(kept.map(([id]) => id)).size;
    for (const [query, keeps] of [
      ['?level=county&year=2018', (id: string) => id.endsWith('-2018')],
      ['?level=prefecture', (id: string) => id.startsWith('632800')],
      ['?kind=government&province=63&year=2020', (id: string) => id.endsWith('-2020')],
    ] as const) {
      // From the last page as well as from the first.
      await page.goto(site.url + routes.page(address, pages) + query);
      const kept = all.filter(([id]) => keeps(id));
      await settled(page);
      const status = page.locator('report-filter [role=status]');
      await status.filter({ hasText: `符合条件的报告 ${ids(kept)} 份` }).waitFor();
      const more = page.locator('[data-do=more]');
      while (await more.isVisible()) {
        const before = await page.locator('[data-place=filtered] [data-report]').count();
        await more.click();
        await expect
          .poll(() => page.locator('[data-place=filtered] [data-report]').count())
          .toBeGreaterThan(before);
      }
      expect(await shownPieces('[data-place=filtered]'), address + query).toEqual(kept);
      const twice = await page.evaluate(() => {
        const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
        return ids.filter((id, at) => ids.indexOf(id) !== at);
      });
      expect(twice).toEqual([]);
    }
  });

  it('count on the page of a theme only the reports that speak of it', async () => {
    const real = await visit(inject('siteDir'));
    const page = await real.open();
    await page.goto(`${real.url}themes/emergency/`);
    const speaking = await page.locator('[data-place=all] [data-report]').count();
    expect(speaking).toBeLessThan(5);
    await page.goto(`${real.url}themes/emergency/?kind=government`);
    await settled(page);
    expect(await page.locator('report-filter [role=status]').textContent()).toBe(
      `符合条件的报告 ${speaking} 份`,
    );
    await real.close();
  });

  it('keep the comparison at hand', async () => {
    await page.goto(`${site.url}matrix/?level=prefecture`);
    await settled(page);
    await page.locator('[data-place=filtered] .compare-toggle').first().click();
    await page.goto(`${site.url}parts/plan/?level=prefecture`);
    await settled(page);
    const toggle = page.locator('[data-place=filtered] .compare-toggle').first();
    await expect.poll(() => toggle.getAttribute('aria-pressed')).toBe('true');
    await page.click('text=清空');
  });
});

describe('the map', () => {
  it('is tinted by the number of reports, which stands clear of the name', async () => {
    const tints = await page.goto(`${site.url}regions/`).then(() => tintsAndOverlaps(page));
    expect(tints).toEqual({ tints: ['5'], overlaps: 0 });
    const real = await visit(inject('siteDir'));
    const small = await real.open({ viewport: { width: 360, height: 740 } });
    await small.goto(`${real.url}regions/`);
    expect(await tintsAndOverlaps(small)).toEqual({
      tints: ['2', '2', '2', '2', '2'],
      overlaps: 0,
    });
    await real.close();
  });
});

const tintsAndOverlaps = (page: Page) =>
  page.locator('.tiles a').evaluateAll((tiles) => ({
    tints: tiles.map((tile) => tile.dataset['tint']),
    overlaps: tiles.filter((tile) => {
      const [sign, count] = ['b', '.count'].map((part) =>
        tile.querySelector(part)?.getBoundingClientRect(),
      );
      return !sign || !count || count.top < sign.bottom - 1;
    }).length,
  }));

describe('pages of years and regions', () => {
  it.each([
    ['years/2018/', '?year=2018'],
    ['years/2020/630000/', '?year=2020&province=63'],
    ['regions/630000/', '?province=63'],
  ])('lead from %s to the filtered list', async (address, query) => {
    await page.goto(site.url + address);
    await page.locator('main a', { hasText: '筛选' }).click();
    await page.waitForURL(`**/reports/${query}`);
    await settled(page);
    expect(await page.locator('[data-place=filtered] li').count()).toBeGreaterThan(30);
  });
});

describe('the page about the open data', () => {
  it('describes every file there is', async () => {
    await page.goto(`${site.url}data/`);
    const described = (await page.locator('main').textContent()) ?? '';
    await page.goto(`${site.url}data/tables/`);
    const tables = (await page.locator('main').textContent()) ?? '';
    const files = readdirSync(path.join(inject('manySiteDir'), 'data'), {
      recursive: true,
      withFileTypes: true,
    }).filter((entry) => entry.isFile() && entry.name !== 'index.html');
    const kinds = files.map(({ parentPath, name }) => {
      const folder = path.relative(inject('manySiteDir'), parentPath);
      return folder === 'data' ? name : `${folder}/`;
    });
    expect(new Set(kinds).size).toBeGreaterThan(20);
    const missing = [...new Set(kinds)].filter(
      (kind) => !described.includes(kind) && !tables.includes(kind) && kind !== 'data/indicators/',
    );
    expect(missing).toEqual([]);
    expect(tables).toContain('各指标页上的分指标 CSV');
  });
});

describe('themes', () => {
  it('lead to their figures', async () => {
    await page.goto(`${site.url}themes/review-litigation/`);
    await page.click('text=看这方面的数字');
    await page.waitForURL('**/indicators/#review-litigation');
    expect(await page.locator('h2:target').textContent()).toBe('行政复议与应诉');
  });

  it('are counted as the catalogue of the collection has them', async () => {
    const real = await visit(inject('siteDir'));
    const visitor = await real.open();
    const counts = async (page: Page, url: string) => {
      await page.goto(`${url}${routes.themes()}`);
      const listed = await page.locator('.theme-list > li').count();
      const description = await page.locator('meta[name=description]').getAttribute('content');
      await page.goto(`${url}${routes.about()}`);
      const about = await page.locator('section[aria-labelledby=themes] p').first().textContent();
      return [
        listed,
        ...[description, about].map((text) => Number(/ (\d+) /u.exec(text ?? '')?.[1])),
      ];
    };
    const [here = 0] = await counts(visitor, real.url);
    expect(await counts(visitor, real.url)).toEqual([here, here, here]);
    expect(await counts(page, site.url)).toEqual([here + 1, here + 1, here + 1]);
    await real.close();
  });
});

describe('a chart of many values', () => {
  it('labels all of its scale, says that it is logarithmic, and keeps its letters on a phone', async () => {
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 720 });
      await page.goto(`${site.url}indicators/review-accepted/`);
      const svg = page.locator('.chart svg:visible');
      expect(await svg.count()).toBe(1);
      const ticks = await svg.locator('text').allTextContents();
      expect(ticks).toEqual(['20', '50', '100', '2018', '2020', '2021']);
      const scale = await svg.evaluate(
        (image) =>
          image.getBoundingClientRect().width / (image as SVGSVGElement).viewBox.baseVal.width,
      );
      expect(scale).toBeGreaterThan(0.95);
      expect(await page.locator('.chart figcaption').textContent()).toContain('纵轴为对数刻度');
    }
    await page.setViewportSize({ width: 1280, height: 720 });
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

  it('keeps the names of its columns in sight, and its shades on paper', async () => {
    for (const width of [390, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(`${site.url}matrix/`);
      const { top, bottom } = await page.evaluate(() => {
        const box = document.querySelector('[data-place=all] .table-scroll') as Element;
        box.scrollIntoView();
        box.scrollTop = 1000;
        if (box.scrollTop === 0) scrollBy(0, 1000);
        return (box.querySelectorAll('thead th')[1] as Element).getBoundingClientRect();
      });
      expect(top, `${width} px`).toBeGreaterThanOrEqual(-1);
      expect(bottom, `${width} px`).toBeLessThan(400);
    }
    await page.setViewportSize({ width: 1280, height: 720 });
    const cell = page.locator('.matrix td[data-shade="3"]').first();
    expect(await cell.evaluate((td) => getComputedStyle(td).printColorAdjust)).toBe('economy');
    await page.emulateMedia({ media: 'print' });
    expect(await cell.evaluate((td) => getComputedStyle(td).printColorAdjust)).toBe('exact');
    await page.emulateMedia({ media: null });
  });

  it('is narrowed by the same filters', async () => {
    await page.goto(`${site.url}matrix/?level=prefecture`);
    await settled(page);
    expect(await page.locator('[data-place=filtered] tbody tr').count()).toBe(2);
    const columns = (place: string) =>
      page.locator(`[data-place=${place}] tbody tr`).first().locator('td').count();
    expect(await columns('filtered')).toBe(13);
    expect(await columns('all')).toBe(13);
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
