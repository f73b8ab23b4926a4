/** The region a person names: by code, or by a name that is its alone. */
import type { Region, Regions } from '../../../src/model/regions.ts';

/** The region; the full names of several that bear the name; undefined for none. */
export function findRegion(
  text: string,
  regions: Regions,
): Region | { several: string[] } | undefined {
  if (/^\d{6}$/u.test(text)) return regions.regionByCode(text);
  const present = regions.all().filter(({ until }) => until === undefined);
  const named = (matches: (region: Region) => boolean) => present.filter(matches);
  const found = [
    named(({ path }) => path.join('') === text),
    named(
      ({ path }) =>
        path.join('').endsWith(text) &&
        path.at(-1) !== undefined &&
        text.endsWith(path.at(-1) as string),
    ),
    named(({ shortNames }) => shortNames.includes(text)),
  ].find((list) => list.length > 0);
  if (!found) return undefined;
  return found.length === 1
    ? (found[0] as Region)
    : { several: found.slice(0, 10).map(({ path, code }) => `${path.join('')} ${code}`) };
}
