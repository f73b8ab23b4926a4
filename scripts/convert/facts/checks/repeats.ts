/** The same figure given twice in a report. */
import type { Match } from '../indicators/match.ts';
import type { Quantity } from '../quantities/collect.ts';
import { type Check, figure, isExact } from './figures.ts';

/** Words before a number without blanks and adverbs: what two mentions of one figure share. */
const wording = ({ local, unit }: Quantity) =>
  `${local.replace(/[\s共计约达到为至了]/gu, '')}#${unit}`;
const shortestWording = 8;

function result(first: Quantity, again: Quantity): Check {
  return {
    kind: 'repeat',
    verdict: first.value === again.value ? 'agrees' : 'differs',
    stated: again.value,
    computed: first.value,
    formula: `${figure(first)}，${figure(again)}`,
    target: again,
    operands: [first],
  };
}

/**
 * Figures given twice: values of one indicator that are equal, and numbers with the same words before them in another
 * section. Two mentions that differ are reported only where the words are the same.
 */
export function checkRepeats(quantities: readonly Quantity[], matches: readonly Match[]): Check[] {
  const found: Check[] = [];
  const known = new Map<string, Quantity>();
  const taken = new Set<Quantity>();
  const slugs = new Map(matches.map(({ quantity, slug }) => [quantity, slug]));
  const remember = (key: string, quantity: Quantity, sameWords: boolean) => {
    const first = known.get(key);
    if (!first) known.set(key, quantity);
    else if (!taken.has(quantity) && mayRepeat(first, quantity, sameWords)) {
      taken.add(quantity);
      found.push(result(first, quantity));
    }
  };
  for (const quantity of quantities) {
    if (!isExact(quantity)) continue;
    const words = wording(quantity);
    if (words.length >= shortestWording) remember(words, quantity, true);
    const slug = slugs.get(quantity);
    // Small figures coincide by chance.
    if (slug && (quantity.value >= 20 || quantity.decimals > 0))
      remember(`${slug} ${quantity.value} ${quantity.unit}`, quantity, false);
  }
  return found;
}

function mayRepeat(first: Quantity, again: Quantity, sameWords: boolean): boolean {
  if (again.passage === first.passage && first.sentenceStart === again.sentenceStart) return false;
  if (first.value === again.value) return true;
  return (
    sameWords &&
    first.passage.section !== again.passage.section &&
    first.period === again.period &&
    first.scope === again.scope
  );
}
