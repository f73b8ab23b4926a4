/**
 * Files of the site that are taken only when they are the ones the index was made with. A login page, a page for what
 * does not exist, a file cut short or one of another build may be answered as if all were well; none of them becomes
 * an answer of the search.
 */
import { sha1 } from './sha1.ts';

/** Digits of the hashes that the index names its files by; that of a text is shorter, because each report has one. */
export const hashLength = 12;
export const textHashLength = 8;

/** What a file holds as the index writes it down. */
export const hashOf = (bytes: Uint8Array, length = hashLength) =>
  Array.from(sha1(bytes), (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .slice(0, length);

/** The same as Pagefind writes it into names: bytes below 16 have one digit. */
const hashNamed = (bytes: Uint8Array) =>
  Array.from(sha1(bytes), (byte) => byte.toString(16)).join('');

/** Judges what was fetched. @returns the bytes as they are to be used; undefined when they are not the right ones. */
export type Judge = (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array | undefined>;

/** Accepts the bytes that have a hash. */
export const bearing =
  (hash: string): Judge =>
  async (bytes) =>
    hashOf(bytes, hash.length) === hash ? bytes : undefined;

/** What stands before the content of a file that Pagefind packed. */
const signature = new TextEncoder().encode('pagefind_dcd');

const beginsWith = (bytes: Uint8Array, start: Uint8Array) =>
  start.every((byte, at) => bytes[at] === byte);

async function unpack(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  // A server may have unpacked it on its way.
  if (beginsWith(bytes, signature)) return bytes;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Names that Pagefind makes from what a file holds: `und_1bae27a.pf_index`. */
const namedByContent = /_([0-9a-f]{7,40})\.pf_(?:index|meta)$/;

/** The hash in the name of a packed file, undefined for other files. */
export const hashInName = (name: string) => namedByContent.exec(name)?.[1];

/** Accepts a packed file whose content has the hash that its name tells; gives it unpacked. */
export function packedAs(hash: string): Judge {
  return async (bytes) => {
    const unpacked = await unpack(bytes);
    if (!beginsWith(unpacked, signature)) return undefined;
    const content = unpacked.subarray(signature.length);
    return hashNamed(content).startsWith(hash) ? unpacked : undefined;
  };
}

/** Milliseconds without a byte of any file after which what is still awaited is given up. */
const timeout = 30_000;
/** Pieces of files that have come so far: while there are new ones, a slow connection is not a dead one. */
let heard = 0;

/** @throws when the file cannot be fetched whole. */
async function read(address: string, cache: RequestCache): Promise<Uint8Array<ArrayBuffer>> {
  const stop = new AbortController();
  let before = heard;
  const timer = setInterval(() => {
    if (heard === before) stop.abort(new Error(`no answer from ${address}`));
    before = heard;
  }, timeout);
  try {
    const response = await fetch(address, { cache, signal: stop.signal });
    if (!response.ok || !response.body) throw new Error(`${response.status} ${address}`);
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    const reader = response.body.getReader();
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      heard++;
      pieces.push(piece.value);
    }
    return new Uint8Array(await new Blob(pieces).arrayBuffer());
  } finally {
    clearInterval(timer);
  }
}

/**
 * Fetches a file, past every cache when what came first was not the right one.
 * @param first How caches are used at first.
 * @throws when the right one cannot be had.
 */
export async function fetchGenuine(
  address: string,
  judge: Judge,
  first: RequestCache = 'default',
): Promise<Uint8Array> {
  let cause: unknown;
  for (const cache of [first, 'reload'] as const)
    try {
      const genuine = await judge(await read(address, cache));
      if (genuine) return genuine;
      cause = new Error('not what the index was made with');
    } catch (error) {
      cause = error;
    }
  throw new Error(`${address} cannot be had`, { cause });
}

/** Files of a bundle that are read by their names, each with its hash. */
export type FileHashes = Record<string, string>;

/** A folder of the index. */
export class GenuineFolder {
  readonly #address: string;
  readonly #hashes: FileHashes;
  readonly #kept = new Map<string, Promise<Uint8Array>>();

  /** @param address with a slash at its end */
  constructor(address: string, hashes: FileHashes) {
    this.#address = address;
    this.#hashes = hashes;
  }

  /** Hash of a file that is known by its name. @throws for a file that is none of this folder. */
  hash(name: string): string {
    const hash = Object.hasOwn(this.#hashes, name) ? this.#hashes[name] : undefined;
    if (hash === undefined) throw new Error(`no ${name} in ${this.#address}`);
    return hash;
  }

  /** A file of the folder. What is read by its name is kept; the rest Pagefind keeps. @throws when it cannot be had. */
  async read(name: string): Promise<Uint8Array> {
    const named = hashInName(name);
    if (named && name.includes('/')) return fetchGenuine(this.#address + name, packedAs(named));
    const judge = named ? packedAs(named) : bearing(this.hash(name));
    const reading = this.#kept.get(name) ?? fetchGenuine(this.#address + name, judge);
    this.#kept.set(name, reading);
    reading.catch(() => this.#kept.delete(name));
    return reading;
  }

  /** The same as JSON. */
  async readJson<Value>(name: string): Promise<Value> {
    return JSON.parse(new TextDecoder().decode(await this.read(name)));
  }

  /** Fetches all files that are read by their names, but for some. @throws when one cannot be had. */
  async readAll(except: readonly string[] = []): Promise<void> {
    const names = Object.keys(this.#hashes).filter((name) => !except.includes(name));
    await Promise.all(names.map((name) => this.read(name)));
  }
}
