/** What may be asked instead: synonyms of the field, and what is left of a literal that occurs nowhere. */
import type { Choice } from './facets.ts';
import { fold } from './fold.ts';
import { type Query, type Term, withoutWord } from './query.ts';
import type { Search } from './search.ts';
import { noVariants } from './variants.ts';

/** Another query, and the number of sections that answer it. */
export interface Advice {
  text: string;
  /** What is new about it, to be shown. */
  label: string;
  sections: number;
}

const counted = async (search: Search, choice: Choice, text: string, label: string) => {
  const { terms } = await search.parse(text);
  return { text, label, sections: await search.count(terms, choice) };
};

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

/** For a query without an answer: each literal that occurs nowhere shortened, else each term left out. */
export async function alternatives(
  search: Search,
  text: string,
  query: Query,
  choice: Choice,
): Promise<Advice[]> {
  const sought = query.terms.filter(({ exclude }) => !exclude);
  const advice: Advice[] = [];
  for (const term of sought) {
    if ((await search.library.find(term.folded)).size) continue;
    const part = await longestPart(search, term);
    if (part && part !== term.folded)
      advice.push(await counted(search, choice, text.replace(term.source, part), part));
  }
  if (!advice.length && query.terms.length > 1)
    for (const { source } of query.terms) {
      const rest = withoutWord(text, source);
      advice.push(await counted(search, choice, rest, rest));
    }
  return advice.filter(({ sections }) => sections > 0);
}

/** The query with a term replaced by expressions that mean the same. */
export async function synonymsOf(
  search: Search,
  text: string,
  query: Query,
  choice: Choice,
): Promise<Advice[]> {
  const folded = (word: string) => fold(word, noVariants).text;
  const replacements = query.terms
    .filter(({ exclude }) => !exclude)
    .flatMap(({ source, folded: literal }) =>
      search.library.manifest.synonyms
        .filter((group) => group.some((word) => folded(word) === literal))
        .flatMap((group) => group.filter((word) => folded(word) !== literal))
        .map((word) => ({ text: text.replace(source, word), word })),
    );
  const advice = await Promise.all(
    replacements.map(({ text, word }) => counted(search, choice, text, word)),
  );
  return advice.filter(({ sections }) => sections > 0);
}
