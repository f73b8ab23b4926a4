/** Reading without a network: turned on by the reader, kept in step with the site, and gone when it is turned off. */
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { writeOfflineFiles } from '../../scripts/site/hosts/offline-files.ts';
import { launchBrowser } from '../chromium.ts';
import { temporaryFolder } from '../folder.ts';
import { serveDirectory } from '../serve.ts';
import { settled, someExcerpt } from './visit.ts';

const base = inject('subPath');
const folder = temporaryFolder('offline');
const siteDir = path.join(folder, 'site');
const read = 'reports/632800-2020/';
const unread = 'reports/530102-2020/';

let browser: Browser;
let context: BrowserContext;
let page: Page;
let server: Awaited<ReturnType<typeof serveDirectory>>;
let url: string;
const violations: string[] = [];

beforeAll(async () => {
  cpSync(inject('subPathSiteDir'), siteDir, { recursive: true });
  server = await serveDirectory(siteDir, base);
  url = server.url;
  browser = await launchBrowser();
  context = await browser.newContext();
  page = await context.newPage();
  page.on('console', (message) => {
    if (/Security Policy|Trusted/.test(message.text())) violations.push(message.text());
  });
  page.on('pageerror', (error) => violations.push(String(error)));
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const online = async () => {
  server = await serveDirectory(siteDir, base, { port: Number(new URL(url).port) });
  expect(server.url).toBe(url);
};
const state = () => page.locator('offline-switch').getAttribute('data-state');
const words = () => page.locator('offline-switch [role=status]').textContent();
const cacheNames = () => page.evaluate(() => caches.keys());
/** A file of the index whose name changes with what it holds. */
const lasting = (() => {
  const [shard] = readdirSync(path.join(inject('subPathSiteDir'), 'pagefind')).filter((name) =>
    /\.[0-9a-f]{12}$/.test(name),
  );
  return `pagefind/${shard}/catalogue.json`;
})();
const loginPage = '<!doctype html><title>登录</title>请先登录';
const textOf = (address: string) =>
  page.evaluate(async (file) => (await fetch(file)).text(), url + address);
const fileOf = (address: string) => readFileSync(path.join(siteDir, address), 'utf8');
/** Puts a login page into a cache in the place of a file, marked as whole. */
const damage = (cacheName: string, address: string) =>
  page.evaluate(
    async ([name, file, body]) => {
      const cache = await caches.open(name as string);
      const headers = new Headers((await cache.match(file as string))?.headers);
      await cache.put(file as string, new Response(body, { headers }));
    },
    [cacheName, url + address, loginPage],
  );
const isKept = (address: string) =>
  page.evaluate(async (kept) => (await caches.match(kept)) !== undefined, url + address);
const version = () =>
  JSON.parse(readFileSync(path.join(siteDir, 'offline/files.json'), 'utf8')).version as string;

describe('reading without a network', () => {
  it('is off until it is asked for', async () => {
    await page.goto(url + read);
    await page.goto(`${url}offline/`);
    await expect.poll(state).toBe('off');
    expect(await words()).toMatch(/下载约 \d+\.\d MB/);
    expect(await cacheNames()).toEqual([]);
    expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
  });

  it('is not turned on with a file that is not of the site', async () => {
    const file = path.join(siteDir, lasting);
    const bytes = readFileSync(file);
    writeFileSync(file, loginPage);
    await page.getByRole('button', { name: '启用离线阅读' }).click();
    await expect.poll(state).toBe('failed');
    expect(await words()).toContain('未能启用');
    await expect.poll(cacheNames).toEqual([]);
    writeFileSync(file, bytes);
  });

  it('keeps pages, programs and the whole index when it is turned on', async () => {
    // Another site of this host keeps something else under the same address.
    await damage('foreign', lasting);
    await page.getByRole('button', { name: '启用离线阅读' }).click();
    await expect.poll(state).toBe('on');
    expect(await textOf(lasting)).toBe(fileOf(lasting));
    await page.evaluate(() => caches.delete('foreign'));
    expect(await textOf(lasting)).toBe(fileOf(lasting));
    const own = `fazhi-nianbao${base} ${version()}`;
    expect(await cacheNames()).toEqual([own, `${own} read`]);
    const index = readdirSync(path.join(siteDir, 'pagefind'), {
      recursive: true,
      withFileTypes: true,
    }).filter((entry) => entry.isFile() && entry.name !== 'pagefind-worker.js');
    const kept = await page.evaluate(async () => {
      const [name = ''] = await caches.keys();
      return (await (await caches.open(name)).keys()).map((request) => request.url);
    });
    expect(kept.filter((each) => each.includes('/pagefind/')).length).toBe(index.length);
  });

  it('keeps what is read, and answers from it without the server', async () => {
    await page.goto(url + read);
    await expect.poll(() => isKept('data/texts/632800-2020.json')).toBe(true);
    await expect.poll(() => isKept('data/reports/632800-2020.json')).toBe(true);
    const text = await page.locator('article').textContent();
    await server.close();
    await page.goto(`${url}${read}?q=行政复议#s1-k7`);
    expect(await page.locator('article').textContent()).toBe(text);
    await page.locator('search-marks [role=status]', { hasText: '处' }).waitFor();
    expect(await page.evaluate(() => getComputedStyle(document.body).margin)).toBe('0px');
    await page.goto(`${url}search/?q=${encodeURIComponent('负责人出庭应诉')}`);
    await settled(page);
    const hit = page.locator('[data-tier=exact] a[href*="632800-2020"][href*="#s1-k7-i3"]');
    await hit.first().click();
    await page.waitForURL(/#s1-k7-i3$/);
    expect(await page.locator('article').textContent()).toBe(text);
  });

  it('gives nothing damaged, and mends what was damaged when there is a network', async () => {
    const own = `fazhi-nianbao${base} ${version()}`;
    await damage(own, lasting);
    await damage(`${own} read`, read);
    await damage(own, 'about/');
    await expect(textOf(lasting)).rejects.toThrow();
    await page.goto(`${url}about/`);
    expect(await page.content()).not.toContain('请先登录');
    await online();
    expect(await textOf(lasting)).toBe(fileOf(lasting));
    await server.close();
    expect(await textOf(lasting)).toBe(fileOf(lasting));
    await online();
    await page.goto(url + read);
    await page.goto(url);
  });

  it('keeps no page that is not of the site', async () => {
    const file = path.join(siteDir, unread, 'index.html');
    const html = readFileSync(file);
    writeFileSync(file, loginPage);
    await page.goto(url + unread);
    expect(await page.title()).toBe('登录');
    writeFileSync(file, html);
    // What is read after it is kept after it.
    await page.goto(`${url}years/2020/`);
    await expect.poll(() => isKept('years/2020/')).toBe(true);
    expect(await isKept(unread)).toBe(false);
    await page.goto(url + read);
    await server.close();
  });

  it('says so where a page is not kept', async () => {
    await page.goto(url + unread);
    expect(await page.getByText('这一页没有保存在这个浏览器里').isVisible()).toBe(true);
    expect(await page.locator('article').count()).toBe(0);
  });

  it('gives the page of the server whenever there is one, and renews itself with the site', async () => {
    const former = version();
    const file = path.join(siteDir, read, 'index.html');
    const html = readFileSync(file, 'utf8');
    writeFileSync(file, html.replace('<article', '<p id="renewed">改版</p><article'));
    const home = path.join(siteDir, 'index.html');
    writeFileSync(home, readFileSync(home, 'utf8').replace('</main>', '<p>改版</p></main>'));
    await writeOfflineFiles(siteDir, readdirSync(siteDir, { recursive: true }) as string[], base);
    expect(version()).not.toBe(former);
    await damage(`fazhi-nianbao${base} ${former}`, lasting);
    await online();
    await page.goto(url + read);
    expect(await page.locator('#renewed').count(), 'never a stale page').toBe(1);
    await expect
      .poll(cacheNames)
      .toEqual([`fazhi-nianbao${base} ${version()}`, `fazhi-nianbao${base} ${version()} read`]);
    await server.close();
    expect(await textOf(lasting), 'never from a former cache').toBe(fileOf(lasting));
    await page.goto(url + read);
    expect(await page.locator('#renewed').count()).toBe(1);
    await page.goto(url);
    expect(await page.locator('main').textContent()).toContain('改版');
    await page.goto(`${url}search/?q=${encodeURIComponent('负责人出庭应诉')}`);
    await settled(page);
    expect(await page.locator('search-page').getAttribute('data-state')).toBe('done');
    await online();
  });

  it('leaves nothing behind when it is turned off', async () => {
    await page.evaluate((excerpt) => {
      localStorage.setItem('fazhi-nianbao/excerpts', JSON.stringify([excerpt]));
    }, someExcerpt);
    await page.goto(`${url}offline/`);
    await expect.poll(words).toContain('读过的报告已保存 1 份');
    await page.getByRole('button', { name: '停用并清除' }).click();
    await expect.poll(state).toBe('off');
    // What the page still fetches is kept no more.
    await page.evaluate((address) => fetch(address), url + read);
    await page.goto(url + read);
    expect(await cacheNames()).toEqual([]);
    expect(await page.evaluate(() => navigator.serviceWorker.getRegistrations())).toEqual([]);
    expect(await page.evaluate(() => localStorage.length)).toBe(1);
    await server.close();
    await expect(page.goto(url + read)).rejects.toThrow('ERR_CONNECTION_REFUSED');
    await online();
  });

  it('keeps to the policy and throws nothing', () => {
    expect(violations).toEqual([]);
  });
});
