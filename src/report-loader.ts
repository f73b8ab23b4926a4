/**
 * Loads the metadata of converted reports into the content collection. The text stays on disk: a page that shows it
 * reads it, so that memory does not grow with the corpus.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Loader, LoaderContext } from 'astro/loaders';
import { convertedIds, generatedFiles } from './collection.ts';
import { readFrontmatter } from './model/frontmatter.ts';

/** Stores one report; one that has not changed since it was stored is left as it is. */
async function load(id: string, { store, parseData }: LoaderContext): Promise<void> {
  const filePath = generatedFiles(id).page;
  const mdx = readFileSync(filePath, 'utf8');
  const digest = createHash('sha256').update(mdx).digest('base64url');
  if (store.get(id)?.digest === digest) return;
  const data = await parseData({ id, data: readFrontmatter(mdx), filePath });
  store.set({ id, data, digest });
}

/** A loader for the generated MDX files; the development server asks it again when they have changed. */
export function reportLoader(): Loader {
  return {
    name: 'reports',
    async load(context) {
      const ids = convertedIds();
      const known = new Set(ids);
      for (const id of context.store.keys()) if (!known.has(id)) context.store.delete(id);
      // The development server names those that were converted anew.
      const changed = context.refreshContextData?.['ids'] as string[] | undefined;
      for (const id of ids)
        if (!changed || changed.includes(id) || !context.store.has(id)) await load(id, context);
    },
  };
}
