/** The zip for a machine without network: the same bytes every time, and a site that opens and searches from it. */
import { spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { securityHeaders } from '../../src/security/policy.ts';
import { launchBrowser } from '../chromium.ts';
import { addressFrom, runCommand } from '../command.ts';
import { temporaryFolder, treeOf } from '../folder.ts';
import { python } from '../python.ts';

const folder = temporaryFolder('bundle');
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const bundle = (siteDir: string, name: string, more = {}) =>
  runCommand('bundle', { OUT_DIR: siteDir, ...more }, ['--output', path.join(folder, name)]);

/** Unpacks as a person would, and gives the folder with the program. */
function unpack(name: string): string {
  const target = path.join(folder, `${name}-unpacked`);
  for (const [file, bytes] of Object.entries(unzipSync(readFileSync(path.join(folder, name))))) {
    mkdirSync(path.dirname(path.join(target, file)), { recursive: true });
    writeFileSync(path.join(target, file), bytes);
  }
  expect(readdirSync(target)).toEqual(['fazhi-nianbao']);
  return path.join(target, 'fazhi-nianbao');
}

/** Starts one of the small servers; resolves to the address it tells people to open. */
async function start(program: string, file: string): Promise<{ url: string; stop(): void }> {
  const server = spawn(program, [file, '0']);
  const url = await addressFrom(server);
  return { url, stop: () => server.kill() };
}

describe('npm run bundle', () => {
  it('packs the site whole, and the same bytes in every time zone', async () => {
    const siteDir = inject('siteDir');
    const first = await bundle(siteDir, 'a.zip', { TZ: 'UTC' });
    expect(first.output).toContain('已打包');
    expect(first.code).toBe(0);
    await bundle(siteDir, 'b.zip', { TZ: 'Pacific/Kiritimati' });
    const bytes = readFileSync(path.join(folder, 'a.zip'));
    expect(bytes.equals(readFileSync(path.join(folder, 'b.zip')))).toBe(true);
    const unpacked = unpack('a.zip');
    expect(treeOf(path.join(unpacked, 'site'))).toEqual(treeOf(siteDir));
    const guide = readFileSync(path.join(unpacked, '使用说明.txt'), 'utf8');
    expect(guide).toContain('python3 serve.py');
    expect(guide).toContain('node serve.cjs');
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('packs no site that was changed since it was built', async () => {
    const changed = path.join(folder, 'changed');
    cpSync(inject('siteDir'), changed, { recursive: true });
    chmodSync(path.join(changed, 'index.html'), 0o644);
    writeFileSync(path.join(changed, 'index.html'), '另一页');
    const { code, output } = await bundle(changed, 'c.zip');
    expect(output).toContain('例如 index.html');
    expect(code).toBe(1);
    expect(readdirSync(folder)).not.toContain('c.zip');
  });
});

/** Names of the sites that are packed already. */
const packed = new Set<string>();

describe.each([
  ['node', process.execPath, 'serve.cjs'],
  ['python', python, 'serve.py'],
])('with %s', (_, program, file) => {
  it.each([
    ['/', 'siteDir'],
    ['/a/sub-path/', 'subPathSiteDir'],
  ] as const)('a bundle built for %s opens and searches', async (base, site) => {
    const name = `${site}.zip`;
    if (!packed.has(name)) await bundle(inject(site), name);
    packed.add(name);
    const server = await start(program, path.join(unpack(name), file));
    try {
      expect(new URL(server.url).pathname).toBe(base);
      const page = await browser.newPage();
      const faults: string[] = [];
      page.on('console', (message) => faults.push(message.text()));
      page.on('pageerror', (error) => faults.push(String(error)));
      await page.goto(`${server.url}search/?q=负责人出庭应诉`);
      await page.locator('search-page[data-state=done] a[href*="#"] >> nth=0').waitFor();
      expect(await page.locator('search-page').textContent()).toContain('负责人出庭应诉');
      expect(faults).toEqual([]);
      await page.close();
      await expectHost(server.url);
    } finally {
      server.stop();
    }
  });
});

/** What a host has to do right: types, redirects, the page for what is missing, and nothing from outside. */
async function expectHost(url: string): Promise<void> {
  const get = (address: string) => fetch(new URL(address, url), { redirect: 'manual' });
  const [wasm] = readdirSync(path.join(inject('siteDir'), 'pagefind')).filter((name) =>
    name.startsWith('wasm.'),
  );
  expect((await get('data/reports.json')).headers.get('content-type')).toContain('json');
  expect((await get(`pagefind/${wasm}`)).status).toBe(200);
  const home = await get('');
  for (const [name, value] of securityHeaders()) expect(home.headers.get(name)).toBe(value);
  expect(home.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect([301, 302]).toContain((await get('about')).status);
  const missing = await get('no/such/page/');
  expect(missing.status).toBe(404);
  expect(await missing.text()).toContain('</html>');
  for (const way of ['..%2fserve.json', '%2e%2e/serve.json', '..%5cserve.json', 'data/%00'])
    expect((await get(way)).status, way).toBe(404);
}
