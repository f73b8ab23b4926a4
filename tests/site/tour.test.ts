/** A walk through the site as its readers take it: at phone and desk width, with an empty console. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../chromium.ts';
import { serveDirectory } from '../serve.ts';

let browser: Browser;
const sites: { url: string; close: () => Promise<void> }[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  sites.push(await serveDirectory(inject('siteDir')));
  sites.push(await serveDirectory(inject('subPathSiteDir'), inject('subPath')));
});
afterAll(async () => {
  await browser.close();
  for (const site of sites) await site.close();
});

/** A page whose console, failures and requests to other hosts are kept. */
async function open(
  options: Parameters<Browser['newContext']>[0],
): Promise<{ context: BrowserContext; page: Page; problems: string[] }> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('console', (message) => problems.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${response.status()} ${response.url()}`);
  });
  page.on('request', (request) => {
    if (
      !sites.some((site) => request.url().startsWith(new URL(site.url).origin)) &&
      !/^(?:data|blob):/.test(request.url())
    )
      problems.push(`other host: ${request.url()}`);
  });
  return { context, page, problems };
}

describe.each([
  ['at the root of a domain', 0, 1440],
  ['at the root of a domain, on a phone', 0, 360],
  ['under a sub-path', 1, 1440],
])('%s', (_, index, width) => {
  it('leads from home through region, year and theme to a section, with an empty console', async () => {
    const site = sites[index] as { url: string };
    const { context, page, problems } = await open({
      viewport: { width, height: 900 },
      locale: 'zh-CN',
    });
    await page.goto(site.url);
    expect(await page.title()).toContain('法治年报');
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');

    await page.getByRole('main').getByRole('link', { name: /甘肃/ }).first().click();
    await page.getByRole('link', { name: '天水市' }).first().click();
    await page.getByRole('link', { name: '武山县', exact: true }).first().click();
    await page
      .getByRole('main')
      .getByRole('link', { name: /武山县2020年度法治政府建设情况报告|2020/ })
      .first()
      .click();
    expect(new URL(page.url()).pathname).toMatch(/\/reports\/620524-2020\/$/);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(
      '武山县2020年度法治政府建设情况报告',
    );

    await page.goto(`${site.url}years/2021/`);
    await page
      .getByRole('main')
      .getByRole('link', { name: /兴安盟2021年度/ })
      .first()
      .click();
    expect(page.url()).toContain('152200-2021');

    await page.goto(`${site.url}themes/review-litigation/`);
    const link = page.getByRole('main').locator('a[href*="reports/530102-2020/#s6-k31"]').first();
    await link.click();
    await page.waitForURL(/#s6-k31$/);
    const target = page.locator(':target');
    expect(await target.getAttribute('id')).toBe('s6-k31');
    expect(
      await target.evaluate((element) => element.getBoundingClientRect().top < innerHeight),
    ).toBe(true);

    for (const path of [
      'reports/',
      'regions/',
      'years/',
      'themes/',
      'about/',
      'data/',
      'search/',
    ]) {
      await page.goto(site.url + path);
      expect(await page.getByRole('heading', { level: 1 }).count(), path).toBe(1);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth),
        path,
      ).toBeLessThanOrEqual(width);
    }
    expect(problems).toEqual([]);
    await context.close();
  });
});

describe('a report page', () => {
  it('shows an editor’s heading and notes as an editor’s, outside the official text', async () => {
    const { context, page, problems } = await open({});
    await page.goto(`${sites[0]?.url}reports/620524-2020/#p2`);
    const heading = page.locator('#p2 [role="heading"]').first();
    expect(await heading.getAttribute('aria-label')).toContain('存在的问题和下一步工作');
    expect(await page.locator('article').textContent()).not.toContain('存在的问题和下一步工作');
    expect(await page.getByText('此处年份疑为“2020年”之误').count()).toBe(1);
    expect(await page.locator('article').getByText('此处年份疑为').count()).toBe(0);
    expect(problems).toEqual([]);
    await context.close();
  });

  it('copies the address of a section', async () => {
    const { context, page } = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    await page.goto(`${sites[0]?.url}reports/632800-2020/`);
    const section = page.locator('#s1-k7-i3');
    await section.hover();
    await section.locator('a[href$="#s1-k7-i3"]').first().click();
    await page.getByRole('button', { name: '复制链接' }).click();
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toContain(`\n${sites[0]?.url}reports/632800-2020/#s1-k7-i3`);
    await context.close();
  });

  it('can be read, browsed and linked to without JavaScript', async () => {
    const { context, page } = await open({ javaScriptEnabled: false });
    await page.goto(`${sites[0]?.url}`);
    await page.locator('a[href*="reports/152200-2021"]').first().click();
    await page.locator('a[href="#s1-k5"]').first().click();
    expect(page.url()).toContain('#s1-k5');
    expect(await page.locator('article').textContent()).toContain('开通“12345政务服务便民热线”');
    await page.locator('a[href*="themes/oversight"]').first().click();
    expect(page.url()).toContain('themes/oversight');
    await context.close();
  });

  it('answers an unknown address with a page that helps', async () => {
    const { context, page } = await open({});
    const response = await page.goto(`${sites[0]?.url}nowhere/`);
    expect(response?.status()).toBe(404);
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    await context.close();
  });
});

describe('search', () => {
  it('finds a literal and leads to its section', async () => {
    const { context, page, problems } = await open({});
    await page.goto(`${sites[0]?.url}search/?q=${encodeURIComponent('负责人出庭应诉')}`);
    const result = page.locator('a[href*="reports/632800-2020/"][href*="#s1-k7-i3"]').first();
    await result.waitFor();
    await result.click();
    await page.waitForURL(/#s1-k7-i3$/);
    expect(problems).toEqual([]);
    await context.close();
  });
});
