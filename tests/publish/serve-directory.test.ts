import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DirectoryServer, serveDirectory } from '../../scripts/site/hosts/serve-directory.ts';
import { replaceDirectory } from '../../scripts/site/replace-directory.ts';
import { temporaryFolder } from '../folder.ts';

const folder = temporaryFolder('serve');
const root = path.join(folder, 'site');
let server: DirectoryServer;

beforeAll(async () => {
  mkdirSync(path.join(root, 'years/二〇二〇'), { recursive: true });
  writeFileSync(path.join(folder, 'secret.txt'), '秘密');
  writeFileSync(path.join(root, 'index.html'), '首页');
  writeFileSync(path.join(root, '404.html'), '没有这一页');
  writeFileSync(path.join(root, 'years/二〇二〇/index.html'), '年份');
  writeFileSync(path.join(root, 'data.json'), '{}');
  server = await serveDirectory(root, '/a/b/');
});

afterAll(() => server.close());

test.each([
  ['', 200, 'text/html; charset=utf-8', '首页'],
  ['?q=一', 200, 'text/html; charset=utf-8', '首页'],
  ['data.json', 200, 'application/json; charset=utf-8', '{}'],
  ['years/二〇二〇/', 200, 'text/html; charset=utf-8', '年份'],
  ['years/', 404, 'text/html; charset=utf-8', '没有这一页'],
  ['nothing', 404, 'text/html; charset=utf-8', '没有这一页'],
  ['..%2fsecret.txt', 404, 'text/html; charset=utf-8', '没有这一页'],
  ['%2e%2e/%2e%2e/%2e%2e/secret.txt', 404, 'text/html; charset=utf-8', '没有这一页'],
  ['data.json%00', 404, 'text/html; charset=utf-8', '没有这一页'],
  ['%E0%A4%A', 400, null, ''],
])('GET %s', async (address, status, type, body) => {
  const response = await fetch(server.url + address);
  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toBe(type);
  expect(await response.text()).toBe(body);
});

test.each([
  ['/', '/a/b/'],
  ['/a/b', '/a/b/'],
  ['/a/b/years/二〇二〇', encodeURI('/a/b/years/二〇二〇/')],
])('%s leads to %s', async (from, to) => {
  const response = await fetch(new URL(from, server.url), { redirect: 'manual' });
  expect([response.status, response.headers.get('location')]).toEqual([301, to]);
});

test('takes the next port when one is taken', async () => {
  const { port } = new URL(server.url);
  const other = await serveDirectory(root, '/', { port: Number(port) });
  expect(Number(new URL(other.url).port)).toBeGreaterThan(Number(port));
  await other.close();
});

test.each([false, true])(
  'shows at once what takes the place of its folder, link: %s',
  async (link) => {
    const place = temporaryFolder('exchanged');
    const write = (name: string, text: string) => {
      mkdirSync(path.join(place, name));
      writeFileSync(path.join(place, name, 'index.html'), text);
      return path.join(place, name);
    };
    const target = path.join(place, 'site');
    if (link) symlinkSync(write('site.site-1-1', '前'), target);
    else write('site', '前');
    const shown = await serveDirectory(target);
    const before = await fetch(shown.url);
    expect(await before.text()).toBe('前');
    await replaceDirectory(write('finished', '后'), target);
    const headers = { 'If-None-Match': before.headers.get('etag') ?? '' };
    const after = await fetch(shown.url, { headers });
    expect([after.status, await after.text()]).toEqual([200, '后']);
    await shown.close();
  },
);
