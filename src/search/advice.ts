/** What may be asked instead: known values, other spellings, synonyms, whole numbers, what is left of a literal that occurs nowhere. */
import { mayBePartOfNumber } from './evaluate.ts';
import type { Choice } from './facets.ts';
import { fold } from './fold.ts';
import { type Query, replaceWord, type Term, type TypedFilter, wordFor } from './query.ts';
import type { Search } from './search.ts';
import { otherDashes, withoutNumbering, withoutQuotes, withQuotes } from './spellings.ts';
import { noVariants } from './variants.ts';

/** What was asked. */
export interface Asked {
  search: Search;
  text: string;
  query: Query;
  /** The facets chosen beside the query. */
  choice: Choice;
}

/** Another query, and the number of sections that answer it. */
export interface Advice {
  text: string;
  /** What is new about it, to be shown. */
  label: string;
  sections: number;
}

async function counted({ search, choice }: Asked, text: string, label: string): Promise<Advice> {
  return { text, label, sections: await search.count(await search.parse(text), choice) };
}

/** The query with a literal in the place of one of its words. */
function instead(asked: Asked, source: string, literal: string): Promise<Advice> {
  return counted(asked, replaceWord(asked.text, source, wordFor(literal)), literal);
}

const soughtOf = ({ terms }: Query) => terms.filter(({ exclude }) => !exclude);
const answered = (advice: Advice[]) => advice.filter(({ sections }) => sections > 0);

async function occurs(search: Search, literal: string): Promise<boolean> {
  return (await search.library.find(literal)).size > 0;
}

/** The first of some literals that occurs anywhere. */
async function firstThatOccurs(search: Search, literals: string[]): Promise<string | undefined> {
  for (const literal of literals) if (await occurs(search, literal)) return literal;
  return undefined;
}

/** The longest part of a literal that occurs, the first of several; undefined when not even two units do. */
export async function longestPart(search: Search, { folded }: Term): Promise<string | undefined> {
  let best = '';
  let from = 0;
  for (let to = 2; to <= folded.length; to++) {
    // Only parts longer than the best so far are of interest, and a part of what occurs occurs.
    while (to - from > best.length && !(await occurs(search, folded.slice(from, to)))) from++;
    if (to - from > best.length) best = folded.slice(from, to);
  }
  return best.length > 1 ? best : undefined;
}

/** What stands in the reports in the place of a literal that they do not hold: another spelling, or its longest part. */
async function nearest(search: Search, term: Term): Promise<string | undefined> {
  const { folded } = term;
  return (
    (await firstThatOccurs(search, [...withoutNumbering(folded), ...withoutQuotes(folded)])) ??
    (await withQuotes(folded, (literal) => occurs(search, literal))) ??
    (await longestPart(search, term))
  );
}

/**
 * For a query without an answer: each literal that occurs nowhere in another spelling, or else shortened; a whole number
 * as a part of others; where all occur, each word left out.
 */
export async function alternatives(asked: Asked): Promise<Advice[]> {
  const { search, text, query } = asked;
  const advice: Advice[] = [];
  for (const term of soughtOf(query)) {
    const isThere = await occurs(search, term.folded);
    if (isThere && !term.whole) continue;
    const literal = isThere ? term.literal : await nearest(search, term);
    if (literal) advice.push(await instead(asked, term.source, literal));
  }
  if (!answered(advice).length && query.terms.length > 1)
    for (const { source } of query.terms) {
      const rest = replaceWord(text, source);
      advice.push(await counted(asked, rest, rest));
    }
  return answered(advice);
}

/** Filters whose value the collection does not have. */
export function unknownFilters({ filters }: Query): TypedFilter[] {
  return filters.filter(({ values }) => !values.length);
}

/** For each filter of an unknown value: the values that are like it, and what was typed as words of the text. */
export async function knownValues(asked: Asked): Promise<Advice[]> {
  const { search, text, query } = asked;
  const advice = unknownFilters(query).flatMap(({ source, facet, word, exclude }) => {
    const key = source.slice(0, source.search(/[:：]/) + 1);
    const near = search.values.near(facet, word).map((value) => {
      const name = search.values.name(facet, value);
      return counted(asked, replaceWord(text, source, `${key}${name}`), `${key}${name}`);
    });
    return exclude ? near : [...near, instead(asked, source, source)];
  });
  return answered(await Promise.all(advice));
}

/** The query with a term replaced by expressions that mean the same, or written with other dashes or without quotation marks. */
export async function synonymsOf(asked: Asked): Promise<Advice[]> {
  const { search, query } = asked;
  const folded = (word: string) => fold(word, noVariants).text;
  const { synonyms } = search.library.manifest;
  const advice = soughtOf(query).flatMap(({ source, folded: literal }) => {
    const groups = synonyms.filter((group) => group.some((word) => folded(word) === literal));
    const words = groups.flat().filter((word) => folded(word) !== literal);
    const spellings = [...otherDashes(literal), ...withoutQuotes(literal)];
    const known = new Set(words.map(folded));
    return [...words, ...spellings.filter((spelling) => !known.has(spelling))].map((word) =>
      instead(asked, source, word),
    );
  });
  return answered(await Promise.all(advice));
}

/** The query with a number asked for as a whole, where that leaves fewer sections than were found. */
export async function wholeNumbers(asked: Asked, found: number): Promise<Advice[]> {
  const advice = asked.query.terms
    .filter(mayBePartOfNumber)
    .map(({ source }) =>
      counted(asked, replaceWord(asked.text, source, `=${source}`), `=${source}`),
    );
  return answered(await Promise.all(advice)).filter(({ sections }) => sections < found);
}

/** What may be asked besides or instead, each query once. */
export interface Proposals {
  known: Advice[];
  numbers: Advice[];
  others: Advice[];
  synonyms: Advice[];
}

/** @param answers Sections and titles that answer the query. */
export async function proposalsFor(
  asked: Asked,
  { sections, titles }: { sections: number; titles: number },
): Promise<Proposals> {
  const [known, numbers, others, synonyms] = await Promise.all([
    knownValues(asked),
    wholeNumbers(asked, sections),
    sections || titles ? [] : alternatives(asked),
    synonymsOf(asked),
  ]);
  const proposed = new Set(others.map(({ text }) => text));
  const rest = synonyms.filter(({ text }) => !proposed.has(text));
  return { known, numbers, others, synonyms: rest };
}
