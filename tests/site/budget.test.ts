/** What a report page costs before anything is asked of it, and that it can be read before any script. */
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { pageTypes, type Visitor, visit } from './visit.ts';

/** Most compressed bytes of a report page, search not yet opened. */
const budget = { script: 10_000, stylesheet: 15_000 };

let site: Visitor;
beforeAll(async () => {
  site = await visit(inject('siteDir'));
});
afterAll(() => site.close());

describe('a report page', () => {
  it('stays within its budget and asks no other host', async () => {
    const page = await site.open();
    const bytes: Record<string, number> = {};
    const files: string[] = [];
    page.on('response', async (response) => {
      const type = response.request().resourceType();
      const body = await response.body();
      bytes[type] = (bytes[type] ?? 0) + gzipSync(body, { level: 9 }).length;
      files.push(`${type} ${new URL(response.url()).pathname} ${body.length}`);
    });
    await page.goto(site.url + pageTypes['report'], { waitUntil: 'networkidle' });
    // Scripts and styles written into the page count as well; data do not.
    const inline = await page.evaluate(() =>
      [...document.querySelectorAll('script:not([src]):not([type$="json"]), style')].map(
        (element) => element.textContent ?? '',
      ),
    );
    expect(inline, 'nothing inline: a content security policy need not allow it').toEqual([]);
    expect(bytes['script'], files.join('\n')).toBeLessThanOrEqual(budget.script);
    expect(bytes['stylesheet'], files.join('\n')).toBeLessThanOrEqual(budget.stylesheet);
    expect(Object.keys(bytes).filter((type) => /fetch|xhr|font|image/.test(type))).toEqual([]);
    expect(site.faults).toEqual([]);
    await page.context().close();
  });

  it('is read and gone through without scripts', async () => {
    const page = await site.open({ javaScriptEnabled: false });
    await page.goto(site.url + pageTypes['report']);
    expect(await page.locator('#s3-k6').isVisible()).toBe(true);
    await page.locator('toc-follow a[href="#s3"]').first().click();
    expect(page.url()).toContain('#s3');
    expect(await page.locator('reading-bar').isVisible()).toBe(false);
    expect(await page.locator('.scripted').first().isVisible()).toBe(false);
    expect(await page.locator('#s1-k1 .permalink').first().getAttribute('href')).toBe('#s1-k1');
    await page.context().close();
  });
});

describe('lists', () => {
  it('stay small when reports are many', async () => {
    const many = await visit(inject('manySiteDir'));
    const page = await many.open();
    for (const path of [
      'reports/',
      'themes/leadership/',
      'parts/plan/',
      'matrix/',
      'years/2020/',
    ]) {
      const response = await page.goto(many.url + path);
      const size = gzipSync((await response?.body()) ?? '').length;
      expect(size, path).toBeLessThan(40_000);
    }
    await many.close();
  });
});
