/** Loads the regions of the collection: for scripts and for the site at build time, never for the browser. */
import { readFileSync } from 'node:fs';
import { parseDivisions, parseRegions, parseTowns, Regions } from '../model/regions.ts';
import type { Collection } from './files.ts';

/**
 * Reads `divisions.txt` and `regions.yaml` anew, `towns.txt` when a town is looked up.
 * @throws when one is not of its schema or contradicts itself.
 */
export function readRegions(collection: Collection): Regions {
  const read = (name: string) => readFileSync(collection.file(name), 'utf8');
  return new Regions(
    parseDivisions(read('divisions.txt')),
    parseRegions(read('regions.yaml')),
    () => parseTowns(read('towns.txt')),
  );
}
