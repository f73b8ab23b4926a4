/** The second tier: the words of a literal, each by itself. */
import type { Term } from './query.ts';

/** Words of a literal as the browser cuts them; one-character ones are left out where longer ones remain. */
function wordsOf(folded: string): string[] {
  const segments = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(folded)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment);
  const long = segments.filter((word) => word.length > 1);
  return long.length > 1 ? long : segments;
}

/**
 * The terms of a query with every literal cut into words, excluded ones kept; undefined when that asks for
 * nothing else than the query does.
 */
export function relatedTerms(terms: Term[]): Term[] | undefined {
  const cut = terms.flatMap((term) => {
    if (term.exclude) return [term];
    return wordsOf(term.folded).map((folded) => ({
      ...term,
      folded,
      literal: folded,
      whole: false,
    }));
  });
  const unique = cut.filter(
    (term, i) =>
      cut.findIndex(({ folded, exclude }) => folded === term.folded && exclude === term.exclude) ===
      i,
  );
  const sought = terms.filter(({ exclude }) => !exclude).length;
  return unique.filter(({ exclude }) => !exclude).length > sought ? unique : undefined;
}
