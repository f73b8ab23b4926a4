/**
 * The query language: what a reader types, understood.
 *
 *     词 词            all of them, in one section
 *     "…" “…”          a literal that may hold blanks or begin with a sign of this language
 *     -词              not
 *     =94%             as a whole number: not within 994% or 94.5%
 *     地区:浙江         a filter by the title or the name of a facet, region:浙江; -地区:浙江 excludes
 *
 * A quotation mark opens a literal only at the beginning of a word, and closes it only at the end of one, so that text
 * copied from a report, “三统一”制度, is taken as it stands. One that is not closed holds up to the end of the query. A
 * query of exclusions only excludes nothing and is taken literally. A filter whose value is unknown stays a filter.
 */
import {
  type Choice,
  type Conditions,
  type FacetName,
  type FacetValues,
  facetNamed,
} from './facets.ts';
import { fold } from './fold.ts';
import type { Variants } from './variants.ts';

export interface Term {
  /** What was typed, with its signs. */
  source: string;
  /** The literal as typed. */
  literal: string;
  /** The literal as it is looked up, never empty. */
  folded: string;
  exclude: boolean;
  /** Digits at its ends must be ends of the number. */
  whole: boolean;
}

export interface TypedFilter {
  /** What was typed. */
  source: string;
  facet: FacetName;
  /** What was typed for the value, without quotation marks. */
  word: string;
  /** Values of the collection that the word names; none when it names none. */
  values: string[];
  exclude: boolean;
}

export interface Query {
  terms: Term[];
  filters: TypedFilter[];
}

/** Finds the values of a facet that a typed word names; none when the collection has no such value. */
export type ResolveFilter = (facet: FacetName, word: string) => string[];

const closing: Record<string, string> = { '"': '"', '＂': '＂', '“': '”', '„': '“', '「': '」' };
const exclusion = /^[-－]/;
const signs = /^[-=－＝]/;

/** Longest literal that is looked up; a longer one is cut, also as it is shown. */
export const longestLiteral = 400;

/** Where the word ends that stands at the beginning of a text. */
function endOfWord(text: string): number {
  const blank = text.search(/\s/);
  const plain = blank < 0 ? text.length : blank;
  const sign = signs.test(text) ? 1 : 0;
  const close = closing[text[sign] ?? ''];
  if (!close || sign + 1 === text.length) return plain;
  for (let at = text.indexOf(close, sign + 2); at >= 0; at = text.indexOf(close, at + 1))
    if (/^(\s|$)/.test(text.slice(at + 1))) return at + 1;
  // “三统一”制度 closes within its word; “行政 复议 does not.
  return text.slice(sign + 1, plain).includes(close) ? plain : text.length;
}

/** Cuts a query at blanks outside of quotation marks. */
export function wordsOf(query: string): string[] {
  const words: string[] = [];
  for (let rest = query.trim(); rest; ) {
    const end = endOfWord(rest);
    words.push(rest.slice(0, end));
    rest = rest.slice(end).trimStart();
  }
  return words;
}

/** What stands between the quotation marks of a quoted word, or behind one that is not closed; undefined for any other. */
function quoted(word: string): string | undefined {
  const close = closing[word[0] ?? ''];
  if (!close || word.length < 2) return undefined;
  if (word.length > 2 && word.endsWith(close)) return word.slice(1, -1);
  return /^\S*/.exec(word.slice(1))?.[0].includes(close) ? undefined : word.slice(1);
}

function termOf(source: string, variants: Variants, signed: boolean): Term | undefined {
  const sign = signed && source.length > 1 ? signs.exec(source)?.[0] : undefined;
  const word = sign ? source.slice(1) : source;
  const typed = quoted(word) ?? word;
  const { text, at } = fold(typed, variants);
  if (!text) return undefined;
  const folded = text.slice(0, longestLiteral);
  const literal = typed.slice(0, at[folded.length]);
  const exclude = sign !== undefined && exclusion.test(sign);
  const whole = sign !== undefined && !exclude && /^\d|\d$/.test(folded);
  return { source, literal, folded, exclude, whole };
}

function filterOf(source: string, resolve: ResolveFilter): TypedFilter | undefined {
  const exclude = exclusion.test(source);
  const [, key = '', value = ''] =
    /^([a-z]+|\p{Script=Han}+)[:：](.+)$/isu.exec(exclude ? source.slice(1) : source) ?? [];
  const facet = facetNamed(key);
  if (!facet) return undefined;
  const word = quoted(value) ?? value;
  return { source, facet, word, values: resolve(facet, word), exclude };
}

/** Understands a query. Any text is a query; an empty one has no terms. */
export function parseQuery(query: string, variants: Variants, resolve: ResolveFilter): Query {
  const filters: TypedFilter[] = [];
  const others: string[] = [];
  for (const word of wordsOf(query)) {
    const filter = filterOf(word, resolve);
    if (filter) filters.push(filter);
    else others.push(word);
  }
  const read = (signed: boolean) => others.flatMap((word) => termOf(word, variants, signed) ?? []);
  let terms = read(true);
  if (terms.length && terms.every(({ exclude }) => exclude)) terms = read(false);
  return { terms, filters };
}

/** A query with one of its words replaced, or without it. */
export function replaceWord(query: string, source: string, replacement?: string): string {
  const words = wordsOf(query);
  const at = words.indexOf(source);
  if (at >= 0) words.splice(at, 1, ...(replacement ? [replacement] : []));
  return words.join(' ');
}

/** A literal as a word of a query that means it: in quotation marks where it needs some. */
export function wordFor(literal: string): string {
  const isPlain =
    wordsOf(`${literal} 。`)[0] === literal &&
    quoted(literal) === undefined &&
    !signs.test(literal) &&
    !filterOf(literal, () => []);
  return isPlain ? literal : `"${literal}"`;
}

/** The conditions of a query: chosen facets with the filters typed. A value that is unknown is found nowhere. */
export function conditionsOf({ filters }: Query, chosen: Choice): Conditions {
  const gather = (initial: Choice, exclude: boolean): Choice => {
    const choice = { ...initial };
    for (const { facet, word, values, exclude: excludes } of filters)
      if (excludes === exclude)
        choice[facet] = [
          ...new Set([...(choice[facet] ?? []), ...(values.length ? values : [word])]),
        ];
    return choice;
  };
  return { chosen: gather(chosen, false), excluded: gather({}, true) };
}

/**
 * The query and the chosen facets that leave these values of a facet: of the filters typed, those that name another
 * value go, and what else they named is chosen.
 */
export function chooseValues(
  text: string,
  { filters }: Query,
  chosen: Choice,
  facet: FacetName,
  values: readonly string[],
): { text: string; choice: Choice } {
  const typed = filters.filter((filter) => filter.facet === facet && !filter.exclude);
  const named = ({ values: found, word }: TypedFilter) => (found.length ? found : [word]);
  const kept = typed.filter((filter) => named(filter).every((value) => values.includes(value)));
  const still = new Set(kept.flatMap(named));
  let rest = text;
  for (const { source } of typed.filter((filter) => !kept.includes(filter)))
    rest = replaceWord(rest, source);
  const choice = { ...chosen, [facet]: values.filter((value) => !still.has(value)) };
  return { text: rest, choice };
}

/** A resolver for the values of a collection. */
export function resolverOf(values: FacetValues): ResolveFilter {
  return (facet, word) => values.find(facet, word);
}
