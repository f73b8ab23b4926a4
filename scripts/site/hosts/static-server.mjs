// @ts-check
/**
 * Serves a folder over HTTP the way a plain static host does, whatever is asked: for `npm run preview`, for the tests,
 * and in the zip beside `serve.cjs`. Therefore JavaScript that Node 16 can read, with nothing but Node's own modules.
 * `serve.py` does the same; one table of requests is tested against all of them.
 */
import { open, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */
/** @typedef {import('node:fs/promises').FileHandle} FileHandle */

/**
 * What is to be known to serve files.
 * @typedef {object} Settings
 * @property {string} base path it is served under, with a slash at both ends
 * @property {[name: string, value: string][]} headers sent with every answer
 * @property {Record<string, string>} types media types by extension, with its dot
 * @property {{ types: string[], from: number }} compress media types sent with gzip, from how many bytes on
 */

/** @typedef {Settings & { directory: string }} Site what is to be known to serve a folder */

/** Names that are none on a host: empty ones, dots, and what separates names or begins a drive on some system. */
const unfit = /^[. ]*$|[\0\\:]/;

/** What the system says of a name that stands for nothing. */
const absent = ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP', 'EINVAL', 'EISDIR'];
/** What it says when another file cannot be opened at the moment. */
const busy = ['EMFILE', 'ENFILE', 'ENOMEM'];
const forbidden = ['EACCES', 'EPERM'];

/** @returns {string} */
const codeOf = (/** @type {unknown} */ error) =>
  /** @type {NodeJS.ErrnoException} */ (error)?.code ?? '';

/**
 * Path and query of what a request asks for; the path is decoded.
 * @param {string} target as it stands in the request; proxies are sent the whole address
 * @returns {{ pathname: string, query: string } | undefined} nothing for what is no address
 */
function addressOf(target) {
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

/**
 * What a path of the site stands for: a file, the same address with a slash, or nothing.
 * @param {Site} site
 * @param {string} pathname
 * @returns {Promise<{ file: string } | { moved: string } | undefined>}
 */
async function find({ directory, base }, pathname) {
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

/**
 * Whether a browser takes gzip.
 * @param {string | string[] | undefined} header Accept-Encoding
 */
function takesGzip(header = '') {
  const weights = new Map(
    String(header)
      .toLowerCase()
      .split(',')
      .map((part) => {
        const [name = '', ...parameters] = part.split(';').map((each) => each.trim());
        const weight = parameters.find((each) => each.startsWith('q='))?.slice(2) ?? '1';
        return [name, Number(weight)];
      }),
  );
  return (weights.get('gzip') ?? weights.get('*') ?? 0) > 0;
}

/**
 * The one part of a file that is asked for. Several parts, and what is no range, may be ignored.
 * @param {string | undefined} header Range
 * @param {number} size
 * @returns {{ start: number, end: number } | 'none' | undefined} `none`: the file has no such part
 */
function rangeOf(header, size) {
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

/** @param {string} tag @param {string | undefined} header If-None-Match */
const hasTag = (tag, header = '') =>
  header
    .split(',')
    .map((each) => each.trim().replace(/^W\//, ''))
    .some((each) => each === '*' || each === tag);

/**
 * Bytes of an open file, as many as were announced.
 * @param {FileHandle} handle
 * @param {{ start: number, end: number }} range
 */
async function* bytesOf(handle, { start, end }) {
  let left = end - start + 1;
  if (left > 0)
    for await (const chunk of handle.createReadStream({ start, end })) {
      left -= chunk.length;
      yield chunk;
    }
  if (left > 0) throw new Error('the file became shorter while it was sent');
}

/**
 * Answers without a body.
 * @param {Settings} site
 * @param {Response} response
 * @param {number} status
 * @param {Record<string, string>} [more] headers
 */
function sendStatus(site, response, status, more) {
  const length = status === 304 ? {} : { 'Content-Length': '0' };
  response.writeHead(status, { ...Object.fromEntries(site.headers), ...more, ...length }).end();
}

/**
 * Sends a file, or the part of it that was asked for, or word that the browser has it already.
 * @param {Settings} site
 * @param {Request} request
 * @param {Response} response
 * @param {string} file
 * @param {number} [status]
 */
async function send(site, request, response, file, status = 200) {
  const handle = await open(file, 'r');
  try {
    const { size, ino, mtimeMs, ctimeMs } = await handle.stat();
    const type = site.types[path.extname(file).toLowerCase()] ?? 'application/octet-stream';
    // Files from a zip have the same times of writing in every version of a site; those of the inode are their own.
    const tag = `"${[size, ino, mtimeMs, ctimeMs].map((each) => each.toString(16)).join('-')}"`;
    /** @type {Record<string, string>} */
    const headers = {
      'Cache-Control': 'no-cache',
      'Content-Type': type,
    };
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

/**
 * Ends an answer that a fault of the system, or a browser that went away, has broken off.
 * @param {Settings} site
 * @param {Response} response
 * @param {unknown} error
 */
function fail(site, response, error) {
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

/**
 * Sends a file that is known. Never rejects: a file that is gone is answered with 404.
 * @param {Settings} site
 * @param {Request} request
 * @param {Response} response
 * @param {string} file
 */
export function sendFile(site, request, response, file) {
  return send(site, request, response, file).catch((error) => fail(site, response, error));
}

/**
 * Answers one request, whatever it is. Folders answer with their `index.html`, what does not exist with `404.html` and
 * status 404. Never rejects.
 * @param {Site} site
 * @param {Request} request
 * @param {Response} response
 */
export async function answer(site, request, response) {
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
 * @param {Site} site
 * @param {number} port 0 takes any free one; a taken one makes it try the nine after it
 * @param {string} host
 * @returns {Promise<import('node:http').Server>} when it listens; rejects when no port can be had
 */
export async function serveSite(site, port, host) {
  const server = createServer((request, response) => void answer(site, request, response));
  // A tunnel is no request that can be answered as others are.
  server.on('connect', (_request, socket) => {
    socket.on('error', () => {});
    socket.end('HTTP/1.1 405 Method Not Allowed\r\nAllow: GET, HEAD\r\nConnection: close\r\n\r\n');
  });
  for (let next = port; ; next += 1) {
    try {
      await new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(next, host, () => resolve(server.off('error', reject)));
      });
      // A connection that cannot be taken, for the system has no more, is not the end of the others.
      server.on('error', () => {});
      return server;
    } catch (error) {
      if (codeOf(error) !== 'EADDRINUSE' || next >= port + 9) throw error;
    }
  }
}
