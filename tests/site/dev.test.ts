/** `npm run dev`: what a maintainer edits shows on the open page, and a fault does not stop the server. */
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { launchBrowser } from '../../scripts/files/browser.ts';
import { programDir } from '../../src/collection/program-dir.ts';
import { outputOf, userEnvironment } from '../command.ts';
import { temporaryFolder } from '../folder.ts';

it('shows on the open page what was edited, and reports that come and go', async () => {
  const folder = temporaryFolder('dev');
  const report = path.join(folder, 'sources/152200-2021');
  cpSync(path.join(programDir, 'content/sources/152200-2021'), report, { recursive: true });
  const server = spawn(process.execPath, ['scripts/run.cjs', 'dev'], {
    cwd: programDir,
    env: userEnvironment({ CONTENT_DIR: folder }),
  });
  const browser = await launchBrowser();
  onTestFinished(async () => {
    server.kill('SIGINT');
    await browser.close();
  });
  const output = outputOf(server.stdout, server.stderr);
  const address = () => /https?:\/\/\S+/.exec(output())?.[0] ?? '';
  await expect.poll(address, { timeout: 30_000 }).toMatch(/^http/);

  const page = await browser.newPage();
  await page.goto(`${address()}reports/152200-2021/`);
  const title = () => page.getByRole('heading', { level: 1 }).textContent();
  expect(await title()).toBe('兴安盟2021年度法治政府建设报告');

  const download = async (file: string) => (await fetch(`${address()}data/${file}`)).text();
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
  await expect.poll(output, { timeout: 15_000 }).toContain('source-link');
  expect(await download('versions/152200-2021_2022-01-01.txt')).not.toContain('秘密');
  rmSync(versions, { recursive: true });

  writeFileSync(path.join(report, 'report.yaml'), 'title: 编者改过的题名\n');
  await expect.poll(title, { timeout: 15_000 }).toBe('编者改过的题名');

  writeFileSync(path.join(report, 'report.yaml'), 'titel: 写错的键\n');
  await expect.poll(output, { timeout: 15_000 }).toContain('annotation-key');

  const source = readFileSync(path.join(report, 'source.txt'), 'utf8');
  writeFileSync(path.join(report, 'report.yaml'), '');
  writeFileSync(path.join(report, 'source.txt'), source.replace('坚持统筹推进', '坚持协同推进'));
  await expect
    .poll(() => page.locator('#s1-k1-i1').textContent(), { timeout: 15_000 })
    .toContain('坚持协同推进');

  const other = path.join(folder, 'sources/530102-2020');
  const status = async () => (await fetch(`${address()}reports/530102-2020/`)).status;
  expect(await status()).toBe(404);
  cpSync(path.join(programDir, 'content/sources/530102-2020'), other, { recursive: true });
  await expect.poll(status, { timeout: 15_000 }).toBe(200);
  rmSync(other, { recursive: true });
  await expect.poll(status, { timeout: 15_000 }).toBe(404);
});
