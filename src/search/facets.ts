/** Facets: by what a result can be narrowed, and how many sections each choice leaves. */
import type { Label, Manifest, RegionName } from './catalogue.ts';
import type { IndexedPassage, IndexedReport } from './report.ts';

export const facetNames = ['region', 'year', 'theme', 'part', 'kind'] as const;
export type FacetName = (typeof facetNames)[number];

/** Chosen values; none for a facet that does not narrow. Values of one facet widen, facets narrow each other. */
export type Choice = Partial<Record<FacetName, string[]>>;

/** Values of a facet that a passage has. A region has those of all levels above it. */
export function valuesOf(
  facet: FacetName,
  report: IndexedReport,
  passage: IndexedPassage,
): readonly string[] {
  switch (facet) {
    case 'region':
      return report.regions;
    case 'year':
      return [String(report.year)];
    case 'theme':
      return passage.themes;
    case 'part':
      return passage.part ? [passage.part] : [];
    case 'kind':
      return [report.kind];
  }
}

/** Whether a passage has one of the chosen values of each facet. */
export function satisfies(
  choice: Choice,
  report: IndexedReport,
  passage: IndexedPassage,
  except?: FacetName,
): boolean {
  return facetNames.every((facet) => {
    const chosen = choice[facet];
    if (!chosen?.length || facet === except) return true;
    return valuesOf(facet, report, passage).some((value) => chosen.includes(value));
  });
}

/** Sections by value, by facet. */
export type FacetCounts = Record<FacetName, Map<string, number>>;

/**
 * Counts, for each facet, the sections every value of it would leave, the choice in the other facets kept.
 */
export function countFacets(
  passages: Iterable<{ report: IndexedReport; passage: IndexedPassage }>,
  choice: Choice,
): FacetCounts {
  const counts = Object.fromEntries(
    facetNames.map((facet) => [facet, new Map<string, number>()]),
  ) as FacetCounts;
  for (const { report, passage } of passages)
    for (const facet of facetNames)
      if (satisfies(choice, report, passage, facet))
        for (const value of valuesOf(facet, report, passage))
          counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1);
  return counts;
}

/** Names of the values of a collection, and the way from a name to values. */
export class FacetValues {
  readonly #manifest: Manifest;

  constructor(manifest: Manifest) {
    this.#manifest = manifest;
  }

  /** Values of a facet in the order they are shown in. */
  list(facet: FacetName): string[] {
    const { regions, shards, themes, parts, kinds } = this.#manifest;
    const slugs = (labels: Label[]) => labels.map(({ slug }) => slug);
    switch (facet) {
      case 'region':
        return Object.keys(regions);
      case 'year':
        return [...new Set(shards.flatMap(({ years }) => years.map(String)))];
      case 'theme':
        return slugs(themes);
      case 'part':
        return slugs(parts);
      case 'kind':
        return slugs(kinds);
    }
  }

  /** Name shown for a value. */
  name(facet: FacetName, value: string): string {
    const { themes, parts, kinds } = this.#manifest;
    const named = (labels: Label[]) => labels.find(({ slug }) => slug === value)?.name ?? value;
    switch (facet) {
      case 'region':
        return this.#region(value)?.name ?? value;
      case 'year':
        return `${value}年`;
      case 'theme':
        return named(themes);
      case 'part':
        return named(parts);
      case 'kind':
        return named(kinds);
    }
  }

  /** A code comes from the address as well, and may be the name of what every object has. */
  #region(code: string): RegionName | undefined {
    const { regions } = this.#manifest;
    return Object.hasOwn(regions, code) ? regions[code] : undefined;
  }

  /** Names of a region and those above it, from the province down. */
  regionPath(code: string): string[] {
    const region = this.#region(code);
    if (!region) return [code];
    return [...(region.parent ? this.regionPath(region.parent) : []), region.name];
  }

  /** Code of the region above, undefined for provinces. */
  parentOf(code: string): string | undefined {
    return this.#region(code)?.parent;
  }

  /** Whether a region is another one or lies within it. */
  isWithin(code: string, outer: string): boolean {
    for (let at: string | undefined = code; at; at = this.parentOf(at))
      if (at === outer) return true;
    return false;
  }

  /** Values that a word names: by code or slug, by full or short name, by the beginning of a name; a span of years. */
  find(facet: FacetName, word: string): string[] {
    const values = this.list(facet);
    if (facet === 'year') {
      const [, from, to = from] = /^(\d{4})年?(?:[-—–~至](\d{4})年?)?$/.exec(word) ?? [];
      return values.filter((year) => from && to && year >= from && year <= to);
    }
    const names = (value: string) => [
      value,
      this.name(facet, value),
      ...(facet === 'region' ? (this.#region(value)?.aliases ?? []) : []),
    ];
    const exact = values.filter((value) => names(value).includes(word));
    if (exact.length || word.length < 2) return exact;
    return values.filter((value) => names(value).some((name) => name.includes(word)));
  }
}
