/** Finds every quantity of a text: value, unit, approximation, and where it stands. */
import { simplify } from '../../parse/simplify.ts';
import {
  approximateBefore,
  exactly,
  foldNumbers,
  numberPattern,
  numeralValue,
  scaleFactor,
  spokenRange,
} from './grammar.ts';
import { isQuantity, nameSpans } from './not-quantities.ts';
import { money } from './units.ts';

/** A quantity as printed; offsets are UTF-16 units of the text it was found in. */
export interface FoundQuantity {
  start: number;
  end: number;
  exact: string;
  /** Value in `unit`; the lower end of a range. */
  value: number;
  /** Upper end of a range. */
  max: number | null;
  /** Unit as printed; empty where there is none. */
  unit: string;
  /** The word that makes it approximate: 余 多 近 约 超过 以上 … */
  approx: string | null;
  /** Decimals printed: what a computed figure is rounded to. */
  decimals: number;
}

type Groups = Record<string, string | undefined>;

/** Value and unit of a match; undefined where the signs form no number. */
function evaluate(groups: Groups): Pick<FoundQuantity, 'value' | 'max' | 'unit'> | undefined {
  const { den, first = '', second, unit: printed = '' } = groups;
  if (den !== undefined) {
    const parts = numeralValue(first);
    const whole = numeralValue(den);
    if (parts === undefined || !whole) return undefined;
    if (den === '百' || den === '千')
      return { value: parts, max: null, unit: den === '百' ? '%' : '‰' };
    return { value: exactly(parts / whole), max: null, unit: '' };
  }
  const spoken = spokenRange(first);
  let low = spoken ? spoken[0] : numeralValue(first);
  let high = second === undefined ? (spoken?.[1] ?? null) : (numeralValue(second) ?? null);
  if (low === undefined || (second !== undefined && high === null)) return undefined;
  if (printed === '成') {
    const half = groups['half'] === undefined ? 0 : 5;
    return { value: exactly(low * 10 + half), max: high && exactly(high * 10 + half), unit: '%' };
  }
  const scale = groups['scale2'] ?? groups['scale1'];
  if (money.includes(printed) && scale !== undefined && /[万亿]/u.test(scale))
    return { value: low, max: high, unit: scale + printed };
  const own = /[万亿]$/u.exec(first)?.[0];
  if (money.includes(printed) && own && low !== undefined && second === undefined) {
    const factorOf = scaleFactor(own);
    return { value: exactly(low / factorOf), max: high, unit: own + printed };
  }
  // 3至5万 means 3万 to 5万 both; 8000至1万 does not.
  const factor = scaleFactor(scale);
  const shared = groups['scale1'] !== undefined || second === undefined || low <= (high ?? 0);
  low = exactly(low * (shared ? factor : 1));
  high = high === null ? null : exactly(high * factor);
  return { value: low, max: high, unit: printed };
}

/** A range whose second number is none of the kind (2020-15项) is read as its second number alone. */
function isRange(groups: Groups, value: number, max: number | null): boolean {
  return groups['second'] === undefined || (max !== null && max > value);
}

/** Whether a span lies within one of the sorted spans. */
function within(spans: readonly [number, number][], start: number, end: number): boolean {
  let low = 0;
  let high = spans.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [from, to] = spans[middle] as [number, number];
    if (from > start) high = middle - 1;
    else if (to < start) low = middle + 1;
    else return end <= to + 1;
  }
  return false;
}

/**
 * All quantities of a text in reading order.
 * @param names names of places that begin with a number
 */
export function extractQuantities(
  original: string,
  names: readonly string[] = [],
): FoundQuantity[] {
  const text = foldNumbers(simplify(original));
  const spans = nameSpans(text, names);
  const found: FoundQuantity[] = [];
  const pattern = new RegExp(numberPattern);
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const groups = match.groups as Groups;
    let end = match.index + match[0].length;
    const result = evaluate(groups);
    if (!result || !isRange(groups, result.value, result.max)) {
      // Try again behind the first numeral: the rest may hold a number of its own.
      pattern.lastIndex =
        match.index +
        (groups['den'] ? groups['den'].length + 2 : 0) +
        (groups['first'] ?? '').length;
      continue;
    }
    const word = approximateBefore.exec(text.slice(Math.max(0, match.index - 4), match.index))?.[0];
    // 上千 is about a thousand; 网上3件 is not.
    const before = word === '上' && !/^[百千万]/u.test(groups['first'] ?? '') ? undefined : word;
    const after =
      groups['more2'] ?? groups['more1'] ?? groups['more4'] ?? groups['more3'] ?? groups['tail'];
    const approx = after ?? before ?? null;
    const unit = groups['unit'] ?? (groups['den'] ? result.unit || undefined : undefined);
    const fraction = groups['den'] !== undefined;
    const counts =
      fraction ||
      isQuantity({
        text,
        start: match.index,
        end,
        numeral: groups['first'] ?? '',
        unit,
        approximate: approx !== null,
      });
    if (!counts || within(spans, match.index, end)) {
      if (groups['second'] !== undefined)
        pattern.lastIndex = match.index + (groups['first'] ?? '').length;
      continue;
    }
    const start = match.index - (before?.length ?? 0);
    while (/\s/.test(text[end - 1] ?? '')) end--;
    found.push({
      start,
      end,
      exact: original.slice(start, end),
      ...result,
      unit: result.unit,
      approx,
      decimals: /\.(\d+)$/.exec(groups['second'] ?? groups['first'] ?? '')?.[1]?.length ?? 0,
    });
  }
  return found;
}
