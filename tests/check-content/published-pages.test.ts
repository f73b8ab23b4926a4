/** What readers find of former versions and former addresses, in a real browser on a built site. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../scripts/files/browser.ts';
import { programDir } from '../../src/collection/program-dir.ts';
import { compareTexts } from '../../src/model/text-difference.ts';
import { TestCollection } from '../import/run.ts';
import { serveDirectory } from '../serve.ts';

const id = '152200-2021';
const collection = new TestCollection();
const folder = path.join(collection.sources, id);
const outDir = path.join(collection.folder, 'site');
let browser: Browser;
let site: { url: string; close: () => Promise<void> };

beforeAll(async () => {
  cpSync(path.join(programDir, 'content/sources', id), folder, { recursive: true });
  const source = readFileSync(path.join(folder, 'source.txt'), 'utf8');
  mkdirSync(path.join(folder, 'versions'));
  writeFileSync(
    path.join(folder, 'versions/2022-03-01.txt'),
    source.replace('183件', '138件').replace('坚持统筹推进', '统筹推进'),
  );
  writeFileSync(path.join(folder, 'report.yaml'), 'redirects:\n  s1-k9: s1-k7\n');
  const { code, stderr } = await collection.run('build', [], { OUT_DIR: outDir });
  expect(code, stderr).toBe(0);
  browser = await launchBrowser();
  site = await serveDirectory(outDir);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

describe('a former version', () => {
  it('is readable at its address, with what was changed', async () => {
    const page = await browser.newPage();
    await page.goto(`${site.url}reports/${id}/`);
    await page.getByRole('link', { name: /前的版本及差异/u }).click();
    await page.waitForURL(/\/versions\/2022-03-01\/$/u);
    const text = page.locator('article.version');
    expect(await text.locator('del').allTextContents()).toEqual(['138']);
    expect(await text.locator('ins').allTextContents()).toEqual(['坚持', '183']);
    const former = await page.getByRole('link', { name: '下载旧版本原文' }).getAttribute('href');
    expect(readFileSync(path.join(outDir, former as string))).toEqual(
      readFileSync(path.join(folder, 'versions/2022-03-01.txt')),
    );
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
