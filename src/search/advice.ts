/** What may be asked instead: synonyms of the field, whole numbers, what is left of a literal that occurs nowhere. */
import { mayBePartOfNumber } from './evaluate.ts';
import type { Choice } from './facets.ts';
import { fold } from './fold.ts';
import { type Query, type Term, withoutWord } from './query.ts';
import type { Search } from './search.ts';
import { otherDashes, withoutNumbering } from './spellings.ts';
import { noVariants } from './variants.ts';

/** What was asked. */
export interface Asked {
  search: Search;
  text: string;
  query: Query;
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
  const { terms } = await search.parse(text);
  return { text, label, sections: await search.count(terms, choice) };
}

const soughtOf = ({ terms }: Query) => terms.filter(({ exclude }) => !exclude);

/** The first of some literals that occurs anywhere. */
async function firstThatOccurs(search: Search, literals: string[]): Promise<string | undefined> {
  for (const literal of literals) if ((await search.library.find(literal)).size) return literal;
  return undefined;
}

/** The longest part of a literal that occurs, the first of several; undefined when not even two units do. */
export async function longestPart(search: Search, { folded }: Term): Promise<string | undefined> {
  const occurs = async (part: string) => (await search.library.find(part)).size > 0;
  let best = '';
  let from = 0;
  for (let to = 2; to <= folded.length; to++) {
    // Only parts longer than the best so far are of interest, and a part of what occurs occurs.
    while (to - from > best.length && !(await occurs(folded.slice(from, to)))) from++;
    if (to - from > best.length) best = folded.slice(from, to);
  }
  return best.length > 1 ? best : undefined;
}

/**
 * For a query without an answer: each literal that occurs nowhere without its number, or else shortened; where
 * all occur, each term left out.
 */
export async function alternatives(asked: Asked): Promise<Advice[]> {
  const { search, text, query } = asked;
  const advice: Advice[] = [];
  for (const term of soughtOf(query)) {
    if ((await search.library.find(term.folded)).size) continue;
    const spelling = await firstThatOccurs(search, withoutNumbering(term.folded));
    const part = spelling ?? (await longestPart(search, term));
    if (part)
      advice.push(
        await counted(
          asked,
          text.replace(term.source, () => part),
          part,
        ),
      );
  }
  if (!advice.length && query.terms.length > 1)
    for (const { source } of query.terms) {
      const rest = withoutWord(text, source);
      advice.push(await counted(asked, rest, rest));
    }
  return advice.filter(({ sections }) => sections > 0);
}

/** The query with a term replaced by expressions that mean the same, or written with other dashes. */
export async function synonymsOf(asked: Asked): Promise<Advice[]> {
  const { search, text, query } = asked;
  const folded = (word: string) => fold(word, noVariants).text;
  const { synonyms } = search.library.manifest;
  const replacements = soughtOf(query).flatMap(({ source, folded: literal }) => {
    const groups = synonyms.filter((group) => group.some((word) => folded(word) === literal));
    const words = groups.flat().filter((word) => folded(word) !== literal);
    return [...words, ...otherDashes(literal)].map((word) => ({
      text: text.replace(source, () => word),
      word,
    }));
  });
  const advice = replacements.map(({ text, word }) => counted(asked, text, word));
  return (await Promise.all(advice)).filter(({ sections }) => sections > 0);
}

/** The query with a number asked for as a whole, where that leaves fewer sections than were found. */
export async function wholeNumbers(asked: Asked, found: number): Promise<Advice[]> {
  const advice = asked.query.terms.filter(mayBePartOfNumber).map(({ source }) =>
    counted(
      asked,
      asked.text.replace(source, () => `=${source}`),
      `=${source}`,
    ),
  );
  return (await Promise.all(advice)).filter(({ sections }) => sections > 0 && sections < found);
}
