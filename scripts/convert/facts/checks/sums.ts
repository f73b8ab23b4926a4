/** Parts and totals: 共255个，其中国家级7个、省级45个…. */

import type { Quantity } from '../quantities/collect.ts';
import { type Check, figure, isCount, isExact, sum } from './figures.ts';
import { isPart, sharedNoun } from './parts.ts';

function result(target: Quantity, operands: Quantity[]): Check {
  const computed = sum(operands.map(({ value }) => value));
  const stated = target.value;
  return {
    kind: 'sum',
    verdict: computed === stated ? 'agrees' : computed < stated ? 'partial' : 'differs',
    stated,
    computed,
    formula: `${operands.map(figure).join('+')}=${format(computed, target)}`,
    target,
    operands,
  };
}

/** A computed value in the scale its total is printed in: 万 where the text writes 万. */
function format(value: number, like: Quantity): string {
  const scale = /[\d.](万|亿)(?!元|美元)/u.exec(like.exact)?.[1];
  const factor = scale === '万' ? 1e4 : scale === '亿' ? 1e8 : 1;
  return `${Number((value / factor).toPrecision(12))}${scale ?? ''}`;
}

/** The first items whose sum is the total, or undefined. */
function prefixThatSums(target: Quantity, items: readonly Quantity[]): Quantity[] | undefined {
  for (let length = 2; length <= items.length; length++) {
    const prefix = items.slice(0, length);
    if (sum(prefix.map(({ value }) => value)) === target.value) return prefix;
  }
  return undefined;
}

const joined = (passage: string, left: Quantity, right: Quantity) =>
  passage.slice(left.end, right.start);

/** Items that are enumerated alike: the same unit, no new sentence, and no clause of another kind between. */
function alike(items: readonly Quantity[]): Quantity[] {
  const [first, second] = items;
  if (!first || !second) return [...items];
  const text = first.passage.text;
  const usesCommas = /[，,；;]/u.test(joined(text, first, second));
  const end = items.findIndex((item, index) => {
    const before = items[index - 1];
    if (!before) return false;
    return !usesCommas && /[，,；;]/u.test(joined(text, before, item));
  });
  return end < 0 ? [...items] : items.slice(0, end);
}

/** Longest list of items looked at; reports have ten. */
const mostItems = 24;

/** A total and what 其中 lists of it, in its sentence or opening the next one. */
function listed(quantities: readonly Quantity[], at: number): Check | undefined {
  const target = quantities[at] as Quantity;
  const items: Quantity[] = [];
  for (const item of quantities.slice(at + 1, at + 1 + mostItems)) {
    if (item.unit !== target.unit || !isExact(item)) break;
    if (item.sentenceStart !== (quantities[at + 1] as Quantity).sentenceStart) break;
    items.push(item);
  }
  const exact = prefixThatSums(target, items);
  if (exact) return result(target, exact);
  const parts = alike(items);
  return parts.length < 2 ? undefined : result(target, parts);
}

/** A total without 其中: items that share its noun, or say what became of each. */
function implied(quantities: readonly Quantity[], at: number): Check | undefined {
  const target = quantities[at] as Quantity;
  const rest: Quantity[] = [];
  for (const item of quantities.slice(at + 1, at + 1 + mostItems)) {
    if (item.sentenceStart !== target.sentenceStart || !isExact(item) || !isCount(item)) break;
    if (item.value > target.value || item.part) break;
    rest.push(item);
  }
  const text = target.passage.text;
  const first = rest[0];
  if (!first || /[；;]/u.test(joined(text, target, first))) return undefined;
  const disposed = rest.filter((item) => isPart(item.local));
  const leading =
    disposed.length === rest.length || rest.slice(0, 3).every((item) => isPart(item.local));
  if (leading && rest.length >= 2 && isPart(first.local)) {
    const exact = prefixThatSums(target, rest);
    if (exact && (exact.length >= 3 || rest.length === exact.length)) return result(target, exact);
  }
  if (!/(?:共|总|合计|累计)/u.test(target.local)) return undefined;
  const own = rest.filter((item) => item.unit === target.unit);
  const gathered = /(?:梳理|摸排|清理|排查|汇总|编制)/u.test(target.local);
  const parts = own.filter((item) => isPart(item.local));
  if (gathered && parts.length >= 3 && parts.length === own.length) return atMost(target, parts);
  const shared = own.filter((item) => sharedNoun(target, item));
  if (shared.length >= 2 && shared.length === own.length) return atMost(target, shared);
  return undefined;
}

/** Items that were not announced as parts are taken for them only where they make up half of the total, and no more. */
function atMost(target: Quantity, parts: Quantity[]): Check | undefined {
  const total = sum(parts.map(({ value }) => value));
  return total <= target.value && total * 2 >= target.value ? result(target, parts) : undefined;
}

/** All sums of a passage, at most one for each total. */
export function checkSums(quantities: readonly Quantity[]): Check[] {
  return quantities.flatMap((target, at) => {
    const next = quantities[at + 1];
    if (!next || !isExact(target) || target.unit === '%' || target.value === 0) return [];
    const between = joined(target.passage.text, target, next);
    const announced =
      /^[^。；;]{0,40}(?:[，,。；;]|\s)*其中/u.test(between) && !/[。；;].*[。；;]/u.test(between);
    const check = announced
      ? listed(quantities, at)
      : next.sentenceStart === target.sentenceStart && isCount(target)
        ? implied(quantities, at)
        : undefined;
    return check ?? [];
  });
}
