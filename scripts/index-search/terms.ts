/**
 * Terms with tokens of their own, for which a query costs a fraction of the bytes. They come from the lexicon
 * of the collection alone, not from what its reports hold: else a new report would change every shard.
 */
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import { collectionFile, readThemes } from '../../src/collection.ts';
import { fold } from '../../src/search/fold.ts';
import { allVariants } from '../../src/search/variants.ts';

const lexiconFile = z.strictObject({ terms: z.array(z.string().min(1)) });
const synonymsFile = z.strictObject({ groups: z.array(z.array(z.string().min(1)).min(2)) });

async function read(name: string): Promise<unknown> {
  return parse(await readFile(collectionFile(name), 'utf8'));
}

/** Groups of expressions that mean the same. @throws when `synonyms.yaml` is not of its schema. */
export async function readSynonyms(): Promise<string[][]> {
  return synonymsFile.parse(await read('synonyms.yaml')).groups;
}

/**
 * Folded, sorted, each of three units or more: a shorter one is a token already.
 * @throws when `lexicon.yaml`, `synonyms.yaml` or `themes.yaml` is not of its schema.
 */
export async function frequentTerms(): Promise<string[]> {
  const { terms } = lexiconFile.parse(await read('lexicon.yaml'));
  const synonyms = await readSynonyms();
  const cues = readThemes().themes.flatMap(({ strong, cues }) => [...strong, ...cues]);
  const variants = await allVariants();
  const folded = [...terms, ...synonyms.flat(), ...cues].map((term) => fold(term, variants).text);
  return [...new Set(folded)].filter((term) => term.length > 2).sort();
}
