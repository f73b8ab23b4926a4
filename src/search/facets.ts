/** Facets: by what a result can be narrowed, and how many sections each choice leaves. */
import { levelOfCode } from '../model/region-level.ts';
import { kindNames, levelNames } from '../model/report-filter.ts';
import type { Manifest } from './catalogue.ts';
import type { IndexedPassage, IndexedReport } from './report.ts';

/** A value of a facet: what it is called, and where it lies. */
export interface FacetValue {
  value: string;
  /** As it is shown. */
  name: string;
  /** Other names it may be asked for by. */
  aliases?: readonly string[];
  /** The value around it, where values lie within each other. */
  parent?: string;
}

interface Facet {
  /** As it is shown, and understood in a query. */
  title: string;
  /** Other words that name it in a query, beside its own name. */
  words: readonly string[];
  /** Values that a passage has; those around them included. */
  valuesOf(report: IndexedReport, passage: IndexedPassage): readonly string[];
  /** All values of a collection, in the order they are shown in. */
  list(manifest: Manifest): FacetValue[];
  /** Values that a word means as a whole, where they are named by spans. */
  span?(word: string, values: readonly string[]): string[];
}

const labelled = (labels: Manifest['themes']): FacetValue[] =>
  labels.map(({ slug, name }) => ({ value: slug, name }));

/** 2020, 2020年, 2019-2021. */
function yearsOfSpan(word: string, values: readonly string[]): string[] {
  const [, from, to = from] = /^(\d{4})年?(?:[-—–~至](\d{4})年?)?$/.exec(word) ?? [];
  return values.filter((year) => from && to && year >= from && year <= to);
}

/**
 * The one list of facets, in the order they are shown in: the query language, the address, the page and its help are
 * made from it. Its names stand in addresses.
 */
const facets = {
  region: {
    title: '地区',
    words: [],
    valuesOf: ({ regions }) => regions,
    list: ({ regions }) =>
      Object.entries(regions).map(([value, { name, aliases, parent }]) => ({
        value,
        name,
        aliases,
        ...(parent ? { parent } : {}),
      })),
  },
  level: {
    title: '层级',
    words: ['级别'],
    // Ids begin with the code of the region.
    valuesOf: ({ id }) => [levelOfCode(id.slice(0, 6))],
    list: () => Object.entries(levelNames).map(([value, name]) => ({ value, name })),
  },
  year: {
    title: '年度',
    words: ['年份'],
    valuesOf: ({ year }) => [String(year)],
    list: ({ shards }) =>
      [...new Set(shards.flatMap(({ years }) => years.map(String)))].map((value) => ({
        value,
        name: `${value}年`,
      })),
    span: yearsOfSpan,
  },
  theme: {
    title: '主题',
    words: [],
    valuesOf: (_, { themes }) => themes,
    list: ({ themes }) => labelled(themes),
  },
  part: {
    title: '部分',
    words: [],
    valuesOf: (_, { part }) => (part ? [part] : []),
    list: ({ parts }) => labelled(parts),
  },
  kind: {
    title: '机构',
    words: ['主体'],
    valuesOf: ({ kind }) => [kind],
    list: () => Object.entries(kindNames).map(([value, name]) => ({ value, name })),
  },
} satisfies Record<string, Facet>;

export type FacetName = keyof typeof facets;
export const facetNames = Object.keys(facets) as FacetName[];
const facetOf: Record<FacetName, Facet> = facets;

export const facetTitle = (facet: FacetName): string => facetOf[facet].title;

/** Words that name a facet in a query: its title first, its own name last. */
export const facetWords = (facet: FacetName): string[] => [
  facetOf[facet].title,
  ...facetOf[facet].words,
  facet,
];

/** A map: a reader may type what every object has, `constructor:`. */
const byWord = new Map(
  facetNames.flatMap((facet) => facetWords(facet).map((word) => [word, facet] as const)),
);

/** The facet that a word of a query names, in any case. */
export const facetNamed = (word: string): FacetName | undefined => byWord.get(word.toLowerCase());

/** Values by facet; none for a facet that says nothing. */
export type Choice = Partial<Record<FacetName, string[]>>;

/** What narrows a result. */
export interface Conditions {
  /** A passage has one of these values of each facet: values of one facet widen, facets narrow each other. */
  chosen: Choice;
  /** A passage has none of these. */
  excluded: Choice;
}

/**
 * Whether a passage satisfies conditions.
 * @param except A facet in which any value will do, unless it is excluded.
 */
export function satisfies(
  { chosen, excluded }: Conditions,
  report: IndexedReport,
  passage: IndexedPassage,
  except?: FacetName,
): boolean {
  const has = (facet: FacetName, values: readonly string[]) =>
    facetOf[facet].valuesOf(report, passage).some((value) => values.includes(value));
  return facetNames.every((facet) => {
    const wanted = facet === except ? [] : (chosen[facet] ?? []);
    if (wanted.length && !has(facet, wanted)) return false;
    return !has(facet, excluded[facet] ?? []);
  });
}

/** Sections by value, by facet. */
export type FacetCounts = Record<FacetName, Map<string, number>>;

/**
 * Counts, for each facet, the sections every value of it would leave, the conditions on the other facets kept.
 */
export function countFacets(
  passages: Iterable<{ report: IndexedReport; passage: IndexedPassage }>,
  conditions: Conditions,
): FacetCounts {
  const counts = Object.fromEntries(
    facetNames.map((facet) => [facet, new Map<string, number>()]),
  ) as FacetCounts;
  for (const { report, passage } of passages)
    for (const facet of facetNames)
      if (satisfies(conditions, report, passage, facet))
        for (const value of facetOf[facet].valuesOf(report, passage))
          counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1);
  return counts;
}

/** Of a facet with no more values than this all are named to a reader who asked for one that it does not have. */
const fewValues = 12;
/** Values of a similar name that are proposed at most, and the share of characters that makes a name similar. */
const mostSimilar = 3;
const similar = 0.5;

/** Share of the characters of the longer of two words that both have. */
function likeness(word: string, name: string): number {
  const rest = [...name];
  const shared = [...word].filter((character) => {
    const at = rest.indexOf(character);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  });
  return shared.length / Math.max(word.length, name.length, 1);
}

/** Names of the values of a collection, and the way from a name to values. */
export class FacetValues {
  /** Maps: a value comes from the address as well, and may be the name of what every object has. */
  readonly #values: Record<FacetName, Map<string, FacetValue>>;

  constructor(manifest: Manifest) {
    this.#values = Object.fromEntries(
      facetNames.map((facet) => [
        facet,
        new Map(facetOf[facet].list(manifest).map((each) => [each.value, each])),
      ]),
    ) as Record<FacetName, Map<string, FacetValue>>;
  }

  /** Values of a facet in the order they are shown in. */
  list(facet: FacetName): string[] {
    return [...this.#values[facet].keys()];
  }

  /** Name shown for a value. */
  name(facet: FacetName, value: string): string {
    return this.#values[facet].get(value)?.name ?? value;
  }

  /** The value around a value, undefined for outermost ones. */
  parentOf(facet: FacetName, value: string): string | undefined {
    return this.#values[facet].get(value)?.parent;
  }

  /** Names of a value and those around it, the outermost first. */
  path(facet: FacetName, value: string): string[] {
    const parent = this.parentOf(facet, value);
    return [...(parent ? this.path(facet, parent) : []), this.name(facet, value)];
  }

  /** Whether a value is another one or lies within it. */
  isWithin(facet: FacetName, value: string, outer: string): boolean {
    for (let at: string | undefined = value; at; at = this.parentOf(facet, at))
      if (at === outer) return true;
    return false;
  }

  /** Values that a word names: by value, by full or other name, by a part of a name; as a span. */
  find(facet: FacetName, word: string): string[] {
    const { span } = facetOf[facet];
    if (span) return span(word, this.list(facet));
    const values = [...this.#values[facet].values()];
    const names = ({ value, name, aliases = [] }: FacetValue) => [value, name, ...aliases];
    const exact = values.filter((each) => names(each).includes(word));
    const found =
      exact.length || word.length < 2
        ? exact
        : values.filter((each) => names(each).some((name) => name.includes(word)));
    return found.map(({ value }) => value);
  }

  /** Values whose names are like a word that names none, the most similar first; all where there are but few. */
  near(facet: FacetName, word: string): string[] {
    const values = [...this.#values[facet].values()];
    const ranked = values
      .map(({ value, name, aliases = [] }) => ({
        value,
        score: Math.max(...[name, ...aliases].map((each) => likeness(word, each))),
      }))
      .filter(({ score }) => score >= similar)
      .sort((a, b) => b.score - a.score)
      .slice(0, mostSimilar);
    if (ranked.length) return ranked.map(({ value }) => value);
    return values.length <= fewValues ? values.map(({ value }) => value) : [];
  }
}
