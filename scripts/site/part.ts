/**
 * Parts of a build, each of which another machine can make. What a part made lies in the cache of its collection; the
 * build that puts the site together takes it over as it takes over what the last build made, checked in the same way.
 */
import { createHash } from 'node:crypto';
import path from 'node:path';

/** One of several parts, from 1. */
export interface Part {
  number: number;
  of: number;
}

/** Reads `2/4`; `undefined` for anything else. */
export function parsePart(text: string): Part | undefined {
  const [, number, of] = /^(\d{1,3})\/(\d{1,3})$/u.exec(text)?.map(Number) ?? [];
  return number && of && number <= of ? { number, of } : undefined;
}

/** Whether something belongs to a part, by its name alone. */
export function isOfPart(name: string, { number, of }: Part): boolean {
  return createHash('sha256').update(name).digest().readUInt32BE() % of === number - 1;
}

/** Folder of a cache that holds the pages of a part. */
export const partSite = (cache: string) => path.join(cache, 'part');
