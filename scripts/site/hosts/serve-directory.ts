/** Serves a built site, or a folder of one, with the types and headers of the project. */
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { securityHeaders } from '../../../src/security/policy.ts';
import { compressedFrom, compressedTypes, contentTypes } from './content-types.ts';
import { type Settings, serveSite } from './static-server.ts';

/** What servers say of every site of the project that is served under `base`. */
export function siteSettings(base: string): Settings {
  return {
    base,
    headers: securityHeaders(),
    types: contentTypes,
    compress: { types: compressedTypes, from: compressedFrom },
  };
}

export interface DirectoryServer {
  /** Address of the site's front page, with its base path and a slash at the end. */
  url: string;
  /** Ends the server and its open connections. */
  close(): Promise<void>;
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
  const site = { ...siteSettings(base), directory: path.resolve(directory) };
  const server = await serveSite(site, port, host);
  const address = server.address() as AddressInfo;
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
