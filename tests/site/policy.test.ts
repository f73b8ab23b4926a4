/** Every page keeps a Content-Security-Policy without inline code, and does all it offers under it. */
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { pagePolicy, securityHeaders, sitePolicy } from '../../src/security/policy.ts';
import { filesOf, textOf } from './files.ts';
import { pageTypes, settled, someExcerpt, type Visitor, visit } from './visit.ts';

let site: Visitor;
beforeAll(async () => {
  site = await visit(inject('siteDir'));
});
afterAll(() => site.close());

describe.each(['siteDir', 'subPathSiteDir', 'manySiteDir'] as const)('%s', (name) => {
  const siteDir = inject(name);

  it('has the policy first in every page, and no inline script or style', () => {
    const pages = filesOf(siteDir, '.html');
    expect(pages.length).toBeGreaterThan(100);
    const wrong = pages.filter((file) => {
      const html = textOf(siteDir, file);
      const needs = { 'search/index.html': ['wasm'], 'offline/index.html': ['worker'] } as const;
      const expected = pagePolicy(needs[file as keyof typeof needs]);
      const [, policy] =
        /<head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="([^"]*)">/.exec(
          html,
        ) ?? [];
      return (
        policy?.replaceAll('&#39;', "'") !== expected ||
        /<style|<script(?![^>]*(?: src=| type="application\/(?:ld\+)?json"))|<[^>]* (?:style|on[a-z]+)=|javascript:/.test(
          html,
        )
      );
    });
    expect(wrong).toEqual([]);
  });

  it('tells hosts the same headers', () => {
    const headers = textOf(siteDir, '_headers');
    const access = textOf(siteDir, '.htaccess');
    for (const [name, value] of securityHeaders()) {
      expect(headers).toContain(`\n  ${name}: ${value}\n`);
      expect(access).toContain(`\n  Header always set ${name} "${value}"\n`);
    }
    expect(headers).toMatch(name === 'subPathSiteDir' ? /^\/a\/sub-path\/\*\n/ : /^\/\*\n/);
  });
});

it('the policy allows nothing inline, no other host and no framing', () => {
  expect(sitePolicy()).not.toMatch(
    /unsafe-inline|unsafe-eval'(?<!wasm-unsafe-eval')|https?:|data:|\*/,
  );
  expect(sitePolicy()).toContain("frame-ancestors 'none'");
  expect(pagePolicy()).not.toContain('unsafe');
});

it('is kept by every type of page, on screen and in print', async () => {
  const page = await site.open();
  const response = await page.goto(site.url);
  expect(response?.headers()['content-security-policy']).toBe(sitePolicy());
  expect(response?.headers()['x-content-type-options']).toBe('nosniff');
  for (const [name, address] of Object.entries(pageTypes)) {
    await page.goto(site.url + address);
    await settled(page);
    expect(await page.evaluate(() => document.cookie), name).toBe('');
    if (name === 'report' || name === 'comparison')
      expect((await page.pdf()).length, name).toBeGreaterThan(10_000);
  }
  expect(await page.context().cookies()).toEqual([]);
  expect(site.faults).toEqual([]);
  await page.context().close();
});

it('is kept while searching from a report, following a hit and exporting excerpts', async () => {
  const page = await site.open();
  await page.goto(site.url + pageTypes['report']);
  const compiled = page.waitForRequest('**/wasm.*.pagefind');
  await page.fill('search-box input', '负责人出庭应诉');
  await compiled;
  await page.press('search-box input', 'Enter');
  await page.locator('[data-tier=exact] a[href*="#s1-k7-i3"]').first().click();
  await page.locator('search-marks [role=status]', { hasText: '处' }).waitFor();
  await page.locator('#s1-k7-i3 .permalink').click();
  await page.evaluate((excerpt) => {
    localStorage.setItem('fazhi-nianbao/excerpts', JSON.stringify([excerpt]));
  }, someExcerpt);
  await page.goto(`${site.url}excerpts/`);
  for (const what of ['word', 'markdown']) {
    const download = page.waitForEvent('download');
    await page.click(`[data-do=${what}]`);
    expect(await (await download).failure()).toBeNull();
  }
  expect(site.faults).toEqual([]);
  await page.context().close();
});

it('stops what would be injected', async () => {
  const page = await site.open();
  await page.goto(site.url + pageTypes['report']);
  const done = await page.evaluate(() => {
    const script = document.createElement('script');
    try {
      script.textContent = 'window.injected = 1';
    } catch {
      // Trusted Types refuse it before the policy does.
    }
    document.body.append(script);
    try {
      document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.injected = 1">');
    } catch {
      // As above.
    }
    return 'injected' in window;
  });
  expect(done).toBe(false);
  expect(site.faults.length).toBeGreaterThan(0);
  site.faults.length = 0;
  await page.context().close();
});
