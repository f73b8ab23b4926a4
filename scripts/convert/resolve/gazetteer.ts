/** Names of regions, towns and streets, looked up for a year. */
import { existsIn, isZone, type Region, type Regions } from '../../../src/model/regions.ts';

/** A name as it stands in a text, and the regions it may stand for. */
export interface PlaceName {
  name: string;
  /** It bears its unit (五华区, 海西州) rather than being a bare stem (五华, 海西). */
  unit: boolean;
  readings: Region[];
}

interface Entry {
  region: Region;
  unit: boolean;
  from?: number | undefined;
  until?: number | undefined;
}

/** Names of units are no longer than this, nor those of towns. */
const longestName = 20;
const longestTown = 12;
const townUnit = /(?:镇|乡|街道|苏木)$/u;

/** Whether a name was in use when a report of a year was written: in that year, the one after, or until its own. */
const around = ({ from, until }: Entry, year: number) =>
  (from ?? year) - 1 <= year && year <= (until ?? year);

/** All names of a collection's regions, and those of towns and streets. */
export class Gazetteer {
  readonly #names = new Map<string, Entry[]>();
  readonly #towns: ReadonlyMap<string, readonly string[]>;
  readonly #regions: Regions;

  constructor(regions: Regions) {
    this.#regions = regions;
    this.#towns = regions.towns;
    for (const region of regions.all()) {
      if (isZone(region)) continue;
      for (const name of [region.name, ...region.shortNames])
        this.#add(name, {
          ...{ region, unit: name.at(-1) === region.name.at(-1) },
          ...{ from: region.formerNames.at(-1)?.until ?? region.from, until: region.until },
        });
      for (const { name, from, until } of region.formerNames) {
        const then = regions.inYear(region.code, (until ?? 0) - 1) ?? region;
        for (const each of [name, ...then.shortNames])
          this.#add(each, {
            ...{ region, unit: each.at(-1) === name.at(-1) },
            ...{ from, until },
          });
      }
    }
  }

  #add(name: string, entry: Entry): void {
    const entries = this.#names.get(name);
    if (entries) entries.push(entry);
    else this.#names.set(name, [entry]);
  }

  /** Regions of a name: those that bore it around the year; without a year all, a present one for those it followed. */
  #readings(entries: Entry[], year: number | undefined): Entry[] {
    const found = year === undefined ? entries : entries.filter((it) => around(it, year));
    // Of two that followed each other under one name, the one of that year.
    const there = (it: Entry) => existsIn(it, year ?? 9999);
    return found.filter(
      (it) =>
        there(it) || !found.some((other) => there(other) && this.#follow(it.region, other.region)),
    );
  }

  #follow(a: Region, b: Region): boolean {
    return a.code === b.code || followed(a, b);
  }

  /** A county of the list of towns, which is that of today, or those it was made of. */
  #countiesThen(code: string, year: number | undefined): Region[] {
    const region = this.#regions.regionByCode(code);
    if (!region) return [];
    if (year === undefined || (region.from ?? 0) <= year) return [region];
    const then = this.#regions.predecessorsOf(code).filter((it) => existsIn(it, year));
    return then.length > 0 ? then : [region];
  }

  /** The longest name of a region that begins at a place of the text. */
  regionAt(text: string, at: number, year: number | undefined): PlaceName | undefined {
    for (let length = Math.min(longestName, text.length - at); length >= 2; length--) {
      const name = text.slice(at, at + length);
      const entries = this.#names.get(name);
      if (!entries) continue;
      const readings = this.#readings(entries, year);
      if (readings.length === 0) continue;
      return {
        name,
        unit: readings.some(({ unit }) => unit),
        readings: [...new Set(readings.map(({ region }) => region))],
      };
    }
    return undefined;
  }

  /** The longest name of a town or street that begins at a place of the text, and the counties that have one. */
  townAt(text: string, at: number, year: number | undefined): PlaceName | undefined {
    for (let length = Math.min(longestTown, text.length - at); length >= 2; length--) {
      const name = text.slice(at, at + length);
      const codes = townUnit.test(name) ? this.#towns.get(name) : undefined;
      if (codes)
        return {
          ...{ name, unit: true },
          readings: codes.flatMap((code) => this.#countiesThen(code, year)),
        };
    }
    return undefined;
  }
}

const gazetteers = new WeakMap<Regions, Gazetteer>();
/** The gazetteer of a collection's regions, made once. */
export function gazetteerOf(regions: Regions): Gazetteer {
  let gazetteer = gazetteers.get(regions);
  if (!gazetteer) {
    gazetteer = new Gazetteer(regions);
    gazetteers.set(regions, gazetteer);
  }
  return gazetteer;
}

/** Whether one of two regions took the place of the other. */
export function followed(a: Region, b: Region): boolean {
  return a.successors.includes(b.code) || b.successors.includes(a.code);
}

/** Whether `region` lies in `ancestor`. */
export function liesIn(region: Region, ancestor: Region): boolean {
  if (region.code === ancestor.code) return false;
  const digits = ancestor.level === 'province' ? 2 : ancestor.level === 'prefecture' ? 4 : 6;
  return (
    region.parent === ancestor.code ||
    region.code.slice(0, digits) === ancestor.code.slice(0, digits)
  );
}
