/**
 * Names and hierarchy of China's administrative regions. The names of GB/T 2260 come from
 * `content/divisions.txt`, what it lacks from `content/regions.yaml`; this module joins both and knows no files.
 */
import { parse } from 'yaml';
import { z } from 'zod';
import { levelOfCode, type RegionLevel } from './region-level.ts';
import { shortNames } from './region-names.ts';

/** First year whose units and names are known; what was abolished before is left out. */
export const earliestYear = 2000;

/** A name in the years at whose end it was in use: `from` included, `until` not; absent where open. */
export interface NameInTime {
  name: string;
  from?: number | undefined;
  until?: number | undefined;
}

export interface Region {
  /** GB/T 2260 code, six digits. */
  code: string;
  /** Full official name of the region itself; of a former one its last. */
  name: string;
  /** Other names it goes by, longest first: 海西州, 海西. A short name may belong to several regions. */
  shortNames: string[];
  level: RegionLevel;
  /** Code of the region it belongs to; absent for provinces. */
  parent?: string;
  /** Full names from the province down to the region itself. */
  path: string[];
  /** First year at whose end it was there; absent where it is older than what is known. */
  from?: number;
  /** Year in which the unit was abolished; absent for present ones. */
  until?: number;
  /** Codes of the regions that took its place. */
  successors: string[];
  /** Names it bore before under the same code, oldest first. */
  formerNames: NameInTime[];
}

/** Whether a unit or name was there at the end of a year. */
export function existsIn({ from, until }: Omit<NameInTime, 'name'>, year: number): boolean {
  return (from ?? year) <= year && year < (until ?? Number.POSITIVE_INFINITY);
}

/** Whether a region is a development zone, which counts as a county in statistics only. */
export const isZone = ({ code }: Pick<Region, 'code'>): boolean => code[4] === '7';

const code = z
  .union([z.string(), z.number().int().transform(String)])
  .pipe(z.string().regex(/^[1-9]\d{5}$/, '区划代码应为六位数字'));

const regionEntry = z.strictObject({
  code,
  name: z.string().min(2),
  parent: code.optional(),
  from: z.number().int().min(1980).max(2100).optional(),
  until: z.number().int().min(1980).max(2100).optional(),
  successor: code.optional(),
  aliases: z.array(z.string().min(2)).default([]),
});

const regionsFile = z.strictObject({
  /** Units that `divisions.txt` does not hold. */
  regions: z.array(regionEntry).default([]),
  /** Further short names of units that it does hold. */
  aliases: z.record(z.string(), z.array(z.string().min(2))).default({}),
});
export type RegionsFile = z.infer<typeof regionsFile>;

/**
 * Reads the text of a `regions.yaml`.
 * @throws {Error} when it is not valid YAML or not of the schema.
 */
export function parseRegions(text: string): RegionsFile {
  const { data, error } = regionsFile.safeParse(parse(text) ?? {});
  if (error) throw new Error(`regions.yaml:\n${z.prettifyError(error)}`, { cause: error });
  return data;
}

/** A unit under one of its names. */
export interface DivisionRow extends NameInTime {
  code: string;
  successors: string[];
}

/**
 * Reads the text of a `divisions.txt`: `code name from-until successors`, the last two where there are any.
 * @throws {Error} at a line of another form.
 */
export function parseDivisions(text: string): DivisionRow[] {
  return text.split('\n').flatMap((line) => {
    if (line === '' || line.startsWith('#')) return [];
    const match =
      /^(?<code>[1-9]\d{5}) (?<name>\S+)(?: (?<from>\d{4})?-(?<until>\d{4})?)?(?: (?<to>[\d,]+))?$/u.exec(
        line,
      );
    if (!match?.groups) throw new Error(`divisions.txt：${line}`);
    const { code = '', name = '', from, until, to } = match.groups;
    return {
      code,
      name,
      ...(from && { from: Number(from) }),
      ...(until && { until: Number(until) }),
      successors: to?.split(',') ?? [],
    };
  });
}

/**
 * Reads the text of a `towns.txt`: a line for each county, its code and by their kind the names of its towns without it,
 * `110108 镇:温泉,苏家坨 街道:万寿路,永定路`.
 * @returns codes of the counties that have a town, by its full name
 */
export function parseTowns(text: string): Map<string, string[]> {
  const counties = new Map<string, string[]>();
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const [code = '', ...kinds] = line.split(' ');
    for (const kind of kinds) {
      const [unit, stems = ''] = kind.split(':');
      for (const stem of stems.split(',')) {
        const codes = counties.get(stem + unit);
        if (codes) codes.push(code);
        else counties.set(stem + unit, [code]);
      }
    }
  }
  return counties;
}

/** All regions, looked up by code. */
export class Regions {
  readonly #byCode = new Map<string, Region>();
  readonly #children = new Map<string, Region[]>();
  readonly #readTowns: () => Map<string, string[]>;
  #towns: Map<string, string[]> | undefined;
  readonly #predecessors = new Map<string, Region[]>();

  /**
   * @throws {Error} when `regions.yaml` repeats a code, or names a parent or successor or an alias's
   *   region that does not exist.
   */
  constructor(
    divisions: DivisionRow[],
    file: RegionsFile = { regions: [], aliases: {} },
    readTowns: () => Map<string, string[]> = () => new Map(),
  ) {
    this.#readTowns = readTowns;
    // Parents before children: 530000, 530100, 530102.
    const byCode = Map.groupBy(divisions, ({ code }) => code);
    for (const [, rows] of [...byCode].sort(([a], [b]) => (a < b ? -1 : 1))) this.#add(rows);
    for (const entry of file.regions) this.#addFromFile(entry);
    this.#check(file);
    for (const region of this.#byCode.values())
      for (const code of region.successors)
        this.#predecessors.set(code, [...(this.#predecessors.get(code) ?? []), region]);
  }

  /** The region of a code, undefined when there is none. */
  regionByCode(code: string): Region | undefined {
    return this.#byCode.get(code);
  }

  /** A region as it was called in a year, and those above it; by its first or last name outside its time. */
  inYear(code: string, year: number): Region | undefined {
    const region = this.#byCode.get(code);
    if (!region) return undefined;
    const former = region.formerNames.find(({ until }) => year < (until ?? 0));
    const name = former?.name ?? region.name;
    const path = [...(this.inYear(region.parent ?? '', year)?.path ?? []), name];
    return { ...region, name, path, ...(former && { shortNames: shortNames(name) }) };
  }

  /** Former regions whose place a region took, by code. */
  predecessorsOf(code: string): Region[] {
    return this.#predecessors.get(code) ?? [];
  }

  /** Codes of the counties that have a town or street, by its full name; read when first asked for. */
  get towns(): ReadonlyMap<string, readonly string[]> {
    this.#towns ??= this.#readTowns();
    return this.#towns;
  }

  /** The region that a region belongs to, undefined for provinces and unknown codes. */
  parentOf(code: string): Region | undefined {
    return this.#byCode.get(this.#byCode.get(code)?.parent ?? '');
  }

  /** Prefectures of a province, or counties of a prefecture or province; by code, former ones included. */
  childrenOf(code: string): Region[] {
    return [...(this.#children.get(code) ?? [])].sort((a, b) => (a.code < b.code ? -1 : 1));
  }

  /** The 34 provinces, by code. */
  provinces(): Region[] {
    return this.childrenOf('');
  }

  /** Every region, former ones included, parents before children. */
  all(): Region[] {
    return [...this.#byCode.values()];
  }

  /** @param rows the names of a unit, each with its time */
  #add(
    rows: (Omit<DivisionRow, 'successors'> & {
      parent?: string | undefined;
      successors?: string[];
    })[],
  ) {
    const names = rows.toSorted((a, b) => (a.from ?? 0) - (b.from ?? 0));
    const [first, last] = [names[0], names.at(-1)] as [(typeof names)[0], (typeof names)[0]];
    const { code, name } = last;
    const province = `${code.slice(0, 2)}0000`;
    const prefecture = `${code.slice(0, 4)}00`;
    const level = levelOfCode(code);
    const parent =
      level === 'province'
        ? undefined
        : (this.#byCode.get(last.parent ?? (level === 'county' ? prefecture : province)) ??
          this.#byCode.get(province));
    const region: Region = {
      code,
      name,
      shortNames: shortNames(name),
      level,
      ...(parent && { parent: parent.code }),
      path: [...(parent?.path ?? []), name],
      ...(first.from && { from: first.from }),
      ...(last.until && { until: last.until }),
      successors: last.successors ?? [],
      formerNames: names.slice(0, -1),
    };
    this.#byCode.set(code, region);
    const siblings = this.#children.get(parent?.code ?? '') ?? [];
    this.#children.set(parent?.code ?? '', [...siblings, region]);
    return region;
  }

  #addFromFile({ successor, aliases, ...entry }: RegionsFile['regions'][number]): void {
    if (this.#byCode.has(entry.code)) throw new Error(`regions.yaml:代码 ${entry.code} 重复`);
    if (entry.parent && !this.#byCode.has(entry.parent))
      throw new Error(`regions.yaml:${entry.name}的上级 ${entry.parent} 不存在`);
    const region = this.#add([entry]);
    region.shortNames.push(...aliases);
    if (successor) region.successors.push(successor);
  }

  #check(file: RegionsFile): void {
    for (const { name, successor } of file.regions)
      if (successor && !this.#byCode.has(successor))
        throw new Error(`regions.yaml:${name}的后继 ${successor} 不存在`);
    for (const [code, names] of Object.entries(file.aliases)) {
      const region = this.#byCode.get(code);
      if (!region) throw new Error(`regions.yaml:别名所指的代码 ${code} 不存在`);
      region.shortNames.push(...names);
    }
  }
}
