/** Hashes of files, by the ten thousand: read into one piece of memory, which taking new ones would cost half the time. */
import { createHash, hash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';

const scratch = Buffer.allocUnsafeSlow(1 << 20);

/** What a file holds, by its number of bytes and SHA-256. */
export interface FileHash {
  bytes: number;
  sha256: string;
}

/** @throws the error of the system when the file cannot be read */
export function hashFile(file: string, encoding: 'hex' | 'base64url' = 'base64url'): FileHash {
  const descriptor = openSync(file, 'r');
  try {
    let length = readSync(descriptor, scratch);
    if (length < scratch.length)
      return { bytes: length, sha256: hash('sha256', scratch.subarray(0, length), encoding) };
    const long = createHash('sha256');
    let bytes = 0;
    for (; length > 0; length = readSync(descriptor, scratch)) {
      long.update(scratch.subarray(0, length));
      bytes += length;
    }
    return { bytes, sha256: long.digest(encoding) };
  } finally {
    closeSync(descriptor);
  }
}
