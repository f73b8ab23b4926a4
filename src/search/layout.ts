/**
 * How a report lies in its record of the index. A record is a row of blocks, one per passage:
 *
 *     frequent terms in the heading · pairs of heading and text · single characters · frequent terms in the text
 *
 * Every token takes one position, so the sizes of the blocks, which the catalogue keeps, tell from a
 * position the passage and the offset within it. Single characters stand once each, digits as often as the text
 * holds them: so many of them as are no part of a longer number are numbers of their own.
 */
import { singleToken, termToken, textTokens } from './codec.ts';

export interface Block {
  tokens: string[];
  /** Number of positions before the text's own words: frequent terms of the heading, then its pairs. */
  head: number;
}

/** Tokens of the frequent terms in a text, one for each place they stand at. */
function termTokens(text: string, terms: readonly string[]): string[] {
  return terms.flatMap((term) => {
    const found: string[] = [];
    for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1))
      found.push(termToken(term));
    return found;
  });
}

/**
 * The block of one passage.
 * @param text Heading and text, folded.
 * @param headingLength Units of `text` that are heading.
 * @param terms Frequent terms, folded, at least two units each.
 */
export function blockOf(text: string, headingLength: number, terms: readonly string[]): Block {
  const all = termTokens(text, terms);
  const inHeading = termTokens(text.slice(0, headingLength), terms);
  const rest = [...all];
  for (const token of inHeading) rest.splice(rest.indexOf(token), 1);
  const units = text.split('');
  const isDigit = (unit: string) => /\d/.test(unit);
  const singles = [...new Set(units.filter((unit) => !isDigit(unit))), ...units.filter(isDigit)];
  return {
    tokens: [...inHeading, ...(text ? textTokens(text) : []), ...singles.map(singleToken), ...rest],
    head: inHeading.length + headingLength,
  };
}
