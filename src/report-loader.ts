/**
 * Loads into the content collection which reports there are, and when each was converted: by this Astro knows which
 * pages of the development server are out of date. Their metadata stay on disk, because Astro would make one module of
 * all of them.
 */
import { statSync } from 'node:fs';
import type { Loader } from 'astro/loaders';
import { convertedIds, generatedFiles } from './collection.ts';

/** A loader for the generated MDX files; the development server asks it again when they have changed. */
export function reportLoader(): Loader {
  return {
    name: 'reports',
    async load({ store }) {
      const ids = convertedIds();
      const known = new Set(ids);
      for (const id of store.keys()) if (!known.has(id)) store.delete(id);
      for (const id of ids) {
        const { mtimeMs } = statSync(generatedFiles(id).page);
        store.set({ id, data: {}, digest: String(mtimeMs) });
      }
    },
  };
}
