/** What tells a file of the index from anything else. */
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bearing, hashOf, packedAs } from '../../src/search/genuine.ts';
import { parseManifest, printManifest } from '../../src/search/manifest-file.ts';
import { sha1 } from '../../src/search/sha1.ts';

const bytes = (text: string) => new Uint8Array(Buffer.from(text));
const official = (data: Uint8Array) => new Uint8Array(createHash('sha1').update(data).digest());

/** Bytes below 16 have one digit. */
const pagefindName = (digest: Uint8Array) =>
  Array.from(digest, (byte) => byte.toString(16))
    .join('')
    .slice(0, 7);

describe('a hash', () => {
  test('is SHA-1, for every length around the ends of blocks', () => {
    for (let length = 0; length < 200; length++) {
      const data = Uint8Array.from({ length }, (_, at) => (at * 31 + length) & 255);
      expect(sha1(data)).toEqual(official(data));
    }
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (data) => {
        expect(sha1(data)).toEqual(official(data));
      }),
    );
  });
});

describe('a file', () => {
  const content = bytes('pagefind_dcd法治');
  const name = pagefindName(official(content.subarray(12)));
  const packed = new Uint8Array(gzipSync(content));

  test('packed by Pagefind is taken packed and unpacked, by the hash of its content', async () => {
    expect(await packedAs(name)(packed)).toEqual(content);
    expect(await packedAs(name)(content)).toEqual(content);
  });

  test('is not taken when it is another one, a page, or cut short', async () => {
    const judge = packedAs(name);
    expect(await judge(bytes('pagefind_dcd法制'))).toBeUndefined();
    expect(await judge(new Uint8Array(gzipSync('法治')))).toBeUndefined();
    await expect(judge(bytes('<!doctype html>'))).rejects.toThrow();
    for (const end of [0, 5, packed.length - 1])
      await expect(judge(packed.slice(0, end))).rejects.toThrow();
    expect(await bearing(hashOf(content))(content)).toBe(content);
    expect(await bearing(hashOf(content))(content.slice(1))).toBeUndefined();
  });
});

test('a manifest is read as it was written, and no other way', () => {
  const manifest = { shards: [], terms: ['法治'] } as unknown as Parameters<
    typeof printManifest
  >[0];
  const text = printManifest(manifest);
  expect(parseManifest(text)).toMatchObject(manifest);
  expect(JSON.parse(text)).toEqual(parseManifest(text));
  for (let at = 0; at < text.length; at++) {
    expect(parseManifest(text.slice(0, at))).toBeUndefined();
    expect(parseManifest(`${text.slice(0, at)}人${text.slice(at + 1)}`)).toBeUndefined();
  }
});
