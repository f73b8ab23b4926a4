/**
 * The search when files of its index are answered wrongly: it never says that nothing is there, says which years it
 * could not search, and is whole again as soon as the files are.
 */
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { siteSettings } from '../../scripts/site/hosts/serve-directory.ts';
import { answer } from '../../scripts/site/hosts/static-server.ts';
import { indexSearch } from '../../scripts/site/index-search/index-search.ts';
import { openCollection } from '../../src/collection/files.ts';
import { textFile } from '../../src/model/printed.ts';
import type { ReportData, Section } from '../../src/model/report.ts';
import { launchBrowser } from '../chromium.ts';
import { temporaryFolder } from '../folder.ts';
import { own } from '../own.ts';

const base = inject('subPath');
const folder = temporaryFolder('faults');
/** The site, and as it is when one of its reports was corrected. */
const site = path.join(folder, 'site');
const rebuilt = path.join(folder, 'rebuilt');
const corrected = '530102-2020';
const word = '绝无仅有之新语';
const query = '行政复议';

let server: Server;
let served = site;
let url: string;
let browser: Browser;
let page: Page;
/** All sections that hold the query, as the healthy page shows them. */
let truth: string[];

/** What is wrong at present: files by their address in the site, and how they are answered. */
let fault: { of: RegExp; respond: Respond } | undefined;
type Respond = (response: ServerResponse, file: string, isReload: boolean) => void;

/** Writes a site with one shard for each year. */
async function writeSite(target: string, contentDir: string): Promise<void> {
  cpSync(inject('subPathSiteDir'), target, { recursive: true });
  const place = { ...own.place, contentDir, cacheDir: path.join(folder, 'cache') };
  await indexSearch({ place, siteDir: target, shardLimit: 4 });
}

beforeAll(async () => {
  await writeSite(site, own.place.contentDir);
  const { reportsDir: reports } = openCollection({ ...own.place, contentDir: folder });
  cpSync(own.reportsDir, reports, { recursive: true });
  const file = path.join(reports, `${corrected}.json`);
  const data: ReportData = JSON.parse(readFileSync(file, 'utf8'));
  (data.sections.at(-1) as Section).text += word;
  writeFileSync(file, JSON.stringify(data));
  await writeSite(rebuilt, folder);
  writeFileSync(path.join(rebuilt, `data/texts/${corrected}.json`), textFile(data.sections));

  server = createServer((request, response) => {
    const file = (request.url ?? '').slice(base.length).replace(/\?.*/s, '');
    const isReload = request.headers['cache-control'] === 'no-cache';
    if (fault?.of.test(file)) fault.respond(response, file, isReload);
    else void answer({ ...siteSettings(base), directory: served }, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`;
  browser = await launchBrowser();
  page = await browser.newPage();
  await open();
  await state('done');
  truth = await keys();
  expect(years(truth)).toEqual(['2020', '2021']);
});

afterEach(() => {
  fault = undefined;
  served = site;
});

afterAll(async () => {
  await browser?.close();
  server?.closeAllConnections();
  server?.close();
});

const address = (text: string) => `search/?q=${encodeURIComponent(text)}`;
const open = (text = query, on = page) => on.goto(url + address(text), { waitUntil: 'commit' });
const state = (name: string, on = page) => on.waitForSelector(`search-page[data-state=${name}]`);
const status = (on = page) => on.textContent('[data-place=status]');
const retry = () => page.click('[data-place=advice] button:text("重试")');
/** All sections that match, as the page tells scripts. */
const keys = () =>
  page.evaluate(() => {
    const { value } = document.querySelector('[data-tier=exact] > data') as HTMLDataElement;
    const sections: Record<string, string[]> = JSON.parse(value);
    return Object.entries(sections)
      .flatMap(([report, ids]) => ids.map((id) => `${report}/#${id}`))
      .sort();
  });
const years = (sections: string[]) => [...new Set(sections.map((key) => key.slice(7, 11)))].sort();
const genuineFile = (name: string) => readFileSync(path.join(site, name));

/** A file of the same kind from elsewhere. */
function otherFile(name: string): string {
  if (name.endsWith('search.json')) return path.join(rebuilt, name);
  if (name.endsWith('pagefind.js')) return path.join(site, 'pagefind/pagefind-worker.js');
  if (name.startsWith('wasm', 9)) return path.join(site, 'pagefind/pagefind.js');
  if (name.startsWith('data/')) return path.join(site, 'data/texts/632800-2020.json');
  const shards = readdirSync(path.join(site, 'pagefind')).filter((each) => /^2021/.test(each));
  const from = path.join(
    site,
    'pagefind',
    shards[0] as string,
    /index\//.test(name) ? 'index' : '',
  );
  const kind = path.extname(name);
  const files = readdirSync(from).filter(
    (each) => path.extname(each) === kind && (kind !== '.json' || each === path.basename(name)),
  );
  return path.join(from, files[0] as string);
}

const send = (response: ServerResponse, type: string, body: Uint8Array | string) =>
  response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-cache' }).end(body);
const typeOf = (name: string) =>
  name.endsWith('.js')
    ? 'text/javascript'
    : name.endsWith('.json')
      ? 'application/json'
      : 'application/octet-stream';

const anotherBuild = 'of another build';
/** The last one leaves an index in the page that is not the site's. */
const faults: Record<string, Respond> = {
  'other bytes': (response, name) => {
    const bytes = Buffer.from(genuineFile(name));
    const at = bytes.length >> 1;
    bytes[at] = (bytes[at] as number) ^ 1;
    send(response, typeOf(name), bytes);
  },
  'a page for logging in': (response) =>
    send(response, 'text/html; charset=utf-8', '<!doctype html><title>登录</title>请先登录'),
  'cut short': (response, name) => {
    const bytes = genuineFile(name);
    send(response, typeOf(name), bytes.subarray(0, bytes.length >> 1));
  },
  'an error': (response) => response.writeHead(503).end(),
  'broken off': (response, name) => {
    const bytes = genuineFile(name);
    response.writeHead(200, { 'Content-Type': typeOf(name), 'Content-Length': bytes.length });
    response.write(bytes.subarray(0, bytes.length >> 1), () => response.destroy());
  },
  [anotherBuild]: (response, name) => send(response, typeOf(name), readFileSync(otherFile(name))),
};

/** Files of the whole index: without them nothing can be searched. */
const shared: Record<string, RegExp> = {
  'the manifest': /^pagefind\/search\.json$/,
  "Pagefind's program": /^pagefind\/pagefind\.js$/,
  "Pagefind's entry": /^pagefind\/pagefind-entry\.json$/,
  'its empty index': /^pagefind\/[^/]+\.pf_meta$/,
  'its WebAssembly': /^pagefind\/wasm[^/]+$/,
};
/** Files of the shard of 2020. */
const ofShard: Record<string, RegExp> = {
  'its entry': /^pagefind\/2020[^/]*\/pagefind-entry\.json$/,
  'its metadata': /^pagefind\/2020[^/]*\/[^/]+\.pf_meta$/,
  'its catalogue': /^pagefind\/2020[^/]*\/catalogue\.json$/,
  'its chunks': /^pagefind\/2020[^/]*\/index\//,
};
/** The search page with a file answered late; then, in turn, wrongly in every way; then as it ought to be. */
async function suffers(of: RegExp, expectFault: (name: string) => Promise<void>): Promise<void> {
  const waiting: (() => void)[] = [];
  fault = {
    of,
    respond: (response, name) =>
      waiting.push(() => send(response, typeOf(name), genuineFile(name))),
  };
  await open();
  await expect.poll(() => waiting.length).toBeGreaterThan(0);
  expect(await page.getAttribute('search-page', 'data-state')).toBe('searching');
  fault = undefined;
  for (const go of waiting) go();
  await state('done');
  expect(await keys()).toEqual(truth);

  const [[first, respond], ...others] = Object.entries(faults) as [
    [string, Respond],
    ...[string, Respond][],
  ];
  fault = { of, respond };
  await open();
  await expectFault(first);
  for (const [name, respond] of others) {
    fault = { of, respond };
    await retry();
    await expectFault(name);
  }
  fault = undefined;
  await retry();
  await state('done');
  expect(await keys()).toEqual(truth);
}

describe('what the whole index needs', () => {
  test.each(Object.entries(shared))(
    '%s: its fault is told, and healed by trying again',
    (kind, of) =>
      suffers(of, async (name) => {
        // Another manifest is a whole one: its shards are not there.
        if (kind === 'the manifest' && name === anotherBuild) {
          await state('partial');
          return expect(await status(), name).toContain('2020年的报告未能全部检索');
        }
        await state('failed');
        expect(await status(), name).toContain('检索索引未能载入');
        if (kind !== 'the manifest') expect(await status(), name).toContain('2021、2020年');
      }),
  );
});

describe('a shard', () => {
  test.each(Object.entries(ofShard))(
    '%s: its year is named, the others are searched, and trying again heals it',
    (_, of) =>
      suffers(of, async (name) => {
        await state('partial');
        expect(await status(), name).toContain('2020年的报告未能全部检索');
        expect(await status(), name).not.toContain('2021');
        expect(await keys(), name).toEqual(truth.filter((key) => years([key])[0] === '2021'));
      }),
  );

  test('is not said to hold nothing when it cannot be searched', async () => {
    fault = {
      of: ofShard['its chunks'] as RegExp,
      respond: faults['a page for logging in'] as Respond,
    };
    await open('复议不可能连着出现的字句');
    await state('partial');
    expect(await status()).not.toContain('没有完全匹配');
    expect(await status()).toContain('2020年的报告未能全部检索');
    const related = page.locator('.search-related');
    await expect.poll(() => related.textContent()).toContain('2020年的报告未能全部检索');
    expect(await related.textContent()).not.toContain('没有这样的章节');
    fault = undefined;
    await related.getByRole('button', { name: '重试' }).click();
    await expect.poll(() => related.textContent()).not.toContain('未能');
  });
});

describe('files that are bad in a cache only', () => {
  test('are asked for again past it', async () => {
    const context = await browser.newContext();
    const fresh = await context.newPage();
    const asked = new Set<string>();
    fault = {
      of: /^pagefind\/[^.]*\.[^.]*\/|^pagefind\/(wasm|search)|^data\/texts\//,
      respond: (response, name, isReload) => {
        asked.add(name);
        if (isReload) send(response, typeOf(name), genuineFile(name));
        else
          response
            .writeHead(200, { 'Content-Type': 'text/html', 'Cache-Control': 'max-age=600' })
            .end('<!doctype html><title>登录</title>');
      },
    };
    await open(query, fresh);
    await state('done', fresh);
    expect(asked.size).toBeGreaterThan(5);
    expect(await fresh.locator('[data-tier=exact]').getAttribute('data-sections')).toBe(
      String(truth.length),
    );
    expect(await fresh.locator('.search-excerpt mark').count()).toBeGreaterThan(0);
    await context.close();
  });
});

describe('answers that do not come', () => {
  test('are given up when nothing comes any more', async () => {
    const context = await browser.newContext();
    const fresh = await context.newPage();
    await fresh.clock.install();
    let asked = 0;
    fault = { of: ofShard['its chunks'] as RegExp, respond: () => asked++ };
    await open(query, fresh);
    await expect.poll(() => asked).toBeGreaterThan(0);
    await expect
      .poll(async () => {
        await fresh.clock.fastForward(31_000);
        return fresh.getAttribute('search-page', 'data-state');
      })
      .toBe('partial');
    expect(await status(fresh)).toContain('2020年的报告未能全部检索');
    await context.close();
  });
});

test('WebAssembly that does not start is told at once', async () => {
  const context = await browser.newContext();
  const fresh = await context.newPage();
  await fresh.addInitScript(() => {
    Object.assign(WebAssembly, { instantiate: () => Promise.reject(new Error('not here')) });
  });
  await open(query, fresh);
  await state('failed', fresh);
  await context.close();
});

test('a text that is not the one that was indexed gives no excerpt', async () => {
  for (const respond of Object.values(faults)) {
    fault = { of: new RegExp(`^data/texts/${corrected}`), respond };
    await open();
    await state('done');
    expect(await keys()).toEqual(truth);
    const earlier = page.locator('[data-tier=exact] .search-earlier');
    if (await earlier.isVisible()) await earlier.click();
    const group = page.locator('.search-group', { has: page.locator(`a[href*="${corrected}"]`) });
    expect(await group.textContent()).toContain('原文未能载入');
    expect(await group.locator('.search-excerpt').count()).toBe(0);
  }
});

test('a site that was built anew under an open page is searched as it is now', async () => {
  await open();
  await state('done');
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  served = rebuilt;
  await page.fill('input[name=q]', word);
  await page.press('input[name=q]', 'Enter');
  await page.waitForSelector(`[data-tier=exact] a[href*="${corrected}"] + .search-excerpt mark`);
  await state('done');
  expect(await keys()).toHaveLength(1);
  expect(await page.locator('.search-excerpt').textContent()).toContain(word);
  expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
});

test('the global fetch is given back', async () => {
  await open();
  await state('done');
  expect(await page.evaluate(() => /\[native code\]/.test(String(fetch)))).toBe(true);
});
