/** The figures of a passage as terms of calculations: what each is, and which words stand before it. */
import { simplify } from '../../parse/simplify.ts';
import type { Quantity } from '../quantities/collect.ts';
import { isExact } from './figures.ts';

/**
 * What a figure can be in a calculation: a count of this year, one of another year, a change of one, a share or rate,
 * or nothing that adds up.
 */
export type Role = 'count' | 'past' | 'change' | 'percent' | 'none';

export interface Term {
  /** Its place among the terms of the passage. */
  at: number;
  quantity: Quantity;
  role: Role;
  /** Amount with its 万 multiplied out; a rate in per cent. */
  value: number;
  /** Half of the last printed place: how far rounding may have moved it. None of a whole number without 万. */
  slack: number;
  /** Unit without 万. */
  unit: string;
  /** Number of its sentence in the passage. A ； ends none. */
  sentence: number;
  /** Words between the figure before it in its sentence, or the start of the sentence, and it. */
  lead: string;
  /** Words of its own clause before and behind it. */
  own: string;
  after: string;
}

const scaleOf = (text: string) => {
  const scale = /(万|亿)/u.exec(text)?.[1];
  return scale === '万' ? 1e4 : scale === '亿' ? 1e8 : 1;
};

const none =
  /^(?:个?百分点|倍|年|个?月|周|日|天|个工作日|工作日|个?小时|分钟|学时|课时|岁|周岁|分|位|元旦|届|次会议)$/u;
/** A change right before the figure that says how much it was. */
export const changed =
  /(?:增长|增加|上升|提高|提升|增幅|增速|涨幅|净增|多增|下降|减少|降低|回落|降幅|精简|压减|压缩|缩减|下滑|[多少])(?:(?:幅度?|比例|率)为|了|约|近|达|幅度|比例|率)*$/u;
/** Told of every one of several things: two of them are twice as many. */
const each = /(?:各|每[^，,]{0,6}|均[^，,]{0,2}|人均|户均|平均[^，,]{0,8})(?:约|近|达|为)?$/u;
/** Words right before a figure of another year. */
export const elsewhen =
  /(?:上年|去年|上一?年度?|前年|往年|同期|年初|上年末|改革前)(?:年?同期)?(?:年?末|年?底)?(?:的|为|是|仅|有|共|全年|水平|平均|达到?|仅为|只有)*$/u;
const inYear = /(?:19|20)\d\d年(?:度|末|底|同期)?(?:的|为|是|仅为?|有)*$/u;
/** Words that make a number the start of a change: 由217项减少到142项. */
const begins = /(?:由|从)(?!而)[^，,；;。由从]{0,14}$/u;
const ends = /^[^，,；;。]{0,14}?(?:到|至|为|成)(?:了|现在的?|目前的?|今年的?|约)*$/u;

/** What a figure is, by the words beside it and the figure that follows. */
function roleOf(
  quantity: Quantity,
  next: Quantity | undefined,
  text: string,
  seen: ReadonlySet<string>,
): Role {
  const { unit, local, exact } = quantity;
  const share = unit === '%' || (unit === '' && exact.includes('分之'));
  if (share) return 'percent';
  if (none.test(unit) || each.test(local)) return 'none';
  if (changed.test(local)) return 'change';
  if (elsewhen.test(local) || (inYear.test(local) && seen.has(unit))) return 'past';
  if (begins.test(local) && next && next.start - quantity.end < 30) {
    const between = text.slice(quantity.end, next.start);
    if (ends.test(between)) return 'past';
  }
  return 'count';
}

const yearOf = ({ local }: Quantity) => Number(/(20\d\d)年(?!至|以来|[—-])/u.exec(local)?.[1] ?? 0);

/** Makes past what a sentence tells of an earlier year beside a later one: 2021年受理 n 件，2022年受理 m 件. */
function withoutEarlierYears(terms: readonly Term[]): Term[] {
  const latest = new Map<number, number>();
  for (const { sentence, quantity } of terms)
    latest.set(sentence, Math.max(latest.get(sentence) ?? 0, yearOf(quantity)));
  return terms.map((term) => {
    const year = yearOf(term.quantity);
    const isEarlier = year > 0 && year < (latest.get(term.sentence) ?? 0);
    return isEarlier && term.role === 'count' ? { ...term, role: 'past' } : term;
  });
}

/** Terms of the prose of a passage, in reading order. */
export function termsOf(quantities: readonly Quantity[]): Term[] {
  const prose = quantities.filter(({ cell }) => cell === undefined);
  const text = simplify(prose[0]?.passage.text ?? '');
  let sentence = 0;
  let seen = new Set<string>();
  let from = 0;
  /** Words before figures that are no term: 14岁以上不满16岁的327人. */
  let passed = '';
  const terms = prose.map((quantity, index): Term => {
    const gap = text.slice(from, quantity.start);
    const stop = gap.search(/[。！？!?\n](?=[^。！？!?\n]*$)/u);
    if (stop >= 0) {
      sentence++;
      seen = new Set();
    }
    if (stop >= 0) passed = '';
    const lead = `${passed}${gap.slice(stop + 1)}`.replace(/[(（][^()（）]{0,40}[)）]/gu, '');
    from = quantity.end;
    const { unit, exact, decimals, local, after } = quantity;
    const role = roleOf(quantity, prose[index + 1], text, seen);
    seen.add(unit);
    passed = role === 'none' ? `${lead}${exact}` : '';
    const scale = scaleOf(exact);
    const factor = /^[万亿]/u.test(unit) ? scaleOf(unit) : 1;
    const fraction = role === 'percent' && unit === '';
    return {
      at: index,
      quantity,
      role,
      value: quantity.value * (fraction ? 100 : factor),
      slack: fraction ? 1 : scale === 1 && decimals === 0 ? 0 : scale / 10 ** decimals / 2,
      unit: unit.replace(/^[万亿]/u, ''),
      sentence,
      lead,
      own: local,
      after,
    };
  });
  return withoutEarlierYears(terms);
}

/** Units of people and of cases, in which reports count the same things. */
const alike = [
  new Set('人名位'.split('')),
  new Set(['件', '起', '宗', '例']),
  new Set('条份项件个'.split('')),
];

/** Whether two figures may count the same things. */
export function areAlike(a: Term, b: Term): boolean {
  return a.unit === b.unit || alike.some((units) => units.has(a.unit) && units.has(b.unit));
}

/** Whether a figure can be added up. */
export function isAmount({ role, quantity }: Term): boolean {
  return role === 'count' && isExact(quantity) && quantity.unit !== '';
}

/** Equal as far as rounding allows. */
export function equal(a: number, b: number, slack = 0): boolean {
  return Math.abs(a - b) <= slack + 1e-9 * Math.max(1, Math.abs(a));
}
