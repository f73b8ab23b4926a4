/**
 * The query language: what a reader types, understood.
 *
 *     词 词            all of them, in one section
 *     "…" “…”          a literal that may hold blanks or begin with a sign of this language
 *     -词              not
 *     =94%             as a whole number: not within 994% or 94.5%
 *     region:浙江       a filter; also 地区: year: 年份: theme: 主题: part: 部分: kind: 机构:
 *
 * A quotation mark opens a literal only at the beginning of a word, and closes it only at the end of one,
 * so that text copied from a report, 规范性文件“三统一”制度, is taken as it stands. A query of exclusions only
 * excludes nothing and is taken literally, as is a filter that names nothing of the collection.
 */
import type { FacetName, FacetValues } from './facets.ts';
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
  source: string;
  facet: FacetName;
  values: string[];
}

export interface Query {
  terms: Term[];
  filters: TypedFilter[];
}

/** Finds the values of a facet that a typed word names; none when the collection has no such value. */
export type ResolveFilter = (facet: FacetName, word: string) => string[];

const closing: Record<string, string> = { '"': '"', '＂': '＂', '“': '”', '„': '“', '「': '」' };

/** A map: a reader may type what every object has, `constructor:`. */
const facetOf = new Map<string, FacetName>([
  ['region', 'region'],
  ['地区', 'region'],
  ['year', 'year'],
  ['年份', 'year'],
  ['theme', 'theme'],
  ['主题', 'theme'],
  ['part', 'part'],
  ['部分', 'part'],
  ['kind', 'kind'],
  ['机构', 'kind'],
]);

/** Longest literal that is looked up; a longer one is cut, also as it is shown. */
export const longestLiteral = 400;

/** Cuts a query at blanks outside of quotation marks. */
export function wordsOf(query: string): string[] {
  const words: string[] = [];
  let rest = query.trim();
  while (rest) {
    const sign = /^[-=－＝]/.test(rest) ? 1 : 0;
    const close = closing[rest[sign] ?? ''];
    let end = rest.search(/\s/);
    if (close) {
      for (let at = rest.indexOf(close, sign + 2); at >= 0; at = rest.indexOf(close, at + 1))
        if (/^(\s|$)/.test(rest.slice(at + 1))) {
          end = at + 1;
          break;
        }
    }
    if (end < 0) end = rest.length;
    words.push(rest.slice(0, end));
    rest = rest.slice(end).trimStart();
  }
  return words;
}

/** What stands between the quotation marks of a quoted word, undefined for any other. */
function quoted(word: string): string | undefined {
  return word.length > 2 && closing[word[0] ?? ''] === word.at(-1) ? word.slice(1, -1) : undefined;
}

function termOf(source: string, variants: Variants, signs: boolean): Term | undefined {
  const sign = signs && source.length > 1 ? /^[-=－＝]/.exec(source)?.[0] : undefined;
  const word = sign ? source.slice(1) : source;
  const typed = quoted(word) ?? word;
  const { text, at } = fold(typed, variants);
  if (!text) return undefined;
  const folded = text.slice(0, longestLiteral);
  const literal = typed.slice(0, at[folded.length]);
  const exclude = sign === '-' || sign === '－';
  const whole = (sign === '=' || sign === '＝') && /^\d|\d$/.test(folded);
  return { source, literal, folded, exclude, whole };
}

function filterOf(source: string, resolve: ResolveFilter): TypedFilter | undefined {
  const [, key = '', word = ''] = /^([a-z]+|\p{Script=Han}+)[:：](.+)$/iu.exec(source) ?? [];
  const facet = facetOf.get(key.toLowerCase());
  if (!facet) return undefined;
  const values = resolve(facet, quoted(word) ?? word);
  return values.length ? { source, facet, values } : undefined;
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
  const read = (signs: boolean) => others.flatMap((word) => termOf(word, variants, signs) ?? []);
  let terms = read(true);
  if (terms.length && terms.every(({ exclude }) => exclude)) terms = read(false);
  return { terms, filters };
}

/** A query without one of its words, for removing what was understood. */
export function withoutWord(query: string, source: string): string {
  const words = wordsOf(query);
  const at = words.indexOf(source);
  return words.filter((_, i) => i !== at).join(' ');
}

/** A resolver for the values of a collection. */
export function resolverOf(values: FacetValues): ResolveFilter {
  return (facet, word) => values.find(facet, word);
}
