/** The second tier: the words of a literal, each by itself. */
import type { Term } from './query.ts';

/** Longer terms of a lexicon are made of several words. */
const longestWord = 4;

/** The longest word of the lexicon at a place of a literal, the literal itself excepted; else nothing. */
function knownAt(literal: string, from: number, lexicon: ReadonlySet<string>): string {
  for (let to = Math.min(literal.length, from + longestWord); to > from + 1; to--) {
    const word = literal.slice(from, to);
    if (word !== literal && lexicon.has(word)) return word;
  }
  return '';
}

/** Words of a stretch without known terms, as the browser cuts them. */
function segmentsOf(stretch: string): string[] {
  return [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(stretch)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment);
}

/** Words of a literal, terms of the field first, single characters left out; itself where it is but one word. */
function wordsOf(literal: string, lexicon: ReadonlySet<string>): string[] {
  const words: string[] = [];
  let rest = 0;
  for (let at = 0; at < literal.length; ) {
    const known = knownAt(literal, at, lexicon);
    if (known) {
      words.push(...segmentsOf(literal.slice(rest, at)), known);
      rest = at + known.length;
    }
    at += known.length || 1;
  }
  words.push(...segmentsOf(literal.slice(rest)));
  const long = words.filter((word) => word.length > 1);
  return long.length > 1 ? long : [literal];
}

/**
 * The terms of a query with every literal cut into words, excluded ones kept; undefined when but one word is
 * sought, which has nothing to stand near to.
 * @param lexicon Terms of the field, folded.
 */
export function relatedTerms(terms: Term[], lexicon: ReadonlySet<string>): Term[] | undefined {
  const sought = terms.filter(({ exclude }) => !exclude);
  // Terms of the field stay whole where others are sought besides.
  const cut = ({ folded }: Term) =>
    sought.length > 1 && lexicon.has(folded) ? [folded] : wordsOf(folded, lexicon);
  const words = new Map<string, Term>();
  for (const term of sought)
    for (const word of cut(term)) {
      const whole = term.whole && word === term.folded;
      words.set(word, { ...term, folded: word, literal: word, whole });
    }
  return words.size > 1
    ? [...words.values(), ...terms.filter(({ exclude }) => exclude)]
    : undefined;
}
