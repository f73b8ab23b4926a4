/** Where a published site can be read: a folder, or an address. */
import { createReadStream, existsSync } from 'node:fs';
import path from 'node:path';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import { CommandError } from '../../files/run-command.ts';
import { walk } from './walk.ts';

export interface Place {
  /** As shown to people. */
  name: string;
  /** Bytes of a file in pieces; undefined where there is none. */
  read(file: string): Promise<AsyncIterable<Uint8Array> | undefined>;
  /** All files; absent where they cannot be listed. */
  list?: () => AsyncIterable<string>;
  /** Whether a file that is not found there is kept back by the host, for which it is meant. */
  keepsBack(file: string): boolean;
}

/** Compressed copies that a server sends in place of a file. */
export const compressed: Record<string, () => NodeJS.ReadWriteStream> = {
  '.gz': createGunzip,
  '.br': createBrotliDecompress,
};

/** A site in a folder. */
export function folderPlace(folder: string): Place {
  return {
    name: folder,
    list: () => walk(folder),
    keepsBack: () => false,
    async read(file) {
      const target = path.join(folder, file);
      return existsSync(target) ? createReadStream(target) : undefined;
    },
  };
}

/** Milliseconds that a host has for one answer. */
const timeout = 60_000;

/** Asks for a file, twice where the first question fails on the way. */
async function ask(address: string): Promise<Response> {
  const request = () => fetch(address, { signal: AbortSignal.timeout(timeout) });
  return request().catch(request);
}

/** Address of a file as readers ask for it: a page by its folder. */
function addressOf(base: string, file: string): string {
  const name = file.replace(/(^|\/)index\.html$/u, '$1');
  return new URL(name.split('/').map(encodeURIComponent).join('/'), base).href;
}

/**
 * A site on a host.
 * @param address of its front page
 */
export function hostPlace(address: string): Place {
  const base = address.endsWith('/') ? address : `${address}/`;
  return {
    name: base,
    // Files by which hosts are told what to do: they are read there and not served.
    keepsBack: (file) => /^[_.][^/]*$/u.test(file),
    async read(file) {
      const response = await ask(addressOf(base, file)).catch((cause: Error) => {
        throw new CommandError(`无法访问 ${addressOf(base, file)}：${cause.message}`, { cause });
      });
      // The page for what does not exist may be served as what it is.
      const found = response.ok || (file === '404.html' && response.status === 404);
      if (found) return response.body ?? undefined;
      await response.body?.cancel();
      if (response.status === 404 || response.status === 410 || response.status === 403) return;
      throw new CommandError(`${addressOf(base, file)} 的回应是 ${response.status}，无法核对。`);
    },
  };
}
