/**
 * The same figure given twice. Two that differ are never told: in other words, of another time or place, they may well
 * be two figures.
 */
import type { Match } from '../indicators/match.ts';
import type { Quantity } from '../quantities/collect.ts';
import { type Check, figure, isExact } from './figures.ts';

/** Small figures coincide by chance; of larger ones two that count the same are one. */
const leastRepeated = 20;
const leastInOtherWords = 100;
const notPlainCount = /^(?:%|‰|个?百分点|倍|年|个?月|周|日|天|个?工作日|个?小时|分钟|元|岁|次)$/u;
/** Pairs of neighbouring characters of what a figure counts. */
function nounOf({ local, after, cell }: Quantity): Set<string> {
  const words = `${local.slice(-14)} ${cell ? '' : after.slice(0, 10)}`.replace(
    /全年|累计|共计|其中|分别|各类|各级|全[省市县区镇]|开展|组织|\P{Script=Han}/gu,
    ' ',
  );
  return new Set(
    [...words.slice(0, -1)]
      .map((sign, at) => sign + words[at + 1])
      .filter((pair) => !pair.includes(' ')),
  );
}

function shareNoun(a: Quantity, b: Quantity): boolean {
  const words = nounOf(a);
  for (const pair of nounOf(b)) if (words.has(pair)) return true;
  return false;
}

function result(first: Quantity, again: Quantity): Check {
  return {
    kind: 'repeat',
    verdict: 'agrees',
    stated: again.value,
    computed: first.value,
    formula: `${figure(first)}，${figure(again)}`,
    target: again,
    operands: [first],
  };
}

/** Figures given twice: as values of one indicator, or large ones that count one thing. */
export function checkRepeats(quantities: readonly Quantity[], matches: readonly Match[]): Check[] {
  const found: Check[] = [];
  const slugs = new Map(matches.map(({ quantity, slug }) => [quantity, slug]));
  const first = new Map<string, Quantity>();
  for (const quantity of quantities) {
    if (!isExact(quantity)) continue;
    const { value, unit, decimals } = quantity;
    const slug = slugs.get(quantity);
    const keys = [
      slug && (value >= leastRepeated || decimals > 0) ? `${slug} ${value} ${unit}` : '',
      value >= leastInOtherWords && !notPlainCount.test(unit) ? `${value} ${unit}` : '',
    ].filter(Boolean);
    const earlier = keys
      .map((key) => ({ key, other: first.get(key) }))
      .find(({ key, other }) => other && isAgain(other, quantity, key === keys.at(-1) && !slug));
    for (const key of keys) if (!first.has(key)) first.set(key, quantity);
    if (earlier?.other) found.push(result(earlier.other, quantity));
  }
  return found;
}

function isAgain(first: Quantity, again: Quantity, byNoun: boolean): boolean {
  const together = again.passage === first.passage;
  if (together && first.sentenceStart === again.sentenceStart) return false;
  if (first.cell && again.cell) return false;
  if (first.cell || again.cell) return together;
  return !byNoun || shareNoun(first, again);
}
