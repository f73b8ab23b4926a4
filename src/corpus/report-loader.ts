/** Loads the converted reports into Astro's content layer. */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import type { Loader } from 'astro/loaders';
import { collection } from './site.ts';

/** The files pages are made from. */
function shownFiles(id: string): string[] {
  const { page, data, facts } = collection.generatedFiles(id);
  return [page, data, facts];
}

/** Digests of this process: the development server loads again after every edit, and reads only what was written. */
const digests = new Map<string, { stamp: string; digest: string }>();

/** Changes with anything that pages show of a report. */
function digestOf(id: string): string {
  const files = shownFiles(id);
  const sources = collection.sourceFiles(id).join('\n');
  const times = files.map((file) => statSync(file, { bigint: true }).mtimeNs);
  const stamp = [...times, sources].join(' ');
  const known = digests.get(id);
  if (known?.stamp === stamp) return known.digest;
  const hash = createHash('sha256').update(sources);
  for (const file of files) hash.update(readFileSync(file));
  const digest = hash.digest('base64url');
  digests.set(id, { stamp, digest });
  return digest;
}

export const reportLoader: Loader = {
  name: 'reports',
  async load({ store, meta, parseData }) {
    const ids = collection.convertedIds();
    const present = new Set(ids);
    for (const id of store.keys()) if (!present.has(id)) store.delete(id);
    for (const id of ids) {
      const digest = digestOf(id);
      if (store.get(id)?.digest === digest) continue;
      const data = await parseData({ id, data: collection.readFrontmatter(id) });
      store.set({ id, data, digest });
    }
    // Pages show more than reports, names of themes for one: they are out of date after every conversion.
    meta.set('conversion', collection.stamp());
  },
};
