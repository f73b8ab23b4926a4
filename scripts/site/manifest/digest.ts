/** Size and hash of bytes that come in pieces. */
import { createHash } from 'node:crypto';

export interface Digest {
  bytes: number;
  /** SHA-256, in hexadecimal. */
  sha256: string;
}

/** Reads to the end and keeps nothing. */
export async function digestOf(pieces: AsyncIterable<Uint8Array>): Promise<Digest> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const piece of pieces) {
    hash.update(piece);
    bytes += piece.length;
  }
  return { bytes, sha256: hash.digest('hex') };
}
