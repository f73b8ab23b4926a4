/** Which reports of a region and the regions below it are there, and which are missing. */

import { existsIn, isZone } from '../model/regions.ts';
import { bodyOf } from './bodies.ts';
import type { Place } from './places.ts';
import { allReports, type Report } from './reports.ts';
import { once, regions } from './site.ts';

/** The reports of one region's government by year. */
export interface CoverageRow {
  code: string;
  name: string;
  /** The region has a page of its own. */
  known: boolean;
  /** For every year asked for: its report; `missing`, or `absent` where the region was not there at its end. */
  reports: (Report | 'missing' | 'absent')[];
  /** Number of reports of regions below it. */
  below: number;
}

/** Years from the first to the last of the corpus. */
export const corpusYears = once((): number[] => {
  const years = allReports().map(({ data }) => data.year);
  const first = years.reduce((least, year) => Math.min(least, year));
  const last = years.reduce((most, year) => Math.max(most, year));
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
});

/**
 * A region itself and everything directly below it: the units that were there in one of the years, and whatever left
 * reports, zones among them.
 */
export function coverage(place: Place, years: number[]): CoverageRow[] {
  const places = new Map(place.children.map((child) => [child.code, child]));
  const below = regions()
    .childrenOf(place.code)
    .filter(
      (region) =>
        places.has(region.code) ||
        (!isZone(region) && years.some((year) => existsIn(region, year))),
    );
  const names = new Map(below.map(({ code, name }) => [code, name]));
  for (const { code, name } of place.children) if (!names.has(code)) names.set(code, name);
  const row = (
    code: string,
    name: string,
    own: Report[],
    known: boolean,
    all = 0,
  ): CoverageRow => ({
    code,
    name,
    known,
    below: Math.max(0, all - own.length),
    reports: years.map((year) => {
      const found = own.find((report) => report.data.year === year && bodyOf(report) === code);
      const region = regions().regionByCode(code);
      return found ?? (region && !existsIn(region, year) ? 'absent' : 'missing');
    }),
  });
  return [
    row(place.code, `${place.name}本级`, place.own, true),
    ...[...names].map(([code, name]) => {
      const child = places.get(code);
      return row(code, name, child?.own ?? [], child !== undefined, child?.all.length);
    }),
  ];
}
