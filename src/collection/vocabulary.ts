import { readCatalogues, readThemes } from './files.ts';
import { fixed } from './reads.ts';

/** The themes and parts of the collection; a build reads them once, the development server each time. */
export const vocabulary = fixed(readThemes);

/** Names of the indicators by slug. */
export const indicatorNames = fixed(
  () => new Map(readCatalogues().indicators.definitions.map(({ slug, name }) => [slug, name])),
);
