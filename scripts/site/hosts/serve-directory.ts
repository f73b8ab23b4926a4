/** Serves a folder over HTTP the way a plain static host does: for `npm run preview` and for the tests. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { securityHeaders } from '../../../src/security/policy.ts';
import { contentTypes } from './content-types.ts';

/** What a path of the site stands for: a file, the same address with a slash, or nothing. */
type Target = { file: string } | { redirect: string } | undefined;

function resolveTarget(root: string, base: string, pathname: string): Target {
  if (pathname === base.slice(0, -1) || (pathname === '/' && base !== '/'))
    return { redirect: base };
  if (!pathname.startsWith(base) || pathname.includes('\0')) return undefined;
  const file = path.join(root, pathname.slice(base.length));
  if (file !== root && !file.startsWith(root + path.sep) && root !== path.sep) return undefined;
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats?.isFile()) return { file };
  if (!stats?.isDirectory()) return undefined;
  if (!pathname.endsWith('/')) return { redirect: `${pathname}/` };
  const index = path.join(file, 'index.html');
  return existsSync(index) ? { file: index } : undefined;
}

/** Sends a file whole, with the type its name says. */
export function sendFile(
  response: ServerResponse,
  status: number,
  file: string,
  headOnly: boolean,
): void {
  const type = contentTypes[path.extname(file).toLowerCase()] ?? 'application/octet-stream';
  response.writeHead(status, {
    'Content-Type': type,
    'Content-Length': statSync(file).size,
    'Cache-Control': 'no-cache',
    ...Object.fromEntries(securityHeaders()),
  });
  if (headOnly) response.end();
  else
    createReadStream(file)
      .on('error', () => response.destroy())
      .pipe(response);
}

/** Answers one request from `directory`, served under `base`, as {@link serveDirectory} does. */
export function respondWithFile(
  directory: string,
  base: string,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const root = path.resolve(directory);
  const headOnly = request.method === 'HEAD';
  if (request.method !== 'GET' && !headOnly) return response.writeHead(405).end();
  let pathname: string;
  try {
    pathname = decodeURIComponent((request.url ?? '/').replace(/[?#].*/s, ''));
  } catch {
    return response.writeHead(400).end();
  }
  const target = resolveTarget(root, base, pathname);
  if (target && 'file' in target) return sendFile(response, 200, target.file, headOnly);
  if (target) return response.writeHead(301, { Location: encodeURI(target.redirect) }).end();
  const notFound = path.join(root, '404.html');
  if (existsSync(notFound)) return sendFile(response, 404, notFound, headOnly);
  return response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('404\n');
}

export interface DirectoryServer {
  /** Address of the site's front page, with its base path and a slash at the end. */
  url: string;
  /** Ends the server and its open connections. */
  close(): Promise<void>;
}

function listen(server: Server, port: number, host: string): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(server.address() as AddressInfo));
  });
}

/**
 * Serves `directory` under `base` until closed. Directories answer with their `index.html`, what does not exist
 * with `404.html` and status 404.
 * @param port 0 takes any free one; a taken one makes it try the nine after it.
 * @throws when no port can be had.
 */
export async function serveDirectory(
  directory: string,
  base = '/',
  { port = 0, host = '127.0.0.1' }: { port?: number; host?: string } = {},
): Promise<DirectoryServer> {
  const server = createServer(
    (request, response) => void respondWithFile(directory, base, request, response),
  );
  let address: AddressInfo | undefined;
  for (let next = port; !address; next += 1) {
    try {
      address = await listen(server, next, host);
    } catch (error) {
      const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (!taken || next >= port + 9) throw error;
    }
  }
  const shownHost = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return {
    url: `http://${shownHost.includes(':') ? `[${shownHost}]` : shownHost}:${address.port}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
