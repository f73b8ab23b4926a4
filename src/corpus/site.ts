/** The collection and the settings of the site that is being made, as the command that makes it was given them. */
import settings from 'virtual:site-settings';
import { openCollection } from '../collection/files.ts';
import { readRegions } from '../collection/regions.ts';

export { settings };

export const collection = openCollection(settings);

/**
 * Something made once from the collection, because many pages ask for it; the development server makes it again after
 * each conversion.
 */
export function once<Result>(make: () => Result): () => Result {
  let made: { result: Result; stamp: string } | undefined;
  return () => {
    const stamp = import.meta.env.DEV ? collection.stamp() : '';
    if (made?.stamp !== stamp) made = { result: make(), stamp };
    return made.result;
  };
}

/** The themes and parts of the collection. */
export const vocabulary = once(() => collection.readThemes());

/** The indicators of the collection in the order of `indicators.yaml`. */
export const indicatorDefinitions = once(() => collection.readCatalogues().indicators.definitions);

/** Names of the indicators by slug. */
export const indicatorNames = once(
  () => new Map(indicatorDefinitions().map(({ slug, name }) => [slug, name])),
);

export const regions = once(() => readRegions(collection));
