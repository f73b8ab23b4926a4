import { readCatalogues, readThemes } from './collection.ts';
import type { ThemesFile } from './model/themes.ts';

let file: ThemesFile | undefined;

/** The themes and parts of the collection; a build reads them once, the development server each time. */
export function vocabulary(): ThemesFile {
  if (!file || !import.meta.env.PROD) file = readThemes();
  return file;
}

let names: Map<string, string> | undefined;

/** Names of the indicators by slug. */
export function indicatorNames(): Map<string, string> {
  if (!names || !import.meta.env.PROD)
    names = new Map(readCatalogues().indicators.definitions.map(({ slug, name }) => [slug, name]));
  return names;
}
