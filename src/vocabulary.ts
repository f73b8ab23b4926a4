import { readThemes } from './collection.ts';
import type { ThemesFile } from './model/themes.ts';

let file: ThemesFile | undefined;

/** The themes and parts of the collection; a build reads them once, the development server each time. */
export function vocabulary(): ThemesFile {
  if (!file || !import.meta.env.PROD) file = readThemes();
  return file;
}
