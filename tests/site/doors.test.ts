/** The ways into the site: what leads where, where pages begin, what is said where nothing is held. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { pageTypes, settled, type Visitor, visit } from './visit.ts';

let site: Visitor;
let many: Visitor;
let page: Page;
beforeAll(async () => {
  [site, many] = await Promise.all([visit(inject('siteDir')), visit(inject('manySiteDir'))]);
  page = await site.open({ viewport: { width: 360, height: 640 } });
});
afterAll(() => Promise.all([site.close(), many.close()]));

/** Addresses that a page links to, relative to the site. */
const linksOn = (address: string, within = 'body') =>
  page
    .goto(site.url + address)
    .then(() =>
      page
        .locator(`${within} a[href]`)
        .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).pathname.slice(1))),
    );

describe('header and footer', () => {
  it('lead by job, and in two steps to every page that is not about one thing', async () => {
    const header = await linksOn('about/', '.site-header nav');
    expect(header).toEqual([
      'reports/',
      'write/',
      'indicators/',
      'compare/',
      'search/',
      'excerpts/',
    ]);
    const near = new Set(await linksOn('about/'));
    const single = Object.values(pageTypes)
      .map((address) => address.replace(/[?#].*/, ''))
      .filter((address) => /^[a-z]*\/$/.test(address) || address === 'search/help/');
    expect(single.filter((address) => !near.has(address))).toEqual(
      ['about/'].filter((own) => !near.has(own)),
    );
    await page.goto(`${site.url}regions/330182/`);
    expect(await page.locator('.site-header [aria-current]').textContent()).toBe('找报告');
  });

  it('begin where every page begins', async () => {
    await page.setViewportSize({ width: 1440, height: 900 });
    for (const name of [
      'home',
      'report',
      'a county',
      'a theme',
      'matrix',
      'guide',
      'about',
      'missing',
    ]) {
      await page.goto(site.url + pageTypes[name]);
      const lefts = await page.evaluate(() =>
        ['.brand', 'main > :is(nav, div, h1, missing-page)', '.site-footer nav'].map((selector) =>
          Math.round(document.querySelector(selector)?.getBoundingClientRect().left ?? 0),
        ),
      );
      expect(new Set(lefts).size, name).toBe(1);
    }
    await page.setViewportSize({ width: 360, height: 640 });
  });
});

describe('headlines', () => {
  it('break between words, not within those of the genre', async () => {
    for (const address of ['', 'reports/632800-2020/', 'reports/152200-2021/', 'regions/632800/']) {
      await page.goto(site.url + address);
      for (const width of [320, 344, 360, 390, 430]) {
        await page.setViewportSize({ width, height: 640 });
        const broken = await page.locator('h1').evaluate((heading) => {
          const text = heading.textContent ?? '';
          const nodes: { node: Node; start: number }[] = [];
          const walker = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
          let length = 0;
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            nodes.push({ node, start: length });
            length += node.textContent?.length ?? 0;
          }
          const topOf = (at: number) => {
            const holder = nodes.findLast(({ start }) => start <= at) as (typeof nodes)[number];
            const range = document.createRange();
            range.setStart(holder.node, at - holder.start);
            range.setEnd(holder.node, at - holder.start + 1);
            return range.getBoundingClientRect().top;
          };
          return [...text.matchAll(/法治政府|年度报告|工作报告/g)]
            .filter(({ index, 0: word }) => topOf(index) !== topOf(index + word.length - 1))
            .map(([word]) => word);
        });
        expect(broken, `${address} at ${width} px`).toEqual([]);
      }
    }
    await page.setViewportSize({ width: 360, height: 640 });
  });
});

describe('an address that is not held', () => {
  it('says which report is not held, and offers what is near', async () => {
    await page.goto(`${site.url}reports/632800-2021/`);
    const status = page.locator('missing-page [role=status]');
    await status.filter({ hasText: '海西蒙古族藏族自治州 2021 年度的报告尚未收录' }).waitFor();
    expect(
      await page.locator('missing-page [data-report]').first().getAttribute('data-report'),
    ).toBe('632800-2020');
    await page.locator('[data-place=near] .ways a[href$="/years/2021/"]').waitFor();
    // Neither the county nor its prefecture has a report, but its province has.
    await page.goto(`${site.url}reports/330200-2021/`);
    await status.filter({ hasText: '宁波市 2021 年度的报告尚未收录' }).waitFor();
    await page.locator('missing-page [data-report="330182-2020"]').waitFor();
    await page.goto(`${site.url}years/2019/`);
    await status.filter({ hasText: '2019 年度的报告尚未收录' }).waitFor();
    await expect
      .poll(() => page.locator('[data-place=near] a').allTextContents())
      .toEqual(['2021 年度的报告', '2020 年度的报告']);
    await page.goto(`${site.url}${encodeURI('建德/')}`);
    await expect.poll(() => page.locator('missing-page input').inputValue()).toBe('建德');
  });
});

describe('a theme', () => {
  it('shows the texts of its sections, each of which can be taken', async () => {
    await page.goto(`${site.url}themes/review-litigation/`);
    const list = page.locator('.theme-sections[data-report="632800-2020"]');
    const heading = list.locator('[data-section="s1-k7"] > a');
    await heading.waitFor();
    await page.getByLabel('显示各节原文').check();
    await list.scrollIntoViewIfNeeded();
    const text = list.locator('[data-section="s1-k7"] .passage').first();
    await text.waitFor();
    expect(await heading.isVisible()).toBe(false);
    const shown = await list.locator('[data-section="s1-k7"]').textContent();
    expect(shown?.replace(/\s/g, '')).toContain('三是各级部门主动参加行政应诉');
    await text.locator('.take').click();
    await expect.poll(() => page.locator('.excerpt-count').textContent()).toBe('1');
    // The choice holds on the next page of the kind.
    await page.goto(`${site.url}themes/enforcement/`);
    await page.locator('.theme-sections .passage').first().waitFor();
    await page.getByLabel('显示各节原文').uncheck();
    expect(await page.locator('.theme-sections .passage').first().isVisible()).toBe(false);
  });
});

describe('half-width punctuation', () => {
  it('is set apart without a character', async () => {
    await page.goto(`${site.url}reports/632800-2020/#s1-k8`);
    const gap = await page.evaluate(() => {
      const sign = [...document.querySelectorAll('article .half')].find(
        (each) => each.textContent === ',' && each.nextSibling?.textContent,
      ) as Element;
      const boxOf = (text: Node) => {
        const range = document.createRange();
        range.setStart(text, 0);
        range.setEnd(text, 1);
        return range.getBoundingClientRect();
      };
      const size = Number.parseFloat(getComputedStyle(sign).fontSize);
      const [own, next] = [boxOf(sign.firstChild as Node), boxOf(sign.nextSibling as Node)];
      return own.top === next.top ? (next.left - own.right) / size : 0.3;
    });
    expect(gap).toBeGreaterThan(0.2);
  });
});

describe('long lists', () => {
  it('say how many pages there are, what is left out, and lead to the next', async () => {
    const visitor = await many.open();
    await visitor.goto(`${many.url}parts/problems/`);
    const pager = visitor.locator('.pager').first();
    expect(await pager.textContent()).toContain('共 7 页');
    const gap = await pager
      .locator('[data-gap]')
      .evaluate((item) => getComputedStyle(item, '::before').content);
    expect(gap).toContain('…');
    await pager.getByText('下一页').click();
    await visitor.waitForURL('**/page/2/');
    expect(await visitor.locator('.pager').first().textContent()).toContain('上一页');
    await visitor.context().close();
  });
});

describe('a search', () => {
  it('shows the first hit of every result inside a small window', async () => {
    const hits = new Set<string>();
    for (const query of ['行政复议', '件。(四)', '法治']) {
      await page.goto(`${site.url}search/?q=${encodeURIComponent(query)}`);
      await settled(page);
      const links = page.locator('[data-tier=exact] :is(h2 a, .search-hit a)');
      for (const link of await links.evaluateAll((all) =>
        all.map((a) => (a as HTMLAnchorElement).href),
      ))
        hits.add(link);
    }
    expect(hits.size).toBeGreaterThan(30);
    const outside: string[] = [];
    for (const hit of hits) {
      // Another section of the same page would load nothing.
      await page.goto('about:blank');
      await page.goto(hit);
      await page.locator('search-marks [role=status]', { hasText: '处' }).waitFor();
      const bar = await page.locator('search-marks').boundingBox();
      expect(bar?.height, 'the bar is one line').toBeLessThan(64);
      const box = await page.evaluate(() => {
        const [range] = CSS.highlights.get('search-current') as unknown as Set<Range>;
        const [first] = range?.getClientRects() ?? [];
        const top = document.querySelector('reading-bar')?.getBoundingClientRect().bottom ?? 0;
        const bottom = document.querySelector('search-marks')?.getBoundingClientRect().top ?? 0;
        return first && first.top >= Math.min(top, 64) && first.bottom <= bottom;
      });
      if (!box) outside.push(hit);
    }
    expect(outside).toEqual([]);
  });

  it('without a result offers no order and no filters, but other ways', async () => {
    await page.goto(`${site.url}search/?q=xzfy`);
    await settled(page);
    for (const tool of ['.search-order', '.search-facets', '.search-related'])
      expect(await page.locator(tool).filter({ visible: true }).count(), tool).toBe(0);
    await page.locator('.search-found a').first().waitFor();
    expect(await page.locator('.search-found a').filter({ visible: true }).count()).toBeGreaterThan(
      2,
    );
  });
});

it('no page writes to the console or asks another host', () => {
  expect([...site.faults, ...many.faults]).toEqual([]);
});
