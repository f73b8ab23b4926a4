/**
 * Hashes of files, by the ten thousand: read into one piece of memory, which taking new ones would cost half the time,
 * and read once in a process, however many names a file has. A build keeps this module on disk, one for pages and
 * scripts alike.
 */
import { createHash, hash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

const scratch = Buffer.allocUnsafeSlow(1 << 20);

/** What a file holds, by its number of bytes and SHA-256. */
export interface FileHash {
  bytes: number;
  sha256: string;
}

/** Hashes that were taken, by the file itself instead of its name. */
const taken = new Map<string, { modified: number; result: FileHash }>();
/** Milliseconds within which a file may be written again and show the same time. */
const settled = 1000;

function hashOpened(descriptor: number): FileHash {
  let length = readSync(descriptor, scratch);
  if (length < scratch.length)
    return { bytes: length, sha256: hash('sha256', scratch.subarray(0, length), 'base64url') };
  const long = createHash('sha256');
  let bytes = 0;
  for (; length > 0; length = readSync(descriptor, scratch)) {
    long.update(scratch.subarray(0, length));
    bytes += length;
  }
  return { bytes, sha256: long.digest('base64url') };
}

/**
 * @returns `sha256` in base64url
 * @throws the error of the system when the file cannot be read
 */
export function hashFile(file: string): FileHash {
  const descriptor = openSync(file, 'r');
  try {
    const { dev, ino, size, mtimeMs: modified } = fstatSync(descriptor);
    const key = `${dev} ${ino}`;
    const former = taken.get(key);
    if (former?.modified === modified && former.result.bytes === size) return former.result;
    const result = hashOpened(descriptor);
    if (Date.now() - modified > settled) taken.set(key, { modified, result });
    return result;
  } finally {
    closeSync(descriptor);
  }
}
