/** `npm run dev`: what a maintainer edits shows on the open page, and a fault does not stop the server. */
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { programDir } from '../../src/collection/program-dir.ts';
import { sharedBrowser } from '../chromium.ts';
import { addressFrom, outputOf, userEnvironment } from '../command.ts';
import { temporaryFolder } from '../folder.ts';
import { sourcesDir } from '../own.ts';

const id = '152200-2021';
const folder = temporaryFolder('dev');
const report = path.join(folder, 'sources', id);
let output: () => string;
let address: string;
let browser: Browser;
let stop = () => {};

beforeAll(async () => {
  cpSync(path.join(sourcesDir, id), report, { recursive: true });
  const server = spawn(process.execPath, ['scripts/run.cjs', 'dev', '--port', '0'], {
    cwd: programDir,
    env: userEnvironment({ CONTENT_DIR: folder }),
  });
  stop = () => server.kill('SIGINT');
  output = outputOf(server.stdout, server.stderr);
  [address, browser] = await Promise.all([addressFrom(server), sharedBrowser()]);
});
afterAll(() => stop());

/**
 * Resolves when a page that is about to be loaded can hear of edits: one that comes after it was made and before that
 * would pass it by.
 */
function listening(page: Page): Promise<void> {
  const heard = Promise.withResolvers<void>();
  page.once('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => {
      if (String(payload).includes('"connected"')) heard.resolve();
    });
  });
  return heard.promise;
}

it('shows faults over the page until they are mended', async () => {
  const annotation = path.join(report, 'report.yaml');
  const page = await browser.newPage();
  const opened = listening(page);
  await page.goto(`${address}reports/${id}/`);
  await opened;
  const overlay = page.locator('vite-error-overlay');
  expect(await overlay.count()).toBe(0);
  const good = readFileSync(annotation, 'utf8');
  writeFileSync(annotation, `${good}\ntittle: 题名\n`);
  await overlay.waitFor({ state: 'attached' });
  const words = await overlay.evaluate((element) => element.shadowRoot?.textContent ?? '');
  expect(words).toContain('annotation-key');
  expect(words).toContain('未知的键“tittle”');
  // A page that opens meanwhile learns of it too.
  await page.reload();
  await overlay.waitFor({ state: 'attached' });
  writeFileSync(annotation, `${good}\n# 改正了\n`);
  await overlay.waitFor({ state: 'detached' });
  expect(await page.locator('h1').first().textContent()).toContain('兴安盟');
  await page.close();
});

it('shows on the open page what was edited, and reports that come and go', async () => {
  const page = await browser.newPage();
  const opened = listening(page);
  await page.goto(`${address}reports/152200-2021/`);
  await opened;
  const title = () => page.getByRole('heading', { level: 1 }).textContent();
  expect(await title()).toBe('兴安盟2021年度法治政府建设报告');

  const download = async (file: string) => (await fetch(`${address}data/${file}`)).text();
  expect(await download('sources/152200-2021.txt')).toBe(
    readFileSync(path.join(report, 'source.txt'), 'utf8'),
  );
  expect(JSON.parse(await download('facts/152200-2021.json')).id).toBe('152200-2021');
  expect(await download('markdown/152200-2021.md')).toMatch(/^# 兴安盟2021年度/);
  expect(await download('quantities.csv')).toContain('\r\n152200-2021,');

  const secret = path.join(folder, 'secret.txt');
  const versions = path.join(report, 'versions');
  writeFileSync(secret, '秘密');
  mkdirSync(versions);
  symlinkSync(secret, path.join(versions, '2022-01-01.txt'));
  await expect.poll(output).toContain('source-link');
  expect(await download('versions/152200-2021_2022-01-01.txt')).not.toContain('秘密');
  rmSync(versions, { recursive: true });

  // Saved again and again: an edit that comes while the page is loading passes it by.
  const retitled = () => {
    writeFileSync(path.join(report, 'report.yaml'), 'title: 编者改过的题名\n');
    return title();
  };
  await expect.poll(retitled, { interval: 5000 }).toBe('编者改过的题名');

  const before = output().length;
  writeFileSync(path.join(report, 'report.yaml'), 'titel: 写错的键\n');
  await expect.poll(() => output().slice(before)).toContain('annotation-key');

  const source = readFileSync(path.join(report, 'source.txt'), 'utf8');
  writeFileSync(path.join(report, 'report.yaml'), '');
  const reworded = () => {
    writeFileSync(path.join(report, 'source.txt'), source.replace('坚持统筹推进', '坚持协同推进'));
    return page.locator('#s1-k1-i1').textContent();
  };
  await expect.poll(reworded, { interval: 5000 }).toContain('坚持协同推进');

  const other = path.join(folder, 'sources/530102-2020');
  const status = async () => (await fetch(`${address}reports/530102-2020/`)).status;
  expect(await status()).toBe(404);
  cpSync(path.join(sourcesDir, '530102-2020'), other, { recursive: true });
  await expect.poll(status).toBe(200);
  rmSync(other, { recursive: true });
  await expect.poll(status).toBe(404);
});
