/** What readers find of former versions and former addresses, in a real browser on a built site. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { compareTexts } from '../../src/model/text-difference.ts';
import { sharedBrowser } from '../chromium.ts';
import { serveDirectory } from '../serve.ts';
import { revised } from './many.ts';

const { id } = revised;
const siteDir = inject('manySiteDir');
let browser: Browser;
let site: { url: string; close: () => Promise<void> };

beforeAll(async () => {
  [browser, site] = await Promise.all([sharedBrowser(), serveDirectory(siteDir)]);
});
afterAll(() => site.close());

describe('a former version', () => {
  it('is readable at its address, with what was changed', async () => {
    const page = await browser.newPage();
    await page.goto(`${site.url}reports/${id}/`);
    await page.getByRole('link', { name: /前的版本及差异/u }).click();
    await page.waitForURL(new RegExp(`/versions/${revised.version}/$`, 'u'));
    const text = page.locator('article.version');
    expect(await text.locator('del').allTextContents()).toEqual(['138']);
    expect(await text.locator('ins').allTextContents()).toEqual(['坚持', '183']);
    const former = await page.getByRole('link', { name: '下载旧版本原文' }).getAttribute('href');
    const present = readFileSync(path.join(siteDir, `data/sources/${id}.txt`), 'utf8');
    const old = readFileSync(path.join(siteDir, former as string), 'utf8');
    expect(old).toBe(revised.former(present));
    expect(old).not.toBe(present);
    await page.close();
  });

  it('is compared line by line, then by figures and characters', () => {
    expect(compareTexts(['甲', '办理1,200件', '丙'], ['甲', '办理1,300件', '丁', '丙'])).toEqual([
      [{ kind: 'same', text: '甲' }],
      [{ kind: 'removed', text: '办理1,200件' }],
      [{ kind: 'added', text: '办理1,300件' }],
      [{ kind: 'added', text: '丁' }],
      [{ kind: 'same', text: '丙' }],
    ]);
    expect(compareTexts(['办理1,200件'], ['办理1,300件'])).toEqual([
      [
        { kind: 'same', text: '办理' },
        { kind: 'removed', text: '1,200' },
        { kind: 'added', text: '1,300' },
        { kind: 'same', text: '件' },
      ],
    ]);
  });
});

describe('a former address', () => {
  it('leads on to the present one', async () => {
    const page = await browser.newPage();
    await page.goto(`${site.url}reports/${id}/#s1-k9`);
    await page.waitForURL(/#s1-k7$/u);
    expect(await page.locator('#s1-k7').isVisible()).toBe(true);
    await page.close();
  });

  it('explains itself without scripts', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${site.url}reports/${id}/#s1-k9`);
    const entry = page.locator('#s1-k9');
    expect(await entry.textContent()).toContain('现为 #s1-k7');
    expect(
      await entry
        .evaluate((element) => {
          const { top, bottom } = element.getBoundingClientRect();
          return bottom > 0 && top < innerHeight;
        })
        .catch(() => 'no script'),
    ).not.toBe(false);
    await entry.getByRole('link').click();
    expect(page.url()).toMatch(/#s1-k7$/u);
    await context.close();
  });
});
