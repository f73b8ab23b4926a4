/**
 * Terms with tokens of their own in every shard, for which a query costs a fraction of the bytes. They come from the
 * vocabulary of the collection, not from what its reports hold: else a new report would change every shard. What its
 * reports hold adds phrases of its own to each shard, see `frequent.ts`.
 */
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Collection } from '../../../src/collection/files.ts';
import { fold } from '../../../src/search/fold.ts';
import { allVariants } from '../../../src/search/variants.ts';

const lexiconFile = z.strictObject({ terms: z.array(z.string().min(1)) });

async function read(collection: Collection, name: string): Promise<unknown> {
  return parse(await readFile(collection.file(name), 'utf8'));
}

/** Names of the matters that figures are about, and of cited documents. */
function catalogueTerms(collection: Collection): string[] {
  const { indicators, documents } = collection.readCatalogues();
  const matters = [...indicators.vocabulary.words].filter(([, { matter }]) => matter);
  return [...matters.map(([word]) => word), ...documents.byName.keys()];
}

/**
 * Folded, sorted, each of three units or more: a shorter one is a token already.
 * @throws when a file of the vocabulary is not of its schema.
 */
export async function frequentTerms(collection: Collection): Promise<string[]> {
  const { terms } = lexiconFile.parse(await read(collection, 'lexicon.yaml'));
  const { synonyms } = collection.readVocabulary();
  // Of the words of a theme those that settle it: readers search for them.
  const cues = collection.readThemes().themes.flatMap(({ strong }) => strong);
  const variants = await allVariants();
  const all = [...terms, ...synonyms.flat(), ...cues, ...catalogueTerms(collection)];
  const folded = all.map((term) => fold(term, variants).text);
  return [...new Set(folded)].filter((term) => term.length > 2).sort();
}
