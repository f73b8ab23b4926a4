/** `pagefind/search.json`: the manifest, with a hash of itself in its first line. */
import type { Manifest } from './catalogue.ts';
import { fetchGenuine, hashOf } from './genuine.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** The file that {@link parseManifest} reads. */
export function printManifest(manifest: Omit<Manifest, 'hash'>): string {
  const rest = `${JSON.stringify(manifest).slice(1)}\n`;
  return `{"hash":"${hashOf(bytesOf(rest))}",\n${rest}`;
}

/** The manifest; undefined when the text is not one, or not as it was written. */
export function parseManifest(text: string): Manifest | undefined {
  const [head, hash] = /^\{"hash":"([0-9a-f]+)",\n/.exec(text) ?? [];
  if (!head || hashOf(bytesOf(text.slice(head.length))) !== hash) return undefined;
  return JSON.parse(text);
}

/**
 * Fetches the manifest as the site has it now: it names the shards, and one out of date would name some that are gone.
 * @param base address of the folder `pagefind/`
 * @throws when it cannot be had
 */
export async function fetchManifest(base: string): Promise<Manifest> {
  const parse = (bytes: Uint8Array) => parseManifest(new TextDecoder().decode(bytes));
  const judge = async (bytes: Uint8Array) => (parse(bytes) ? bytes : undefined);
  return parse(await fetchGenuine(`${base}search.json`, judge, 'no-cache')) as Manifest;
}
