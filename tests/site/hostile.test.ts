/**
 * Addresses and stored preferences made to do harm: whatever they hold, nothing runs, nothing outside the text of the page
 * changes, nothing is thrown, and the page goes on answering.
 */
import fc from 'fast-check';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { pageTypes, settled, someExcerpt, type Visitor, visit } from './visit.ts';

let site: Visitor;
beforeAll(async () => {
  site = await visit(inject('siteDir'));
});
afterAll(() => site.close());
beforeEach(() => {
  site.faults.length = 0;
});

const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf'];
const markup = [
  '<img src=x onerror="window.injected=1">',
  '"><script>window.injected=1</script>',
  "';window.injected=1;//",
  'javascript:window.injected=1',
  '</script><svg onload=window.injected=1>',
  '{{constructor.constructor("window.injected=1")()}}',
];
const encodings = ['%', '%E4%', '%00', '%ED%A0%80', '\u202e甲', '\0', '\ud800', '🏛️'];
const selectors = ['"]', '#a:not(', '*', '"],[data-x="', '\\', '#', '.', ':target'];
const long = ['甲'.repeat(20_000), '"a '.repeat(7_000), '('.repeat(20_000), '0,'.repeat(10_000)];

/** What people who mean harm write, and any text at all. */
const hostile = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...names, ...markup, ...encodings, ...selectors) },
  { weight: 1, arbitrary: fc.constantFrom(...long) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
);

/** What a page must not change: which elements there are around its main part, and what could run. */
const frame = (page: Page) =>
  page.evaluate(() => ({
    // The number of passages taken is what may differ.
    header: document
      .querySelector('.site-header')
      ?.outerHTML.replace(/(<b class="excerpt-count")[^>]*>\d*</, '$1><'),
    footer: document.querySelector('.site-footer')?.outerHTML,
    body: [...document.body.children].map(({ localName }) => localName),
    scripts: document.querySelectorAll('script, iframe, object, embed, base').length,
    handlers: [...document.querySelectorAll('*')].filter((element) =>
      element.getAttributeNames().some((name) => /^on|^style$/.test(name) && name !== 'style'),
    ).length,
    addresses: [...document.querySelectorAll('a[href]')].filter(
      (link) => !/^https?:$/.test((link as HTMLAnchorElement).protocol),
    ).length,
    injected: 'injected' in window,
    polluted: Object.keys(Object.prototype),
  }));

/** A page that has been gone to, with what it looked like before anything was done to it. */
async function opened(address: string) {
  const page = await site.open();
  page.on('dialog', (dialog) => void dialog.accept().then(() => site.faults.push('a dialog')));
  await page.goto(site.url + address);
  await settled(page);
  return { page, before: await frame(page) };
}

/** Sees that a page stands as before and answers. */
async function assertSound(page: Page, before: Awaited<ReturnType<typeof frame>>, what: unknown) {
  await settled(page);
  expect(await frame(page), JSON.stringify(what)).toEqual(before);
  expect(site.faults, JSON.stringify(what)).toEqual([]);
}

/** Goes to an address; one longer than servers take is given to the page that is there, as a script could. */
async function ask(page: Page, address: string): Promise<void> {
  if (address.length < 8000) await page.goto(address);
  else
    await page.evaluate((to) => {
      history.pushState(null, '', to);
      dispatchEvent(new PopStateEvent('popstate'));
    }, address);
}

/** Parameters that a page reads, and some that none does. */
const queries: [page: string, parameters: string[]][] = [
  ['search/', ['q', 'region', 'year', 'theme', 'part', 'kind', 'order']],
  ['compare/', ['r', 'by']],
  ['reports/', ['level', 'year', 'kind', 'province']],
  ['reports/632800-2020/', ['q', 'only']],
];

describe.each(queries)('the query of %s', (address, parameters) => {
  it('does no harm', async () => {
    const { page, before } = await opened(address);
    const query = fc.uniqueArray(
      fc.tuple(fc.constantFrom(...parameters, '__proto__', 'x'), hostile),
      { minLength: 1, maxLength: 3, selector: ([name]) => name },
    );
    const fixed = parameters.flatMap((name) => names.slice(0, 2).map((value) => [[name, value]]));
    await fc.assert(
      fc.asyncProperty(query, async (pairs) => {
        const search = new URLSearchParams(pairs as string[][]);
        await ask(page, `${site.url}${address}?${search}`);
        await assertSound(page, before, pairs);
      }),
      { numRuns: 10 + fixed.length, examples: fixed.map((pairs) => [pairs as [string, string][]]) },
    );
    await page.context().close();
  });
});

describe('a typed query', () => {
  it.each([
    'constructor:甲',
    '__proto__:甲',
    'toString:甲',
    'region:constructor 行政',
    'year:__proto__ 行政',
  ])('%s is answered', async (words) => {
    const { page } = await opened(`search/?q=${encodeURIComponent(words)}`);
    expect(await page.locator('search-page').getAttribute('data-state')).toBe('done');
    expect(site.faults).toEqual([]);
    await page.context().close();
  });

  it('names no choice by what every object has', async () => {
    const { page } = await opened('search/?q=行政&region=constructor,__proto__');
    const chips = await page.locator('.search-chips').textContent();
    expect(chips).toContain('constructor');
    expect(chips).not.toMatch(/Object|function|undefined/);
    await page.context().close();
  });
});

describe('a fragment', () => {
  it.each([
    ['a report', 'reports/632800-2020/'],
    ['one section', 'reports/632800-2020/?only=s1-k7'],
    ['a marked report', 'reports/632800-2020/?q=行政'],
    ['a comparison', pageTypes['comparison'] as string],
  ])('of %s does no harm', async (_, address) => {
    const { page, before } = await opened(address);
    // The citation listens once it was near.
    await page.evaluate(() => document.querySelector('citation-box')?.scrollIntoView());
    const go = async (fragment: string) => {
      await page.evaluate(async (hash) => {
        const changed = new Promise((resolve) =>
          addEventListener('hashchange', resolve, { once: true }),
        );
        const former = location.hash;
        location.hash = hash;
        if (location.hash !== former) await changed;
      }, fragment);
      await assertSound(page, before, fragment);
    };
    for (const fragment of [...names, ...markup, ...encodings, ...selectors]) await go(fragment);
    await fc.assert(fc.asyncProperty(hostile, go), { numRuns: 6 });
    for (const fragment of ['%', '%E4%B8', 'constructor', '"><b>']) {
      await page.goto('about:blank');
      await page.goto(`${site.url}${address}#${fragment}`);
      await assertSound(page, before, fragment);
    }
    await page.context().close();
  });
});

describe('what is stored', () => {
  const keys = ['compare', 'excerpts'].map((name) => `fazhi-nianbao/${name}`);
  const value = fc.oneof(
    hostile,
    fc.json({ maxDepth: 3 }),
    fc
      .record({
        id: fc.oneof(fc.constant('632800-2020'), hostile),
        name: hostile,
        report: fc.oneof(fc.constant(someExcerpt.report), hostile, fc.constant(null)),
        section: hostile,
        url: hostile,
        text: hostile,
      })
      .map((item) => JSON.stringify([item, null, 1, [], someExcerpt])),
  );

  it('does no harm on any page that reads it', async () => {
    const pages = ['excerpts/', 'compare/', 'reports/632800-2020/'];
    for (const address of pages) {
      const { page, before } = await opened(address);
      await fc.assert(
        fc.asyncProperty(value, value, async (chosen, excerpts) => {
          await page.evaluate(
            (stored) => {
              for (const [key, text] of stored) localStorage.setItem(key as string, text as string);
            },
            [
              [keys[0], chosen],
              [keys[1], excerpts],
            ],
          );
          await page.reload();
          await assertSound(page, before, [chosen, excerpts]);
          await page.evaluate(() => localStorage.clear());
        }),
        { numRuns: 8 },
      );
      await page.context().close();
    }
  });

  it('keeps what is sound of a list that is not', async () => {
    const { page } = await opened('excerpts/');
    const bad = { ...someExcerpt, url: 'javascript:window.injected=1' };
    await page.evaluate(
      (items) => localStorage.setItem('fazhi-nianbao/excerpts', JSON.stringify(items)),
      [null, bad, someExcerpt, { __proto__: null }],
    );
    await page.reload();
    await page.waitForSelector('excerpt-list li');
    expect(await page.locator('excerpt-list li').count()).toBe(1);
    expect(await page.locator('excerpt-list h2 a').getAttribute('href')).toBe(someExcerpt.url);
    await page.context().close();
  });
});
