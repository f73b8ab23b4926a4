/** A build gives the same bytes wherever and whenever it is made, and a site can be held against its list of files. */

import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { programDir } from '../../src/collection/program-dir.ts';
import { manifest } from '../../src/model/manifest.ts';
import { runCommand } from '../command.ts';
import { temporaryFolder, treeOf } from '../folder.ts';
import { sourcesDir } from '../own.ts';
import { serveDirectory } from '../serve.ts';
import { warmProgram } from '../warm.ts';

const siteDir = inject('siteDir');
const folder = temporaryFolder('manifest');
const copy = path.join(folder, 'site');
beforeAll(() => cpSync(siteDir, copy, { recursive: true }));

const program = warmProgram();
const verify = (place: string) => program.run('verify', {}, [place]);
const file = (name: string) => path.join(copy, name);
const entries = () =>
  readFileSync(path.join(siteDir, 'data/manifest/0001.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('a clean build', () => {
  it('gives the same bytes in another folder, time zone, language and year', async () => {
    const checkout = path.join(folder, 'another place/深处');
    mkdirSync(checkout, { recursive: true });
    for (const name of ['src', 'scripts', 'public', 'package.json', 'package-lock.json'])
      cpSync(path.join(programDir, name), path.join(checkout, name), { recursive: true });
    for (const name of ['astro.config.mjs', 'tsconfig.json', 'node_modules'])
      name === 'node_modules'
        ? symlinkSync(path.join(programDir, name), path.join(checkout, name))
        : cpSync(path.join(programDir, name), path.join(checkout, name));
    cpSync(path.join(programDir, 'content'), path.join(checkout, 'content'), {
      recursive: true,
      filter: (name) => path.relative(programDir, name) !== path.join('content', 'reports'),
    });
    const clock = path.join(import.meta.dirname, 'later-clock.ts');
    const environment = {
      OUT_DIR: path.join(folder, 'out'),
      BASE_PATH: '/',
      TZ: 'Pacific/Kiritimati',
      LANG: 'tr_TR.UTF-8',
      LC_ALL: 'tr_TR.UTF-8',
      NODE_OPTIONS: `--import=${clock}`,
    };
    const { code, output } = await runCommand('build', environment, [], checkout);
    expect(code, output).toBe(0);
    expect(treeOf(environment.OUT_DIR)).toEqual(treeOf(siteDir));
  });
});

describe('the manifest', () => {
  it('lists every file but itself, once, with its size and hash', () => {
    const hashes = treeOf(siteDir);
    const { parts, files, bytes } = manifest.parse(
      JSON.parse(readFileSync(path.join(siteDir, 'data/manifest.json'), 'utf8')),
    );
    const listed = Object.fromEntries(entries().map(({ path, sha256 }) => [path, sha256]));
    for (const part of parts) listed[part.path] = part.sha256;
    delete hashes['data/manifest.json'];
    expect(listed).toEqual(hashes);
    expect(files).toBe(entries().length);
    expect(bytes).toBe(entries().reduce((sum, entry) => sum + Number(entry['bytes']), 0));
  });

  it('names the report and the source that a file came from', () => {
    const id = '632800-2020';
    const source = treeOf(path.join(sourcesDir, id))['source.txt'];
    const from = entries().filter(({ report }) => report === id);
    expect(new Set(from.map((entry) => entry['source']))).toEqual(new Set([source]));
    expect(from.map(({ path }) => path)).toEqual([
      `data/facts/${id}.json`,
      `data/markdown/${id}.md`,
      `data/records/${id}.json`,
      `data/reports/${id}.json`,
      `data/sources/${id}.txt`,
      `data/texts/${id}.json`,
      `reports/${id}/index.html`,
    ]);
    expect(entries().find(({ path }) => path === 'index.html')).not.toHaveProperty('report');
    expect(from.find(({ path }) => String(path).startsWith('data/sources/'))?.['sha256']).toBe(
      source,
    );
  });
});

describe('npm run verify', () => {
  it('finds a site as it was built in order, in a folder and on a host', async () => {
    writeFileSync(file('index.html.gz'), gzipSync(readFileSync(file('index.html'))));
    const local = await runCommand('verify', {}, [copy]);
    expect(local.output).toContain('相符');
    expect(local.code).toBe(0);
    const server = await serveDirectory(copy, '/一/');
    const remote = await verify(server.url);
    await server.close();
    expect(remote.output).toContain('相符');
    expect(remote.output).toContain('“多出”一项未查');
    expect(remote.code).toBe(0);
  });

  it('lists what is missing, altered and extra', async () => {
    rmSync(file('favicon.svg'));
    writeFileSync(file('about/index.html'), `${readFileSync(file('about/index.html'))} `);
    writeFileSync(file('about/note.txt'), '');
    writeFileSync(file('404.html.gz'), gzipSync('另一页'));
    const { code, output } = await verify(copy);
    expect(output.match(/^(?:缺失|被改动|多出)：.*$/gmu)?.sort()).toEqual([
      '多出：about/note.txt',
      '缺失：favicon.svg',
      '被改动：404.html.gz',
      '被改动：about/index.html',
    ]);
    expect(code).toBe(1);
    const server = await serveDirectory(copy);
    const remote = await verify(server.url);
    await server.close();
    expect(remote.output.match(/^(?:缺失|被改动|多出)：.*$/gmu)?.sort()).toEqual([
      '缺失：favicon.svg',
      '被改动：about/index.html',
    ]);
    expect(remote.code).toBe(1);
  });

  it('finds a list that was altered together with a file', async () => {
    const part = file('data/manifest/0001.jsonl');
    writeFileSync(part, readFileSync(part, 'utf8').replace(/"bytes":\d/u, '"bytes":9'));
    const { code, output } = await verify(copy);
    expect(output).toContain('被改动：data/manifest/0001.jsonl');
    expect(code).toBe(1);
  });

  it.each(['../secret.txt', 'a/../../secret.txt', '/etc/passwd', 'a\\..\\..\\b', 'c:/b'])(
    'reads nothing outside the site, though a list names %s',
    async (name) => {
      const hostile = path.join(folder, 'hostile');
      mkdirSync(path.join(hostile, 'data'), { recursive: true });
      writeFileSync(path.join(folder, 'secret.txt'), '秘密');
      const parts = [{ path: name, files: 1, sha256: '0'.repeat(64) }];
      const text = { version: 1, base: '/', site: null, files: 0, bytes: 0, parts };
      writeFileSync(path.join(hostile, 'data/manifest.json'), JSON.stringify(text));
      const { code, output } = await verify(hostile);
      expect(output).toContain('已损坏');
      expect(code).toBe(1);
    },
  );

  it('says what it cannot use', async () => {
    expect((await verify(path.join(folder, 'none'))).output).toContain('没有文件夹');
    expect((await verify(sourcesDir)).output).toContain('没有 data/manifest.json');
    const server = createServer((_, response) => response.writeHead(500).end()).listen(0);
    const { code, output } = await verify(
      `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    );
    server.close();
    expect(output).toContain('的回应是 500');
    expect(code).toBe(1);
  });
});
