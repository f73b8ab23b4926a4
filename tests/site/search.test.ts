/** The search as a reader uses it: the built site in a real browser. */
import { readFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { seededNumbers } from '../../scripts/measure/bench/random.ts';
import {
  holds,
  randomLiteral,
  renderedSections,
  type TrueSection,
} from '../../scripts/measure/search/truth.ts';
import { indexSearch } from '../../scripts/site/index-search/index-search.ts';
import { fold } from '../../src/search/fold.ts';
import { allVariants } from '../../src/search/variants.ts';
import { launchBrowser } from '../chromium.ts';
import { temporaryFolder } from '../folder.ts';
import { own } from '../own.ts';
import { serveDirectory } from '../serve.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
let server: { url: string; close(): Promise<void> };
let page: Page;
let sections: (TrueSection & { key: string })[];
const messages: string[] = [];

beforeAll(async () => {
  const siteDir = inject('subPathSiteDir');
  server = await serveDirectory(siteDir, inject('subPath'));
  browser = await launchBrowser();
  page = await browser.newPage();
  page.on('console', (message) => messages.push(message.text()));
  page.on('pageerror', (error) => messages.push(String(error)));
  page.on('request', (request) => {
    if (!request.url().startsWith(server.url)) messages.push(`foreign: ${request.url()}`);
  });
  // The truth comes from the pages, not from the index.
  const rendered = renderedSections(siteDir, await allVariants());
  sections = rendered.map((section) => ({
    ...section,
    key: section.address.replace(/^reports\//, ''),
  }));
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const done = () => page.waitForSelector('search-page[data-state=done]');

async function open(query: string, more = ''): Promise<void> {
  await page.goto(new URL(`search/?q=${encodeURIComponent(query)}${more}`, server.url).href);
  await done();
}

/** Goes to another query as back and forward do, without loading the page again. */
async function go(query: string): Promise<void> {
  await page.evaluate(
    (address) => {
      history.pushState(null, '', address);
      dispatchEvent(new PopStateEvent('popstate'));
    },
    `?q=${encodeURIComponent(query)}`,
  );
  await done();
}

/** Unfolds all that is folded in the results, to the end. */
async function unfold(at = page): Promise<void> {
  const folds = at.locator('[data-tier=exact] details:not([hidden])');
  for (const fold of await folds.all()) {
    if ((await fold.getAttribute('open')) === null) await fold.locator('summary').click();
    await fold.locator('li').first().waitFor();
    const more = fold.locator(':scope > button');
    while (await more.isVisible()) await more.click();
  }
}

/** Sections that the page links to. */
const linked = (at = page) =>
  at
    .locator('[data-tier=exact] a[href*="#"]')
    .evaluateAll((links) =>
      links.map((link) =>
        decodeURIComponent((link as HTMLAnchorElement).href).replace(/^.*reports\/|\?q=[^#]*/g, ''),
      ),
    );

/** What stands on the page: the ids of the sections, the counts, and the marks of each excerpt. */
function shown() {
  return page.evaluate(() => {
    const tier = document.querySelector('[data-tier="exact"]') as HTMLElement;
    const addresses: Record<string, string[]> = JSON.parse(tier.querySelector('data')?.value ?? '');
    return {
      keys: Object.entries(addresses).flatMap(([report, ids]) =>
        ids.map((id) => `${report}/#${id}`),
      ),
      sections: Number(tier.dataset['sections']),
      reports: Number(tier.dataset['reports']),
      marks: [...tier.querySelectorAll('.search-excerpt')].map(
        (excerpt) => excerpt.querySelector('mark')?.textContent ?? '',
      ),
      status: document.querySelector('[role=status]')?.textContent,
    };
  });
}

describe('the search page', () => {
  test('links to every section that holds a literal and no other, and marks the literal', async () => {
    await open('行政');
    const roll = seededNumbers(5);
    const nests = sections.filter(({ inner }) => inner.length);
    for (let i = 0; i < 120; i++) {
      // Every fourth reaches across the beginning of a section in another.
      const across = i % 4 === 3;
      const from = across ? nests : sections;
      const section = from[roll(from.length)] as TrueSection;
      const literal = randomLiteral(section, 1 + roll(12), across, roll);
      if (!literal) continue;
      const truth = sections.filter((each) => holds(each, literal));
      await go(`"${literal}"`);
      // Now and then all of it is unfolded.
      if (i % 8 === 0) await unfold();
      const { keys, sections: count, reports, marks } = await shown();
      expect(keys.sort(), literal).toEqual(truth.map(({ key }) => key).sort());
      if (i % 8 === 0) expect((await linked()).sort(), literal).toEqual(keys);
      expect([count, reports]).toEqual([
        truth.length,
        new Set(truth.map(({ report }) => report)).size,
      ]);
      const variants = await allVariants();
      for (const mark of marks) expect(fold(mark, variants).text).toContain(literal);
    }
  });

  test('finds what stands across numbers, the stops of headings and their text', async () => {
    const literals = ['(二)', '一是加强', '二是', '一、', '2.', '(三)加强'];
    const roll = seededNumbers(8);
    const texts = sections.map(({ text }) => text).filter((text) => text.length > 30);
    // Beginnings of sections: a number, a heading, its stop, and the text behind it.
    for (let i = 0; i < 30; i++)
      literals.push((texts[roll(texts.length)] as string).slice(roll(3), 8 + roll(20)));
    await open('行政');
    for (const literal of literals) {
      await go(`"${literal}"`);
      const truth = sections.filter((each) => holds(each, literal));
      expect((await shown()).keys.sort(), literal).toEqual(truth.map(({ key }) => key).sort());
    }
  });

  // Judged by reading all sections that answer: the first ought to be read before the second.
  test.each([
    ['规范性文件', '330182-2020/#s1-k3-i3', '330182-2020/#s3-k2-i2'],
    ['行政复议', '530102-2020/#s6-k31', '530102-2020/#s10-k5'],
    ['负责人出庭应诉', '330182-2020/#s1-k5-i2', '152200-2021/#s1-k6-i1'],
    ['行政执法 监督', '330182-2020/#s1-k4-i1', '330182-2020/#s1-k1-i1'],
    ['人民调解', '620524-2020/#s4-n14', '330182-2020/#s1-k5-i3'],
    ['民法典', '632800-2020/#s1-k8-i4', '330182-2020/#s1-k3-i3'],
    ['疫情 法治', '530102-2020/#s8-k43', '530102-2020/#s8-k42'],
    ['法律顾问', '530102-2020/#s3-k18', '530102-2020/#s8-k41'],
    ['放管服', '620524-2020/#s2-n6', '632800-2020/#s3-k5'],
  ])('%s: %s comes before %s', async (query, first, second) => {
    await open(query);
    const hits = await page.evaluate(
      () => (document.querySelector('search-page') as unknown as { hits: string[] }).hits,
    );
    const places = [first, second].map((section) => hits.indexOf(`reports/${section}`));
    expect(Math.min(...places)).toBeGreaterThanOrEqual(0);
    expect(places[0]).toBeLessThan(places[1] as number);
  });

  test('is operated by keyboard, keeps the query in the address and goes back', async () => {
    await page.goto(new URL('about/', server.url).href);
    await page.keyboard.press('/');
    await page.keyboard.type('民法典');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search/?q=*');
    await done();
    const first = (await shown()).keys;
    expect(first.length).toBeGreaterThan(0);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('营商环境');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => decodeURIComponent(location.search) === '?q=营商环境');
    await done();
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.matches('[data-tier] a'))).toBe(true);
    await page.goBack();
    await page.waitForFunction(() => decodeURIComponent(location.search) === '?q=民法典');
    await done();
    expect((await shown()).keys).toEqual(first);
    expect(await page.inputValue('input[name=q]')).toBe('民法典');
  });

  test('waits until an input method has composed', async () => {
    const context = await browser.newContext();
    const fresh = await context.newPage();
    await fresh.clock.install();
    await fresh.goto(new URL('search/?q=行政', server.url).href);
    await fresh.waitForSelector('search-page[data-state=done]');
    const asked = () => decodeURIComponent(new URL(fresh.url()).search);
    const type = (value: string, isComposing: boolean) =>
      fresh.evaluate(
        ([value, isComposing]) => {
          const input = document.querySelector('input') as HTMLInputElement;
          input.value = value as string;
          const composing = isComposing as boolean;
          input.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: composing }));
          if (!composing) input.dispatchEvent(new CompositionEvent('compositionend'));
        },
        [value, isComposing],
      );
    await type('xing zheng', true);
    await fresh.clock.runFor(5000);
    expect(asked()).toBe('?q=行政');
    await type('行政复议', false);
    await fresh.clock.runFor(5000);
    expect(asked()).toBe('?q=行政复议');
    await fresh.waitForSelector('search-page[data-state=done] [data-tier=exact] a[href*="#"]');
    await context.close();
  });

  test('leads somewhere without scripts', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(server.url);
    await plain.fill('input[name=q]', '民法典');
    await plain.press('input[name=q]', 'Enter');
    await plain.waitForURL('**/search/?q=*');
    expect(await plain.textContent('noscript, main')).toContain('检索需要浏览器执行脚本');
    await context.close();
  });

  test('fetches the search only when a box is entered', async () => {
    const context = await browser.newContext();
    const fresh = await context.newPage();
    const fetched: string[] = [];
    fresh.on('request', (request) => fetched.push(request.url()));
    await fresh.goto(server.url, { waitUntil: 'networkidle' });
    expect(fetched.filter((url) => url.includes('/pagefind/'))).toEqual([]);
    await fresh.focus('input[name=q]');
    await fresh.waitForRequest('**/pagefind/**/catalogue.json');
    await context.close();
  });

  test('narrows by facets as their counts say', async () => {
    await open('行政执法');
    const before = (await shown()).sections;
    const option = page.locator('[data-facet=region] label', { hasText: '浙江省' });
    const count = Number(await option.locator('.facet-count').textContent());
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThan(before);
    await option.click();
    await page.waitForURL('**region=330000');
    await page.waitForSelector(`[data-tier=exact][data-sections="${count}"]`);
    await page.click('.search-chip button[aria-label*=浙江省]');
    await page.waitForSelector(`[data-tier=exact][data-sections="${before}"]`);
  });

  test('keeps the focus and the place of what was pressed', async () => {
    await open('行政执法');
    const option = page.locator('[data-facet=part] label').last();
    await option.scrollIntoViewIfNeeded();
    const top = async () => Math.round((await option.boundingBox())?.y ?? Number.NaN);
    const before = await top();
    const value = await option.locator('input').inputValue();
    const { sections: all } = await shown();
    await option.click();
    await page.waitForSelector(`[data-tier=exact]:not([data-sections="${all}"])`);
    const focused = () =>
      page.evaluate(() => {
        const { activeElement: active } = document;
        if (active instanceof HTMLInputElement) return active.value;
        return active?.getAttribute('aria-label') ?? active?.getAttribute('data-place');
      });
    expect(await focused()).toBe(value);
    // Pages are scrolled by whole pixels, and stand at parts of one.
    expect(Math.abs((await top()) - before)).toBeLessThanOrEqual(1);
    // What stands in the place of a chip that has gone has the focus, or else what the page says.
    await page.click('.search-chip button[aria-label*=行政执法] >> nth=0');
    await page.waitForURL((url) => !url.searchParams.has('q'));
    await open('行政执法 监督');
    await page.click('.search-chip button >> nth=0');
    await page.waitForSelector('.search-chip:only-child');
    expect(await focused()).toBe('去掉“监督”');
    await open('行政执法', '&year=2020,2021');
    await page.click('.search-chip button >> nth=2');
    await page.waitForSelector('.search-chip >> nth=2', { state: 'detached' });
    expect(await focused()).toBe('去掉“2020年”');
    await open('制度改革改革');
    await page.click('.search-advice button');
    await page.waitForSelector('[data-tier=exact]:not([data-sections="0"])');
    expect(await focused()).toBe('status');
  });

  test('does what the chips of filters say', async () => {
    const chips = () => page.locator('.search-chip').allTextContents();
    const counted = async (query: string) => {
      await open(query);
      return (await shown()).sections;
    };
    const all = await counted('执法');
    const inZhejiang = await counted('执法 地区:浙江');
    expect(await chips()).toEqual(['执法×', '浙江省×']);
    expect(await counted('执法 -地区:浙江')).toBe(all - inZhejiang);
    expect(await chips()).toEqual(['执法×', '地区不含浙江省×']);
    expect(await counted('执法 年度:2021')).toBe(all - (await counted('执法 -year:2021')));
    expect(await counted('执法 地区:火星')).toBe(0);
    expect(await chips()).toEqual(['执法×', '没有此地区火星×']);
    expect((await shown()).status).toBe(
      `收录的报告没有叫“火星”的地区。在所选条件下没有；不加筛选有 ${all} 节。`,
    );
    await open('执法 地区:建得市');
    await page.click('.search-advice button:has-text("地区:建德市")');
    await page.waitForSelector(`[data-tier=exact][data-sections="${inZhejiang}"]`);
    // What was typed can be given up in the list of facets.
    await page.click('[data-facet=region] label:has-text("建德市")');
    await page.waitForSelector(`[data-tier=exact][data-sections="${all}"]`);
    expect(await page.inputValue('input[name=q]')).toBe('执法');
    await open('执法 “行政 复议');
    expect(await chips()).toEqual(['执法×', '行政 复议×']);
  });

  test('says what to do when nothing is found', async () => {
    const offered = () =>
      page
        .locator(
          ':is(.search-order, .search-facets, .search-related, .search-rest, .search-next):visible',
        )
        .count();
    await open('负责人出庭应诉率达到百分之三百');
    expect((await shown()).status).toContain('没有完全匹配');
    await page.locator('.search-advice button').waitFor();
    expect(await offered()).toBe(0);
    await page.click('.search-advice button');
    await done();
    expect((await shown()).sections).toBeGreaterThan(0);
    await open('行政执法', '&year=1999');
    expect((await shown()).status).toContain('在所选条件下没有');
  });

  test('says that a part of the index cannot be fetched, and tries again', async () => {
    const expected = messages.length;
    await page.route('**/*.pf_index', (route) => route.abort());
    await page.goto(new URL('search/?q=疫情防控', server.url).href);
    await page.waitForSelector('search-page[data-state=failed]');
    await page.unroute('**/*.pf_index');
    await page.click('[data-place=advice] button');
    await done();
    expect((await shown()).sections).toBeGreaterThan(0);
    messages.length = expected;
  });

  test('says that there is no connection, and goes on when it is back', async () => {
    const context = await browser.newContext();
    const fresh = await context.newPage();
    await fresh.goto(new URL('search/', server.url).href, { waitUntil: 'networkidle' });
    await context.setOffline(true);
    await fresh.fill('input[name=q]', '疫情防控');
    await fresh.press('input[name=q]', 'Enter');
    await fresh.waitForSelector('search-page[data-state=failed]');
    expect(await fresh.textContent('[data-place=status]')).toContain('没有网络连接');
    await context.setOffline(false);
    await fresh.waitForSelector('search-page[data-state=done] [data-tier=exact] a[href*="#"]');
    await context.close();
  });

  test.each(['light', 'dark'] as const)(
    'has nothing that axe finds, in %s',
    async (colorScheme) => {
      const context = await browser.newContext({ colorScheme });
      const fresh = await context.newPage();
      const states = [
        'search/',
        'search/help/',
        'search/?q=行政执法 监督',
        'search/?q=绝无此语三百',
      ];
      for (const address of states) {
        await fresh.goto(new URL(address, server.url).href);
        if (address.includes('?')) await fresh.waitForSelector('search-page[data-state=done]');
        await fresh.evaluate(axe);
        const found = await fresh.evaluate(async () => {
          const { axe } = window as unknown as { axe: typeof import('axe-core') };
          const { violations } = await axe.run(document);
          return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
        });
        expect(found, address).toEqual([]);
      }
      await context.close();
    },
  );

  test('is offered to the browser by every page', async () => {
    for (const address of ['', 'reports/632800-2020/', 'search/help/']) {
      await page.goto(new URL(address, server.url).href);
      const href = await page.getAttribute('link[rel=search]', 'href');
      const description = await (await fetch(new URL(href ?? '', server.url))).text();
      const template = /<Url [^>]*template="([^"]*)"/.exec(description)?.[1] ?? '';
      // The site was told where it will be published; it is served here.
      const { pathname, search } = new URL(template.replace('{searchTerms}', '民法典'), server.url);
      await page.goto(new URL(pathname + search, server.url).href);
      await done();
      expect((await shown()).sections).toBeGreaterThan(0);
    }
  });

  test('leads to the section, where the words are marked', async () => {
    await open('负责人出庭应诉');
    await page.click('[data-tier=exact] a[href*="#"]');
    await page.waitForSelector('search-marks button');
    const marked = await page.evaluate(() =>
      [...(CSS.highlights.get('search') ?? [])].map((range) => String(range).replace(/\s/g, '')),
    );
    expect(marked.length).toBeGreaterThan(0);
    expect(new Set(marked)).toEqual(new Set(['负责人出庭应诉']));
    await page.click('search-marks [aria-label=清除标记]');
    expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
    expect(page.url()).not.toContain('?q=');
  });

  test('marks what stands across a heading and its text, and across the beginning of a section', async () => {
    const marks = async (report: string, literal: string) => {
      const query = encodeURIComponent(`"${literal}"`);
      await page.goto(new URL(`reports/${report}/?q=${query}`, server.url).href);
      await page.waitForSelector('search-marks [role=status]');
      return page.evaluate(() => CSS.highlights.get('search')?.size ?? 0);
    };
    const { report, text } = sections.find(
      ({ text }) => text.startsWith('(一)') && text.length > 60,
    ) as TrueSection;
    expect(await marks(report, text.slice(0, 50))).toBe(1);
    const outer = sections.find(({ inner }) => (inner[1]?.[0] ?? 0) > 20) as TrueSection;
    const begin = outer.inner[1]?.[0] as number;
    expect(await marks(outer.report, outer.text.slice(begin - 8, begin + 8))).toBe(1);
  });

  describe('of several shards', () => {
    let folder: string;
    let several: { url: string; close(): Promise<void> };
    let context: BrowserContext;
    let slow: Page;
    /** Lets the rest of the index through. */
    let release: () => void;

    beforeAll(async () => {
      folder = temporaryFolder('shards');
      await cp(inject('siteDir'), folder, { recursive: true });
      const place = { ...own.place, cacheDir: path.join(folder, '.cache') };
      await indexSearch({ place, siteDir: folder, shardLimit: 1 });
      several = await serveDirectory(folder);
      context = await browser.newContext({ viewport: { width: 1100, height: 700 } });
    });

    afterAll(async () => {
      await context?.close();
      await several?.close();
    });

    /** Asks, and waits until what the newest year holds stands; the rest is held back. */
    async function ask(query: string, more = ''): Promise<void> {
      slow = await context.newPage();
      const released = new Promise<void>((resolve) => {
        release = resolve;
      });
      await slow.route('**/pagefind/2020*/catalogue.json', async (route) => {
        await released;
        await route.continue();
      });
      await slow.goto(`${several.url}search/?q=${encodeURIComponent(query)}${more}`);
      await slow.waitForSelector('search-page[data-state=searching] .search-group .search-excerpt');
    }

    const reports = () =>
      slow
        .locator('[data-tier=exact] h2 a')
        .evaluateAll((links) =>
          links.map((link) => /reports\/([\d-]+)/.exec((link as HTMLAnchorElement).href)?.[1]),
        );
    const found = () =>
      slow.evaluate(() => [
        ...new Set(
          (document.querySelector('search-page') as unknown as { hits: string[] }).hits.map(
            (hit) => hit.split('/')[1],
          ),
        ),
      ]);
    /** The focused element, and where it and the first result stand. */
    const place = () =>
      slow.evaluate(() => ({
        focused: document.activeElement?.getAttribute('href') ?? document.activeElement?.tagName,
        tops: [document.querySelector('.search-hit'), document.activeElement].map((each) =>
          Math.round(each?.getBoundingClientRect().top ?? Number.NaN),
        ),
      }));

    test('what is being read stays where it is when more is found', async () => {
      await ask('行政执法');
      await slow.focus('.search-hit a');
      await slow.evaluate(() =>
        document.querySelector('.search-hit')?.setAttribute('data-read', ''),
      );
      const [before, first] = [await place(), await reports()];
      release();
      await slow.waitForSelector(
        'search-page[data-state=done] .search-advice, search-page[data-state=done] .search-earlier:visible',
      );
      expect(await place()).toEqual(before);
      expect(await slow.locator('.search-hit').first().getAttribute('data-read')).toBe('');
      const order = await found();
      const [at] = [order.indexOf(first[0])];
      expect(at).toBeGreaterThan(0);
      // What comes behind follows; what comes before something that stands is offered. Parts of the index come one by one.
      const shown = await reports();
      expect(shown[0]).toBe(first[0]);
      expect(order.filter((id) => shown.includes(id))).toEqual(shown);
      const offered = order
        .slice(0, order.indexOf(shown.at(-1)))
        .filter((id) => !shown.includes(id));
      const earlier = slow.locator('.search-earlier');
      expect(await earlier.textContent()).toBe(`有 ${offered.length} 份更靠前的结果，从头显示`);
      await earlier.click();
      await earlier.waitFor({ state: 'hidden' });
      expect(await reports()).toEqual(order);
      expect((await place()).focused).toContain(`reports/${order[0]}/`);
      await slow.close();
    });

    test('nothing moves where nobody has touched the page', async () => {
      await ask('行政执法');
      const { tops } = await place();
      release();
      await slow.waitForSelector('search-page[data-state=done] .search-earlier:visible');
      await slow.waitForSelector('.search-related');
      expect((await place()).tops[0]).toBe(tops[0]);
      // Nor does the page creep away with the next query.
      await slow.fill('input[name=q]', '绝无此语三百');
      await slow.press('input[name=q]', 'Enter');
      await slow.waitForSelector('[data-tier=exact][data-sections="0"]', { state: 'attached' });
      expect(await slow.evaluate(() => scrollY)).toBe(0);
      await slow.close();
    });

    test('what was found first is first in the order of years', async () => {
      await ask('行政执法', '&order=newest');
      release();
      await slow.waitForSelector('search-page[data-state=done]');
      const [order, shown] = [await found(), await reports()];
      expect(shown[0]).toBe(order[0]);
      expect(shown).toEqual(order.filter((report) => shown.includes(report)));
      const missing = order.length - shown.length;
      expect(await slow.locator('.search-earlier').textContent()).toContain(`有 ${missing} 份`);
      await slow.close();
    });
  });

  test('makes the list of all sections when it is unfolded, a part at a time', async () => {
    const many = await serveDirectory(inject('manySiteDir'));
    const fresh = await browser.newPage();
    await fresh.goto(`${many.url}search/?q=${encodeURIComponent('法')}`);
    await fresh.waitForSelector('search-page[data-state=done]');
    const sizes = () =>
      fresh.evaluate(() => ({
        nodes: document.querySelectorAll('*').length,
        links: document.querySelectorAll('[data-tier=exact] .search-rest a').length,
        sections: Number(
          document.querySelector<HTMLElement>('[data-tier=exact]')?.dataset['sections'],
        ),
      }));
    const folded = await sizes();
    expect(folded.sections).toBeGreaterThan(1000);
    expect(folded.links).toBe(0);
    expect(folded.nodes).toBeLessThan(1500);
    await fresh.click('.search-rest summary');
    await fresh.locator('.search-rest a').first().waitFor();
    const { nodes, links } = await sizes();
    expect(links).toBeGreaterThan(200);
    expect(nodes - folded.nodes).toBeLessThan(1000);
    await unfold(fresh);
    const listed = await linked(fresh);
    const hits = await fresh.evaluate(
      () => (document.querySelector('search-page') as unknown as { hits: string[] }).hits,
    );
    expect(listed.sort()).toEqual(hits.map((hit) => hit.replace('reports/', '')).sort());
    expect(hits).toHaveLength(folded.sections);
    await fresh.close();
    await many.close();
  });

  test('has an empty console and asks no other host', () => {
    expect(messages).toEqual([]);
  });
});
