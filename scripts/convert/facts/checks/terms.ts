/** The figures of a passage as terms of calculations: what each is, and which words stand before it. */
import { changed, elsewhen } from '../clauses/grammar.ts';
import type { Frame } from '../clauses/parse.ts';
import type { Quantity } from '../quantities/collect.ts';
import { scaleFactor } from '../quantities/grammar.ts';
import { isExact, scaleIn } from './figures.ts';

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

const none = /^(?:个?百分点|倍|分|位|元旦|届|次会议)$/u;
/** Told of every one of several things: two of them are twice as many. */
const each = /(?:各|均[^，]{0,2})(?:约|近|达|为)?$/u;
const ends = /^[^，,；;。]{0,14}?(?:到|至|为|成)(?:了|现在的?|目前的?|今年的?|约)*$/u;

/** What a figure is, by the words beside it and the figure that follows. */
function roleOf({ figure, marks, before }: Frame<Quantity>, next?: Frame<Quantity>): Role {
  const { unit, exact, end } = figure;
  if (unit === '%' || (unit === '' && exact.includes('分之'))) return 'percent';
  if (none.test(unit) || marks.has('average') || each.test(before)) return 'none';
  if (changed.test(before)) return 'change';
  if (marks.has('past') && !marks.has('carried') && !marks.has('change')) return 'past';
  if (elsewhen.test(before)) return 'past';
  const began = marks.has('from') && next && next.figure.start - end < 30;
  return began && ends.test(figure.passage.text.slice(end, next.figure.start)) ? 'past' : 'count';
}

/** Terms of the prose of a passage, in reading order. */
export function termsOf(frames: readonly Frame<Quantity>[]): Term[] {
  let passed = '';
  return frames.map((frame, index) => {
    const { figure: quantity, sentence, before: own, after } = frame;
    const { unit, exact, decimals } = quantity;
    const role = roleOf(frame, frames[index + 1]);
    const begins = frames[index - 1]?.sentence !== sentence;
    const lead = `${begins ? '' : passed}${frame.lead}`;
    passed = role === 'none' ? `${lead}${exact}` : '';
    const scale = scaleFactor(scaleIn(exact));
    const factor = /^[万亿]/u.test(unit) ? scaleFactor(scaleIn(unit)) : 1;
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
      own,
      after,
    };
  });
}

/** What was there before the year, or counts more than it. */
const carried = /结转|结存|旧存|存案|上年|往年|去年|遗留|以来|累计/u;

/** Whether a figure counts what is of another year, or may count it as well. */
export const isCarried = ({ own, after }: Term) => carried.test(own + after);

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
