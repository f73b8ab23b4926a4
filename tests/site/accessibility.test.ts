/** Axe finds nothing on any page type, in light and dark; everything can be reached and done by keyboard. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { manyPageTypes, pageTypes, settled, someExcerpt, type Visitor, visit } from './visit.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let site: Visitor;
beforeAll(async () => {
  site = await visit(inject('siteDir'));
});
afterAll(() => site.close());

/** What axe finds, one line a rule and place. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    // Best practices count as well; nothing is left out.
    const { violations } = await axe.run(document);
    return violations.flatMap(({ id, nodes }) =>
      nodes.slice(0, 3).map(({ html }) => `${id}: ${html.slice(0, 160)}`),
    );
  });
}

/** Every size with every scheme once: what axe finds depends on one of them, not on both together. */
const looks = [
  { look: 'a window, light', colorScheme: 'light', viewport: { width: 1280, height: 800 } },
  { look: 'a phone, dark', colorScheme: 'dark', viewport: { width: 360, height: 740 } },
] as const;

describe.each(looks)('axe in $look', (options) => {
  let many: Visitor;
  let page: Page;
  let pageOfMany: Page;
  beforeAll(async () => {
    many = await visit(inject('manySiteDir'));
    [page, pageOfMany] = await Promise.all([site.open(options), many.open(options)]);
  });
  afterAll(() => Promise.all([page.context().close(), many.close()]));

  it.each(Object.entries(pageTypes))('finds nothing on %s', async (_, path) => {
    await page.goto(site.url + path);
    await settled(page);
    expect(await violations(page)).toEqual([]);
  });

  it('finds nothing with the menu of a section, the tray and excerpts', async () => {
    await page.goto(`${site.url}reports/632800-2020/`);
    await page.click('.report-tools [data-compare]');
    await page.locator('#s1-k1-i1 .permalink').click();
    await page.waitForSelector('.section-menu:popover-open');
    expect(await violations(page)).toEqual([]);
    await page.evaluate((excerpt) => {
      localStorage.setItem('fazhi-nianbao/excerpts', JSON.stringify([excerpt]));
    }, someExcerpt);
    await page.goto(`${site.url}excerpts/`);
    await page.waitForSelector('excerpt-list li');
    expect(await violations(page)).toEqual([]);
    await page.evaluate(() => localStorage.clear());
  });

  it.each(Object.entries(manyPageTypes))('finds nothing on %s', async (_, path) => {
    await pageOfMany.goto(many.url + path);
    await settled(pageOfMany);
    expect(await violations(pageOfMany)).toEqual([]);
  });
});

describe('the keyboard', () => {
  it('skips to the text, opens the menu of a paragraph and comes back to it', async () => {
    const page = await site.open();
    await page.goto(`${site.url}reports/632800-2020/`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip-link');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    await page.locator('#s1-k7-i3 .permalink').focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('.section-menu:popover-open');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('加入摘录');
    await page.keyboard.press('Escape');
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('href'));
    expect(focused).toBe('#s1-k7-i3');
    await page.context().close();
  });

  it('shows where it is, at every stop of a page', async () => {
    const page = await site.open();
    for (const path of [pageTypes['report'], pageTypes['reports'], pageTypes['comparison']]) {
      await page.goto(site.url + path);
      await settled(page);
      for (let stop = 0; stop < 40; stop++) {
        await page.keyboard.press('Tab');
        const { seen, name } = await page.evaluate(() => {
          const element = document.activeElement as HTMLElement;
          const drawn = element.matches('[type=radio]') ? element.nextElementSibling : element;
          const { outlineStyle, outlineWidth } = getComputedStyle(drawn ?? element);
          const box = element.getBoundingClientRect();
          const inWindow = box.bottom > 0 && box.top < innerHeight;
          return {
            seen: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1 && inWindow,
            name: element.outerHTML.slice(0, 120),
          };
        });
        if (name.startsWith('<body')) break;
        expect(seen, `${path} ${name}`).toBe(true);
      }
    }
    await page.context().close();
  });
});

it('no page writes to the console or asks another host', () => {
  expect(site.faults).toEqual([]);
});
