/**
 * The servers of the project answer any request properly and go on: `npm run preview`, and both programs of the zip.
 * Each is started as users do, may open few files only, and is asked byte for byte over sockets of this machine.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  mkdirSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { connect, type Socket } from 'node:net';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { serverFiles } from '../../scripts/ship/bundle-site.ts';
import { programDir } from '../../src/collection/program-dir.ts';
import { securityHeaders } from '../../src/security/policy.ts';
import { addressFrom, userEnvironment } from '../command.ts';
import { temporaryFolder } from '../folder.ts';
import { python } from '../python.ts';

const posix = process.platform !== 'win32';
/** Files, connections included, that a server may have open. */
const openFiles = 200;
const text = '依法行政。'.repeat(1000);
const size = Buffer.byteLength(text);
const piece = Buffer.alloc(5000, 'pf');
/** More than a connection holds that nobody reads. */
const huge = 32 * 1024 * 1024;

/** A site, and the programs of the zip beside it. */
async function writeSite(folder: string, base: string): Promise<void> {
  const files: Record<string, string | Uint8Array> = {
    'secret.txt': '秘密',
    'site/index.html': '首页',
    'site/404.html': `没有这一页${' '.repeat(1000)}`,
    'site/text.txt': text,
    'site/empty.txt': '',
    'site/piece.pf_index': piece,
    'site/reports/index.html': '报告',
    'site/二〇二〇/index.html': '年份',
    'site/folder/file.json': '{}',
    ...(posix && { 'site/a?b/index.html': '问号' }),
  };
  for (const { name, content } of await serverFiles(base)) files[name] = content as Uint8Array;
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  if (!posix) return;
  execFileSync('mkfifo', [path.join(folder, 'site/pipe.txt')]);
  symlinkSync('loop.txt', path.join(folder, 'site/loop.txt'));
}

const commands: Record<string, string[]> = {
  'npm run preview': [process.execPath, 'scripts/run.cjs', 'preview', '--port', '0'],
  'serve.cjs': [process.execPath, 'serve.cjs', '0'],
  'serve.py': [python, 'serve.py', '0'],
};

interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

/** What an answer is, byte for byte; without a status it is none. */
function parse(bytes: Buffer): Answer {
  const end = bytes.indexOf('\r\n\r\n');
  const [first = '', ...lines] = bytes.subarray(0, end).toString('latin1').split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => [line.split(':', 1)[0]?.toLowerCase(), line.replace(/^[^:]*:\s*/, '')]),
  );
  let body = bytes.subarray(end + 4);
  if (headers['transfer-encoding'] === 'chunked') body = unchunked(body);
  return { status: Number(/^HTTP\/1\.[01] (\d{3})/.exec(first)?.[1]), headers, body };
}

function unchunked(body: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; ; ) {
    const end = body.indexOf('\r\n', at);
    const length = Number.parseInt(body.subarray(at, end).toString(), 16);
    if (!(length > 0)) return Buffer.concat(parts);
    parts.push(body.subarray(end + 2, end + 2 + length));
    at = end + 2 + length + 2;
  }
}

/** Everything until the connection ends, be it by a reset. */
async function everything(socket: Socket): Promise<Buffer> {
  const parts: Buffer[] = [];
  socket.on('data', (part) => parts.push(part)).on('error', () => {});
  await new Promise((resolve) => socket.once('close', resolve));
  return Buffer.concat(parts);
}

const request = (target: string, headers: Record<string, string> = {}, method = 'GET') =>
  [
    `${method} ${target} HTTP/1.1`,
    'Host: 127.0.0.1',
    'Connection: close',
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    '\r\n',
  ].join('\r\n');

const longName = encodeURIComponent('法'.repeat(86));

/** Addresses below the base, and the status of their answers. */
const addresses: [address: string, status: number | number[], from?: 'root'][] = [
  ['', 200],
  ['?q=%', 200],
  ['#', 200],
  ['text.txt', 200],
  ['%74ext.txt', 200],
  [encodeURI('二〇二〇/'), 200],
  ['nothing', 404],
  ['text.txt/', 404],
  ['text.txt/more', 404],
  ['folder/', 404],
  // Names that no system has.
  [longName, 404],
  [`${longName}/`, 404],
  [`${longName}/text.txt`, 404],
  ['a/'.repeat(3000), 404],
  ['x'.repeat(100_000), [414, 431]],
  // What cannot be decoded.
  ['%', 400],
  ['%zz', 400],
  ['%E0%A4%A', 400],
  ['%ff', 400],
  ['%ED%A0%80', 400],
  ['年', 400],
  ['text\x01.txt', 400],
  ['%00', 404],
  ['text.txt%00', 404],
  ['%0d%0aX-Header:%20x', 404],
  // Ways out of the folder.
  ['../secret.txt', 404],
  ['%2e%2e/secret.txt', 404],
  ['%2E.%2Fsecret.txt', 404],
  ['..%2fsecret.txt', 404],
  ['..%252fsecret.txt', 404],
  ['..\\secret.txt', 404],
  ['..%5csecret.txt', 404],
  ['%c0%ae%c0%ae/secret.txt', 400],
  ['reports/../../secret.txt', 404],
  ['..;/secret.txt', 404],
  ['%2fetc/passwd', 404],
  ['C:/Windows/win.ini', 404],
  ['text.txt::$DATA', 404],
  ['./text.txt', 404],
  ['.', 404],
  // Ways to another host.
  ['//host/..%2freports', 404, 'root'],
  ['//host/%2e%2e/reports', 404, 'root'],
  ['///host/..%2freports', 404, 'root'],
  ['/%2fhost/..%2freports', 404, 'root'],
  ['/%5chost/..%2freports', 404, 'root'],
  ['/\\host/..%2freports', 404, 'root'],
  ['//reports', 404, 'root'],
  ['/host', 404],
  ['reports', 301],
  // No file, though it has a name.
  ...(posix
    ? ([
        ['pipe.txt', 404],
        ['loop.txt', 404],
      ] as [string, number][])
    : []),
];

/** Requests that are none, whole. */
const malformed: [what: string, bytes: string | Buffer, status: number[]][] = [
  ['words', 'GARBAGE\r\n\r\n', [400]],
  ['a method alone', 'GET\r\n\r\n', [400]],
  ['a protocol to come', 'GET / HTTP/9.9\r\n\r\n', [400, 505]],
  ['no path', request('text.txt'), [400]],
  ['a method of its own', request('/', {}, 'BREW'), [400, 501]],
  ['a method in small letters', request('/', {}, 'get'), [400, 501]],
  ['TLS', Buffer.from('16030100c8010000c40303', 'hex'), [400]],
  ['a long header', request('/', { 'X-Long': 'x'.repeat(100_000) }), [431]],
  [
    'a header without a name',
    `GET /no HTTP/1.1\r\nHost: a\r\nConnection: close\r\n: x\r\n\r\n`,
    [400, 404],
  ],
  [
    'a header with NUL',
    `GET /no HTTP/1.1\r\nHost: a\r\nConnection: close\r\nX: \0\r\n\r\n`,
    [400, 404],
  ],
];

const range = (first: number, last: number) => `bytes ${first}-${last}/${size}`;

/** Range, status, Content-Range, and how many bytes follow; of {@link text}. */
const ranges: [header: string, status: number, part: string | undefined, length: number][] = [
  ['bytes=0-99', 206, range(0, 99), 100],
  ['bytes=0-0', 206, range(0, 0), 1],
  ['BYTES=1-1', 206, range(1, 1), 1],
  [`bytes=${size - 10}-`, 206, range(size - 10, size - 1), 10],
  [`bytes=${size - 10}-99999999999999999999`, 206, range(size - 10, size - 1), 10],
  ['bytes=-10', 206, range(size - 10, size - 1), 10],
  ['bytes=-99999999', 206, range(0, size - 1), size],
  [`bytes=${size}-`, 416, `bytes */${size}`, 0],
  [`bytes=${'9'.repeat(5000)}-`, 416, `bytes */${size}`, 0],
  ['bytes=-0', 416, `bytes */${size}`, 0],
  ['bytes=5-2', 200, undefined, size],
  ['bytes=-', 200, undefined, size],
  ['bytes=a-b', 200, undefined, size],
  ['bytes=1--1', 200, undefined, size],
  ['bytes', 200, undefined, size],
  ['lines=1-2', 200, undefined, size],
  ['bytes=0-1,5-6', 200, undefined, size],
];

/** Rows with a name that fits on a line, made of the first two columns. */
const named = <Row extends [string, unknown, ...unknown[]]>(rows: Row[]) =>
  rows.map((row): [name: string, ...Row] => {
    const shown = row[0].length > 60 ? `${row[0].slice(0, 40)}… (${row[0].length})` : row[0];
    return [`${JSON.stringify(shown)} with ${row[1]}`, ...row];
  });

/** The first two run the same code. */
const bases: Record<string, string[]> = {
  'npm run preview': ['/'],
  'serve.cjs': ['/a/b/'],
  'serve.py': ['/', '/a/b/'],
};

describe.each(Object.keys(commands))('%s', (name) => {
  describe.each(bases[name] as string[])('under %s', (base) => {
    const folder = temporaryFolder('any-request');
    const site = path.join(folder, 'site');
    let child: ChildProcess;
    let port = 0;

    beforeAll(async () => {
      await writeSite(folder, base);
      const command = commands[name] as string[];
      const [program = '', ...args] = posix
        ? ['sh', '-c', `ulimit -n ${openFiles}; exec "$@"`, 'sh', ...command]
        : command;
      child = spawn(program, args, {
        cwd: name === 'npm run preview' ? programDir : folder,
        env: userEnvironment({ OUT_DIR: site, BASE_PATH: base }),
      });
      port = Number(new URL(await addressFrom(child)).port);
    });
    afterAll(() => void child.kill());

    const exchange = async (bytes: string | Buffer) => {
      const socket = connect(port, '127.0.0.1');
      socket.write(bytes);
      return parse(await everything(socket));
    };
    const ask = (address: string, headers = {}, method = 'GET') =>
      exchange(request(base + address, headers, method));

    afterEach(async () => {
      expect((await ask('')).body.toString()).toBe('首页');
      expect(child.exitCode).toBeNull();
    });

    it.each(named(addresses))('answers GET %s', async (_, address, status, from) => {
      const target = from === 'root' ? address : base + address;
      const answer = await exchange(request(target));
      expect([status].flat()).toContain(answer.status);
      expect(answer.body.toString()).not.toContain('秘密');
      if (answer.status === 404) expect(answer.body.toString()).toContain('没有这一页');
      // What Node's own parser refuses has no headers of the site.
      if ([200, 301, 404].includes(answer.status))
        for (const [header, value] of securityHeaders())
          expect(answer.headers[header.toLowerCase()]).toBe(value);
    });

    it.each([
      ['reports', 'reports/'],
      ['reports?q=%E6%B3%95&r=1', 'reports/?q=%E6%B3%95&r=1'],
      ['%72eports', 'reports/'],
      [encodeURI('二〇二〇'), encodeURI('二〇二〇/')],
      ...(posix ? [['a%3fb', 'a%3Fb/']] : []),
    ])('leads from %s to %s of the same host', async (from, to) => {
      for (const target of [base + from, `http://host.example${base}${from}`]) {
        const { status, headers, body } = await exchange(request(target));
        expect([status, headers['location'], body.length]).toEqual([301, base + to, 0]);
      }
    });

    it('leads to its base', async () => {
      const targets = ['/', base.slice(0, -1) || '/', 'http://host.example'];
      for (const target of targets) {
        const { status, headers } = await exchange(request(target));
        const expected = base === '/' ? [200, undefined] : [301, base];
        expect([status, headers['location']]).toEqual(expected);
      }
      expect((await exchange(request('/a/bc/'))).status).toBe(404);
    });

    it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'])(
      'refuses %s',
      async (method) => {
        const { status, headers } = await ask('', { 'Content-Length': '0' }, method);
        expect([status, headers['allow']]).toEqual([405, 'GET, HEAD']);
      },
    );

    it('refuses a tunnel, and to speak of the whole server', async () => {
      expect((await exchange(request('host.example:443', {}, 'CONNECT'))).status).toBe(405);
      expect((await exchange(request('*', {}, 'OPTIONS'))).status).toBe(405);
      expect((await ask('', { Upgrade: 'websocket', Connection: 'Upgrade, close' })).status).toBe(
        200,
      );
    });

    it.each(malformed)('answers %s as malformed', async (_, bytes, status) => {
      const socket = connect(port, '127.0.0.1');
      // Nothing more comes: some wait for the rest.
      socket.end(bytes);
      expect(status).toContain(parse(await everything(socket)).status);
    });

    it.each(named(ranges))('answers Range: %s', async (_, header, status, part, length) => {
      const answer = await ask('text.txt', { Range: header, 'Accept-Encoding': 'identity' });
      expect([answer.status, answer.headers['content-range']]).toEqual([status, part]);
      expect(answer.headers['content-length']).toBe(String(length));
      expect(answer.body.length).toBe(length);
      const first = Number(/ (\d+)-/.exec(part ?? '')?.[1] ?? 0);
      expect(answer.body.equals(Buffer.from(text).subarray(first, first + length))).toBe(true);
    });

    it('sends parts of the file itself only, and of that version only', async () => {
      const part = { Range: 'bytes=0-9' };
      const { etag = '' } = (await ask('text.txt')).headers;
      const gzip = await ask('text.txt', { ...part, 'Accept-Encoding': 'gzip' });
      expect([gzip.status, gzip.headers['content-encoding']]).toEqual([206, undefined]);
      const status = async (address: string, headers: object, method?: string) =>
        (await ask(address, { ...part, ...headers }, method)).status;
      expect(await status('text.txt', { 'If-Range': etag })).toBe(206);
      expect(await status('text.txt', { 'If-Range': '"other"' })).toBe(200);
      expect(await status('text.txt', { 'If-Range': `W/${etag}` })).toBe(200);
      expect(await status('text.txt', { 'If-Range': new Date().toUTCString() })).toBe(200);
      expect(await status('text.txt', {}, 'HEAD')).toBe(200);
      expect(await status('nothing', {})).toBe(404);
      const empty = await ask('empty.txt', part);
      expect([empty.status, empty.headers['content-range']]).toEqual([416, 'bytes */0']);
    });

    it('sends no file that the browser has, and every one that changed', async () => {
      const { etag = '' } = (await ask('text.txt')).headers;
      expect(etag).toMatch(/^"[^"]+"$/);
      for (const known of [etag, `W/${etag}`, `"a", W/"b,c" ,${etag}`, '*']) {
        const { status, headers, body } = await ask('text.txt', { 'If-None-Match': known });
        expect([status, headers['etag'], body.length], known).toEqual([304, etag, 0]);
      }
      const { status } = await ask('text.txt', { 'If-None-Match': etag, Range: 'bytes=0-1' });
      expect(status).toBe(304);
      for (const other of ['"a"', etag.slice(1, -1), '', `${etag}x`])
        expect((await ask('text.txt', { 'If-None-Match': other })).status, other).toBe(200);
      expect((await ask('nothing', { 'If-None-Match': '*' })).status).toBe(404);
      // Another version of the same length that was unpacked from a zip, which says when it was written.
      const file = path.join(site, 'text.txt');
      const { atime, mtime } = statSync(file);
      writeFileSync(file, text.replace('依法', '依规'));
      utimesSync(file, atime, mtime);
      const { body } = await ask('text.txt', { 'If-None-Match': etag });
      expect(body.toString()).toBe(text.replace('依法', '依规'));
      writeFileSync(file, text);
    });

    it('sends headers alone where they are asked for', async () => {
      for (const [address, status, length] of [
        ['text.txt', 200, size],
        ['empty.txt', 200, 0],
        ['nothing', 404, 1015],
      ]) {
        const answer = await ask(String(address), {}, 'HEAD');
        expect([answer.status, answer.body.length]).toEqual([status, 0]);
        expect(answer.headers['content-length']).toBe(String(length));
      }
    });

    it('compresses text as hosts do, for who takes it', async () => {
      if (name === 'serve.py') {
        const { headers, body } = await ask('text.txt', { 'Accept-Encoding': 'gzip' });
        expect([headers['content-encoding'], body.toString()]).toEqual([undefined, text]);
        return;
      }
      for (const takes of ['gzip', 'br, GZIP;q=0.5', '*', 'deflate;q=1, *;q=0.1']) {
        const { headers, body } = await ask('text.txt', { 'Accept-Encoding': takes });
        expect([headers['content-encoding'], headers['vary']], takes).toEqual([
          'gzip',
          'Accept-Encoding',
        ]);
        expect(gunzipSync(body).toString()).toBe(text);
        const known = { 'Accept-Encoding': takes, 'If-None-Match': headers['etag'] };
        expect((await ask('text.txt', known)).status).toBe(304);
      }
      for (const takes of ['', 'br', 'gzip;q=0', 'gzip;q=x', 'identity', 'gzip;q=0, *']) {
        const { headers, body } = await ask('text.txt', { 'Accept-Encoding': takes });
        expect([headers['content-encoding'], headers['vary']], takes).toEqual([
          undefined,
          'Accept-Encoding',
        ]);
        expect(body.toString()).toBe(text);
      }
      const page = await ask('nothing', { 'Accept-Encoding': 'gzip' });
      expect([page.status, page.headers['content-encoding']]).toEqual([404, 'gzip']);
      const small = await ask('', { 'Accept-Encoding': 'gzip' });
      expect(small.headers['content-encoding']).toBeUndefined();
      const { headers, body } = await ask('piece.pf_index', { 'Accept-Encoding': 'gzip' });
      expect([headers['content-encoding'], headers['vary']]).toEqual([undefined, undefined]);
      expect(body.equals(piece)).toBe(true);
    });

    describe('while a file is being sent', () => {
      const file = path.join(site, 'huge.bin');
      beforeAll(() => {
        writeFileSync(file, '');
        truncateSync(file, huge);
      });

      /** A connection on which the answer has begun. */
      async function begun(): Promise<Socket> {
        const socket = connect(port, '127.0.0.1').on('error', () => {});
        socket.write(request(`${base}huge.bin`));
        await once(socket, 'readable');
        return socket;
      }

      it('bears browsers that go away', async () => {
        const sockets = await Promise.all(Array.from({ length: 20 }, begun));
        const closed = sockets.map((socket) => once(socket, 'close'));
        sockets.forEach((socket, index) => {
          if (index % 2) socket.destroy();
          else socket.resetAndDestroy();
        });
        await Promise.all(closed);
        for (const bytes of ['', 'GET /', request(base).slice(0, -2)]) {
          const socket = connect(port, '127.0.0.1');
          await once(socket, 'connect');
          socket.end(bytes);
          socket.destroy();
        }
      });

      it('breaks off when the file becomes shorter', async () => {
        const socket = await begun();
        truncateSync(file, 1000);
        const { status, headers, body } = parse(await everything(socket));
        expect([status, headers['content-length']]).toEqual([200, String(huge)]);
        expect(body.length).toBeLessThan(huge);
        truncateSync(file, huge);
      });

      it.runIf(posix)('sends it whole though it is removed', async () => {
        const socket = await begun();
        rmSync(file);
        let bytes = 0;
        socket.on('data', (part) => {
          bytes += part.length;
        });
        await once(socket, 'close');
        expect(bytes).toBeGreaterThan(huge);
        expect((await ask('huge.bin')).status).toBe(404);
      });
    });

    it('answers many at the same time, and outlives more than it can have', async () => {
      const answers = await Promise.all(Array.from({ length: 60 }, () => ask('text.txt')));
      expect(answers.every(({ status, body }) => status === 200 && body.length === size)).toBe(
        true,
      );
      const idle = Array.from({ length: openFiles + 50 }, () =>
        connect(port, '127.0.0.1').on('error', () => {}),
      );
      await Promise.all(idle.map((socket) => once(socket, 'connect')));
      for (const socket of idle) socket.destroy();
      const status = async () => (await ask('text.txt')).status;
      await expect.poll(status).toBe(200);
    });
  });
});
