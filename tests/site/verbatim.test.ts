/** The text of a published page is the source's, character by character: on the real renderer, in a real browser. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { programDir } from '../../src/collection/program-dir.ts';
import type { ReportData } from '../../src/model/report.ts';
import { launchBrowser } from '../chromium.ts';
import { runCommand } from '../command.ts';
import { hostileSource, withoutBlanks } from '../convert/hostile.ts';
import { temporaryFolder } from '../folder.ts';
import { serveDirectory } from '../serve.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** The source without the lines that the report lists as furniture. */
function officialText(source: string, data: ReportData): string {
  const furniture = new Map(data.furniture.map((entry) => [entry.line, entry.text]));
  const lines = source.split(/\r\n|[\n\r\u2028\u2029]/);
  for (const [line, text] of furniture) expect(lines[line - 1]?.trim()).toBe(text);
  return withoutBlanks(lines.filter((_, index) => !furniture.has(index + 1)).join(''));
}

async function articleText(page: Page, url: string): Promise<string> {
  await page.goto(url);
  const article = page.locator('article');
  expect(await article.count()).toBe(1);
  return withoutBlanks((await article.textContent()) ?? '');
}

const readData = (siteDir: string, id: string): ReportData =>
  JSON.parse(readFileSync(path.join(siteDir, 'data/reports', `${id}.json`), 'utf8'));

describe('the text of a page', () => {
  it('is that of the five reports', async () => {
    const siteDir = inject('siteDir');
    const site = await serveDirectory(siteDir);
    const page = await browser.newPage();
    for (const id of ['152200-2021', '330182-2020', '530102-2020', '620524-2020', '632800-2020']) {
      const source = readFileSync(
        path.join(programDir, 'content/sources', id, 'source.txt'),
        'utf8',
      );
      expect(await articleText(page, `${site.url}reports/${id}/`)).toBe(
        officialText(source, readData(siteDir, id)),
      );
      expect(readFileSync(path.join(siteDir, 'data/sources', `${id}.txt`), 'utf8')).toBe(source);
    }
    await page.close();
    await site.close();
  });

  it('is that of sources made to break it', async () => {
    const folder = temporaryFolder('hostile');
    const siteDir = path.join(folder, 'site');
    const sources = fc.sample(hostileSource, { numRuns: 60, seed: 20211228 });
    const id = (index: number) => `110101-2020-h${index}`;
    sources.forEach((source, index) => {
      const report = path.join(folder, 'content/sources', id(index));
      mkdirSync(report, { recursive: true });
      writeFileSync(path.join(report, 'source.txt'), source);
      writeFileSync(
        path.join(report, 'report.yaml'),
        JSON.stringify({
          title:
            source
              .replace(/[\s\p{Cc}]+/gu, ' ')
              .slice(0, 60)
              .trim() || '题',
        }),
      );
    });
    const build = await runCommand('build', {
      CONTENT_DIR: path.join(folder, 'content'),
      OUT_DIR: siteDir,
    });
    expect(build.code, build.output).toBe(0);
    const site = await serveDirectory(siteDir);
    const page = await browser.newPage();
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(String(error)));
    page.on('dialog', (dialog) => {
      problems.push(dialog.message());
      dialog.dismiss();
    });
    for (const [index, source] of sources.entries()) {
      const text = await articleText(page, `${site.url}reports/${id(index)}/`);
      expect(text, id(index)).toBe(officialText(source, readData(siteDir, id(index))));
    }
    expect(problems).toEqual([]);
    await page.close();
    await site.close();
  });
});
