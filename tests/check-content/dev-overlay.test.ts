/** In `npm run dev` a fault shows on the open page, with its place; the mended file lets the page go on. */
import { spawn } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../../scripts/files/browser.ts';
import { programDir } from '../../src/collection/program-dir.ts';
import { userEnvironment } from '../command.ts';
import { TestCollection } from '../import/run.ts';

const id = '152200-2021';
const collection = new TestCollection();
const annotation = path.join(collection.sources, id, 'report.yaml');
let stop: () => void = () => {};
let address = '';

beforeAll(async () => {
  cpSync(path.join(programDir, 'content/sources', id), path.join(collection.sources, id), {
    recursive: true,
  });
  const server = spawn(process.execPath, ['scripts/run.cjs', 'dev', '--port', '0'], {
    cwd: programDir,
    env: userEnvironment({ CONTENT_DIR: collection.folder }),
  });
  stop = () => server.kill();
  address = await new Promise((resolve, reject) => {
    let output = '';
    const hear = (chunk: Buffer) => {
      output += chunk;
      const started = /http:\/\/\S+/u.exec(output);
      if (started) resolve(started[0]);
    };
    server.stdout.on('data', hear);
    server.stderr.on('data', hear);
    server.on('exit', () => reject(new Error(output)));
  });
});
afterAll(() => stop());

it('shows faults over the page until they are mended', async () => {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(`${address}reports/${id}/`);
    const overlay = page.locator('vite-error-overlay');
    expect(await overlay.count()).toBe(0);
    const good = readFileSync(annotation, 'utf8');
    writeFileSync(annotation, `${good}\ntittle: 题名\n`);
    await overlay.waitFor({ state: 'attached', timeout: 25_000 });
    const words = await overlay.evaluate((element) => element.shadowRoot?.textContent ?? '');
    expect(words).toContain('annotation-key');
    expect(words).toContain('未知的键“tittle”');
    // A page that opens meanwhile learns of it too.
    await page.reload();
    await overlay.waitFor({ state: 'attached', timeout: 25_000 });
    writeFileSync(annotation, `${good}\n# 改正了\n`);
    await overlay.waitFor({ state: 'detached', timeout: 25_000 });
    expect(await page.locator('h1').first().textContent()).toContain('兴安盟');
  } finally {
    await browser.close();
  }
});
