/**
 * Serves a folder over HTTP the way a plain static host does, whatever is asked: for `npm run preview`, for the tests,
 * and in the zip beside `serve.cjs`, its types taken out. Therefore what Node 16 can read then, with nothing but Node's
 * own modules, and no syntax of TypeScript but types.
 * `serve.py` does the same; one table of requests is tested against all of them.
 */
import { type FileHandle, open, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

/** What is to be known to serve files. */
export interface Settings {
  /** Path they are served under, with a slash at both ends. */
  base: string;
  /** Sent with every answer. */
  headers: [name: string, value: string][];
  /** Media types by extension, with its dot. */
  types: Record<string, string>;
  /** Media types sent with gzip, from how many bytes on. */
  compress: { types: string[]; from: number };
}
/** What is to be known to serve a folder. */
type Site = Settings & { directory: string };

/** Names that are none on a host: empty ones, dots, and what separates names or begins a drive on some system. */
const unfit = /^[. ]*$|[\0\\:]/;

/** What the system says of a name that stands for nothing. */
const absent = ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP', 'EINVAL', 'EISDIR'];
/** What it says when another file cannot be opened at the moment. */
const busy = ['EMFILE', 'ENFILE', 'ENOMEM'];
const forbidden = ['EACCES', 'EPERM'];

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException | null)?.code ?? '';

/**
 * Path and query of what a request asks for; the path is decoded.
 * @param target as it stands in the request; proxies are sent the whole address
 * @returns nothing for what is no address
 */
function addressOf(target: string): { pathname: string; query: string } | undefined {
  if (!/^[!-~]*$/.test(target)) return undefined;
  const [, address = '', query = ''] =
    /^(?:https?:\/\/[^/?#]*)?([^?#]*)(\?[^#]*)?/i.exec(target) ?? [];
  if (address !== '' && !address.startsWith('/')) return undefined;
  try {
    return { pathname: decodeURIComponent(address || '/'), query };
  } catch {
    return undefined;
  }
}

/** What a path of the site stands for: a file, the same address with a slash, or nothing. */
async function find(
  { directory, base }: Site,
  pathname: string,
): Promise<{ file: string } | { moved: string } | undefined> {
  if (pathname === base.slice(0, -1) || (pathname === '/' && base !== '/')) return { moved: base };
  if (!pathname.startsWith(base)) return undefined;
  const names = pathname.slice(base.length).split('/');
  const last = names.pop();
  if (names.concat(last || []).some((name) => unfit.test(name))) return undefined;
  const file = path.join(directory, ...names, last || 'index.html');
  // Asked before it is opened: a pipe would have the opener wait.
  const stats = await stat(file).catch((error) => {
    if (!absent.includes(codeOf(error))) throw error;
  });
  if (stats?.isFile()) return { file };
  return stats?.isDirectory() && last ? { moved: `${pathname}/` } : undefined;
}

/** Whether a browser takes gzip, by its Accept-Encoding. */
function takesGzip(header: string | string[] = ''): boolean {
  const weights = new Map(
    String(header)
      .toLowerCase()
      .split(',')
      .map((part) => {
        const [name = '', ...parameters] = part.split(';').map((each) => each.trim());
        const weight = parameters.find((each) => each.startsWith('q='))?.slice(2) ?? '1';
        return [name, Number(weight)] as const;
      }),
  );
  return (weights.get('gzip') ?? weights.get('*') ?? 0) > 0;
}

/** First and last byte of a part of a file. */
interface Range {
  start: number;
  end: number;
}

/**
 * The one part of a file that is asked for. Several parts, and what is no range, may be ignored.
 * @param header Range
 * @returns `none`: the file has no such part
 */
function rangeOf(header: string | undefined, size: number): Range | 'none' | undefined {
  const [, first, last] = /^bytes=[ \t]*(\d*)-(\d*)[ \t]*$/i.exec(header ?? '') ?? [];
  if (first === undefined || last === undefined || first + last === '') return undefined;
  if (first === '') {
    const length = Math.min(Number(last), size);
    return length > 0 ? { start: size - length, end: size - 1 } : 'none';
  }
  const start = Number(first);
  const end = last === '' ? Infinity : Number(last);
  if (end < start) return undefined;
  return start < size ? { start, end: Math.min(end, size - 1) } : 'none';
}

/** @param header If-None-Match */
const hasTag = (tag: string, header = '') =>
  header
    .split(',')
    .map((each) => each.trim().replace(/^W\//, ''))
    .some((each) => each === '*' || each === tag);

/** Bytes of an open file, as many as were announced. */
async function* bytesOf(handle: FileHandle, { start, end }: Range): AsyncGenerator<Buffer> {
  let left = end - start + 1;
  if (left > 0)
    for await (const chunk of handle.createReadStream({ start, end })) {
      left -= chunk.length;
      yield chunk;
    }
  if (left > 0) throw new Error('the file became shorter while it was sent');
}

/** Answers without a body. */
function sendStatus(
  site: Settings,
  response: ServerResponse,
  status: number,
  more?: Record<string, string>,
): void {
  const length = status === 304 ? {} : { 'Content-Length': '0' };
  response.writeHead(status, { ...Object.fromEntries(site.headers), ...more, ...length }).end();
}

/** Sends a file, or the part of it that was asked for, or word that the browser has it already. */
async function send(
  site: Settings,
  request: IncomingMessage,
  response: ServerResponse,
  file: string,
  status = 200,
): Promise<void> {
  const handle = await open(file, 'r');
  try {
    const { size, ino, mtimeMs, ctimeMs } = await handle.stat();
    const type = site.types[path.extname(file).toLowerCase()] ?? 'application/octet-stream';
    // Files from a zip have the same times of writing in every version of a site; those of the inode are their own.
    const tag = `"${[size, ino, mtimeMs, ctimeMs].map((each) => each.toString(16)).join('-')}"`;
    const headers: Record<string, string> = { 'Cache-Control': 'no-cache', 'Content-Type': type };
    const { method, headers: asked } = request;
    const mayShrink = site.compress.types.includes(type.split(';')[0] ?? '');
    if (mayShrink) headers['Vary'] = 'Accept-Encoding';
    const whole = { start: 0, end: size - 1 };
    const partial = status === 200 && method === 'GET' && (asked['if-range'] ?? tag) === tag;
    const range = (partial && rangeOf(asked.range, size)) || whole;
    const shrinks =
      mayShrink &&
      range === whole &&
      size >= site.compress.from &&
      takesGzip(asked['accept-encoding']);
    if (status === 200) headers['ETag'] = shrinks ? `W/${tag}` : tag;
    if (status === 200 && hasTag(tag, asked['if-none-match'])) {
      sendStatus(site, response, 304, headers);
      return;
    }
    if (range === 'none') {
      sendStatus(site, response, 416, { ...headers, 'Content-Range': `bytes */${size}` });
      return;
    }
    if (shrinks) headers['Content-Encoding'] = 'gzip';
    else headers['Content-Length'] = String(range.end - range.start + 1);
    if (status === 200 && !shrinks) headers['Accept-Ranges'] = 'bytes';
    if (range !== whole) headers['Content-Range'] = `bytes ${range.start}-${range.end}/${size}`;
    const sent = range === whole ? status : 206;
    response.writeHead(sent, { ...Object.fromEntries(site.headers), ...headers });
    if (method === 'HEAD') response.end();
    else if (shrinks) await pipeline(bytesOf(handle, range), createGzip(), response);
    else await pipeline(bytesOf(handle, range), response);
  } finally {
    await handle.close();
  }
}

/** Ends an answer that a fault of the system, or a browser that went away, has broken off. */
function fail(site: Settings, response: ServerResponse, error: unknown): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const code = codeOf(error);
  const status = absent.includes(code)
    ? 404
    : forbidden.includes(code)
      ? 403
      : busy.includes(code)
        ? 503
        : 500;
  sendStatus(site, response, status);
}

/** Sends a file that is known. Never rejects: a file that is gone is answered with 404. */
export function sendFile(
  site: Settings,
  request: IncomingMessage,
  response: ServerResponse,
  file: string,
): Promise<void> {
  return send(site, request, response, file).catch((error) => fail(site, response, error));
}

/**
 * Answers one request, whatever it is. Folders answer with their `index.html`, what does not exist with `404.html` and
 * status 404. Never rejects.
 */
export async function answer(
  site: Site,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    sendStatus(site, response, 405, { Allow: 'GET, HEAD' });
    return;
  }
  const address = addressOf(request.url ?? '/');
  if (!address) {
    sendStatus(site, response, 400);
    return;
  }
  try {
    const found = await find(site, address.pathname);
    if (found && 'moved' in found) {
      const Location = found.moved.split('/').map(encodeURIComponent).join('/') + address.query;
      sendStatus(site, response, 301, { Location });
    } else if (found) await send(site, request, response, found.file);
    else await send(site, request, response, path.join(site.directory, '404.html'), 404);
  } catch (error) {
    fail(site, response, error);
  }
}

/**
 * Serves a site until the server is closed.
 * @param port 0 takes any free one; a taken one makes it try the nine after it
 * @returns when it listens
 * @throws when no port can be had
 */
export async function serveSite(site: Site, port: number, host: string): Promise<Server> {
  const server = createServer((request, response) => void answer(site, request, response));
  // A tunnel is no request that can be answered as others are.
  server.on('connect', (_request, socket) => {
    socket.on('error', () => {});
    socket.end('HTTP/1.1 405 Method Not Allowed\r\nAllow: GET, HEAD\r\nConnection: close\r\n\r\n');
  });
  for (let next = port; ; next += 1) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(next, host, () => {
          server.off('error', reject);
          resolve();
        });
      });
      // A connection that cannot be taken, for the system has no more, is not the end of the others.
      server.on('error', () => {});
      return server;
    } catch (error) {
      if (codeOf(error) !== 'EADDRINUSE' || next >= port + 9) throw error;
    }
  }
}
