/** No page type scrolls sideways between 320 and 1440 px or at 200 % zoom, and nothing moves while it loads. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { programDir } from '../../src/collection/program-dir.ts';
import {
  manyPageTypes,
  pageTypes,
  routePattern,
  settled,
  someExcerpt,
  type Visitor,
  visit,
} from './visit.ts';

const widths = [320, 344, 360, 390, 480, 600, 768, 900, 1024, 1152, 1280, 1440];

let site: Visitor;
let many: Visitor;
beforeAll(async () => {
  [site, many] = await Promise.all([visit(inject('siteDir')), visit(inject('manySiteDir'))]);
});
afterAll(() => Promise.all([site.close(), many.close()]));

it('is looked at on every kind of page there is', () => {
  const addresses = [...Object.values(pageTypes), ...Object.values(manyPageTypes)];
  const unseen = readdirSync(path.join(programDir, 'src/pages'), { recursive: true })
    .map((file) => `${file}`.split(path.sep).join('/'))
    .filter((file) => file.endsWith('.astro'))
    .filter((file) => !addresses.some((address) => routePattern(file).test(address)));
  expect(unseen).toEqual([]);
});

/** What reaches beyond the window, unless a box of its own scrolls it. */
function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const wide = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > root.clientWidth + 1,
    );
    return [
      `${root.scrollWidth} px`,
      ...wide.slice(0, 3).map((each) => each.outerHTML.slice(0, 120)),
    ];
  });
}

async function fillStores({ url }: Visitor, page: Page): Promise<void> {
  await page.goto(`${url}no/such/page/`);
  await page.evaluate((excerpt) => {
    const chosen = ['海西蒙古族藏族自治州 2020', '建德市 2020', '五华区 2020', '武山县 2020'];
    const choice = chosen.map((name, at) => ({ id: `63280${at}-2020`, name }));
    localStorage.setItem('fazhi-nianbao/compare', JSON.stringify(choice));
    localStorage.setItem('fazhi-nianbao/excerpts', JSON.stringify([excerpt, excerpt]));
  }, someExcerpt);
}

describe.each([
  ['the real reports', pageTypes, () => site],
  ['many reports', manyPageTypes, () => many],
] as const)('the layout, of %s', (_, types, of) => {
  let page: Page;
  beforeAll(async () => {
    page = await of().open();
    // The fullest tray there can be.
    await fillStores(of(), page);
  });

  it.each(Object.entries(types))('of %s fits every window, and larger type', async (_, address) => {
    await page.goto(of().url + address);
    await settled(page);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      expect(await overflowing(page), `${width} px`).toEqual([]);
    }
    // 1280 × 800 at 200 % zoom.
    await page.setViewportSize({ width: 640, height: 400 });
    expect(await overflowing(page), 'zoom').toEqual([]);
    // Larger type alone, as browsers set it.
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    expect(await overflowing(page), 'larger type').toEqual([]);
  });
});

/** What these show is asked for in the address, and put there by a script: it cannot be there before. */
const madeByScript = [
  'one section',
  'reports, filtered',
  'comparison',
  'empty comparison',
  'excerpts',
  'search',
  'checks',
];

describe('while it loads', () => {
  it.concurrent.each([360, 1440])('nothing moves at %i px', async (width) => {
    const page = await site.open({ viewport: { width, height: 800 } });
    await page.addInitScript(() => {
      const sum = window as unknown as { shift: number };
      sum.shift = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          sum.shift += (entry as unknown as { value: number }).value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    for (const [name, address] of Object.entries(pageTypes)) {
      if (madeByScript.includes(name)) continue;
      await page.goto(site.url + address, { waitUntil: 'networkidle' });
      await settled(page);
      const shift = await page.evaluate(() => (window as unknown as { shift: number }).shift);
      expect(shift, name).toBeLessThan(0.01);
    }
    await page.context().close();
  });
});
