/**
 * Rates whose numerator and denominator the text gives: 调解5642件，成功5602件，成功率99.29%. The word before 率 names the
 * numerator. A rate is held against its terms only where both are certain; else the two that give it explain it.
 */
import type { Quantity } from '../quantities/collect.ts';
import { type Check, figure, isExact, isPrintedFor, rounded } from './figures.ts';
import { tellsChange } from './growth.ts';
import { areAlike, equal, isAmount, type Term } from './terms.ts';

/** What a rate is a rate of, by the word before 率 or 比例, and words that say the same of a count. */
const stems: RegExp[] = [
  /出庭|应诉/u,
  /成功|调成/u,
  /采纳|吸收/u,
  /回复|反馈|答复/u,
  /结案|审结|办结|办毕|办理完|查结|查处/u,
  /(?<!不)合格|达标/u,
  /化解/u,
  /优秀/u,
  /持证|持有|证件/u,
  /败诉/u,
  /胜诉/u,
  /通过/u,
  /整改|销号/u,
  /完成|完结/u,
  /建成/u,
  /发现/u,
  /公示/u,
  /纠错|撤销|变更|确认违法/u,
  /参[训学考加]/u,
  /覆盖/u,
  /满意/u,
  /调解|和解/u,
  /维持/u,
  /受理/u,
  /报备|备案/u,
  /审查/u,
  /移送/u,
  /公开/u,
];
/** Rates with terms of their own: in time, once for all, or of several years. */
const conditional =
  /按期|按时|及时|准时|法定|限内|首次|一次|平均|综合|总体|初次|当[年月]|满意|知晓|覆盖|普及/u;
/** Rates of what is no longer there: their complement is what was kept. */
const shrinking = /(?:压缩|精简|压减|削减|减少)(?:比例|率|比|幅度)?/u;
const kept = /保留/u;
/** What should have been done: the certain denominator of what was. */
const due = /开庭|[应需须](?:当|该|由[^，]{0,8})?(?:出庭|应诉|参加|参训|整改|回复|办理|完成|公开)/u;
/** Figures carried over that a rate may count as well. */
const carried = /结转|旧存|上年|往年|存案|以来|累计/u;
/** Rates of which reports give the denominator only where they name what was due: not every case is heard. */
const needsDue = /出庭|应诉|公开|回复|参/u;

/** Farthest figures that terms are looked for among. */
const reach = 9;
/** How many figures before it a share may be of, where its words name the whole. */
export const farthest = 80;
/** Per cent points by which a rate may miss to be held against its terms: one that misses by more has others. */
const nearMiss = 10;
/** Of several wholes only the nearest is held against a rate, and only by a smaller miss. */
const clearMiss = 3;

const isOfCourt = (stem: RegExp | undefined) => stem?.source.includes('出庭') === true;

/** Whether two figures may be terms of a rate: of who appeared in court, people and cases. */
const mayDivide = (a: Term, b: Term, stem: RegExp | undefined) =>
  areAlike(a, b) || (isOfCourt(stem) && [a, b].every(({ unit }) => /^[件起宗次人名]$/u.test(unit)));

interface Ratio {
  numerator: Term;
  denominator: Term | readonly [Term, Term];
  complement?: boolean;
}

const partsOf = ({ denominator }: Ratio) =>
  'role' in denominator ? [denominator] : [...denominator];
const baseOf = (ratio: Ratio) => partsOf(ratio).reduce((total, { value }) => total + value, 0);

/** Whether a computed rate is the printed one, rounded or cut off at its decimals, as far as its terms are exact. */
function matches(ratio: Ratio, rate: Term): boolean {
  const base = baseOf(ratio);
  const slack = partsOf(ratio).reduce((total, term) => total + term.slack, 0);
  const { value, slack: own } = ratio.numerator;
  const percent = (a: number, b: number) => (ratio.complement ? 1 - a / b : a / b) * 100;
  const ends = [
    percent(value - own, base + slack),
    percent(value + own, Math.max(base - slack, 1e-9)),
  ];
  const { quantity } = rate;
  // 近三成 may be some points more or less.
  const bounds: [number, number] = [Math.min(...ends), Math.max(...ends)];
  if (quantity.unit === '%' && quantity.approx === null && !quantity.exact.includes('成'))
    return isPrintedFor(rate.value, bounds, quantity.decimals);
  const place = quantity.exact.includes('成') ? 5 : 1;
  return rate.value > bounds[0] - place && rate.value < bounds[1] + place;
}

function check(rate: Term, ratio: Ratio): Check {
  const { numerator, complement } = ratio;
  const { quantity } = rate;
  const base = baseOf(ratio);
  const agrees = matches(ratio, rate);
  const share = numerator.value / base;
  const percent = (complement ? 1 - share : share) * 100;
  const shown = rounded(percent, Math.max(quantity.decimals, agrees ? 0 : 1));
  const parts = partsOf(ratio).map((term) => figure(term.quantity));
  const quotient = `${figure(numerator.quantity)}÷${parts.length > 1 ? `(${parts.join('+')})` : parts[0]}`;
  return {
    kind: 'rate',
    verdict: agrees ? 'agrees' : 'differs',
    stated: quantity.value,
    computed: agrees ? quantity.value : shown,
    formula: `${complement ? `1-${quotient}` : quotient}=${shown}%`,
    target: quantity,
    operands: [numerator.quantity, ...partsOf(ratio).map((term) => term.quantity)],
    ratio: [
      numerator.quantity.value,
      parts.length > 1 ? base : (partsOf(ratio)[0] as Term).quantity.value,
    ],
  };
}

/** The numerator that the words of a rate name, and the amounts before it. */
interface Terms {
  /** Amounts before the rate in its sentence and the one before, the nearest first. */
  amounts: Term[];
  named: Term | undefined;
  /** 不合格 7 卷，合格率 95.5%: what is named is what the rate leaves out. */
  complement: boolean;
  stem: RegExp | undefined;
}

function termsOf(terms: readonly Term[], at: number): Terms {
  const rate = terms[at] as Term;
  const amounts = terms
    .slice(Math.max(0, at - reach), at)
    .filter((term) => isAmount(term) && term.value > 0 && term.sentence >= rate.sentence - 1)
    .reverse();
  const word = /([^，,、：:（(]{0,12})(?:率|比例|占比)/u.exec(rate.own.slice(-20))?.[1] ?? '';
  const stem = stems.find((pattern) => pattern.test(word));
  const pairs = [...word.slice(-4, -1)].map((sign, at) => sign + word.slice(-4)[at + 1]);
  const says = (words: string) => stem?.test(words) || pairs.some((pair) => words.includes(pair));
  const isNamed = ({ own, after }: Term) => says(own + after) && !due.test(own);
  const behind = terms
    .slice(at + 1, at + 4)
    .filter((term) => isAmount(term) && term.value > 0 && term.sentence === rate.sentence);
  const here = amounts.filter(({ sentence }) => sentence === rate.sentence);
  const named =
    word === '' ? undefined : (here.find(isNamed) ?? behind.find(isNamed) ?? amounts.find(isNamed));
  if (named && behind.includes(named)) amounts.push(...behind);
  const words = named ? named.own + named.after : '';
  const complement = pairs.some(
    (pair) => words.includes(`不${pair}`) || words.includes(`未${pair}`),
  );
  return { amounts, named, complement, stem };
}

/** Who appeared is no base of a rate of who appeared: 工作人员出庭74人，负责人出庭45人. */
function isBase(term: Term, named: Term, stem: RegExp | undefined): boolean {
  if (term === named || !mayDivide(term, named, stem)) return false;
  return !isOfCourt(stem) || !/出庭/u.test(term.own + term.after) || due.test(term.own);
}

/** Ratios that give the rate, the likeliest first. */
function explaining(rate: Term, { amounts, named, complement, stem }: Terms): Ratio | undefined {
  const fits = (ratio: Ratio) =>
    (baseOf(ratio) >= ratio.numerator.value || rate.value > 100) && matches(ratio, rate);
  if (shrinking.test(rate.own)) {
    const rest = amounts.find(({ own }) => kept.test(own));
    const whole =
      rest && amounts.findLast((term) => areAlike(term, rest) && term.value > rest.value);
    const ratio = rest && whole && { numerator: rest, denominator: whole, complement: true };
    return ratio && fits(ratio) ? ratio : undefined;
  }
  if (named) {
    const certain = rate.quantity.decimals > 0;
    const bases = amounts.filter(
      (term) =>
        isBase(term, named, stem) || (certain && term !== named && term.unit !== named.unit),
    );
    for (const denominator of bases)
      if (fits({ numerator: named, denominator, complement }))
        return { numerator: named, denominator, complement };
    for (const [index, second] of bases.entries()) {
      const first = bases[index + 1];
      if (first && rate.value < 100 && fits({ numerator: named, denominator: [first, second] }))
        return { numerator: named, denominator: [first, second] };
    }
  }
  // A share may speak of the two figures beside it, whatever it is called.
  const share = /占|的|比例|比重|^$/u.test(rate.own.trim());
  const near = amounts.filter(({ sentence }) => sentence === rate.sentence || share);
  const decisive = rate.value !== 100 && (rate.quantity.decimals > 0 || (share && !stem));
  if (!decisive) return undefined;
  for (const numerator of near.slice(0, share ? 2 : 4))
    for (const denominator of near)
      if (
        denominator !== numerator &&
        areAlike(numerator, denominator) &&
        fits({ numerator, denominator })
      )
        if (rate.quantity.decimals > 0 || rate.value > 100 || near.indexOf(numerator) === 0)
          return { numerator, denominator };
  return undefined;
}

/** Several rates told in turn of as many amounts: 维持17件、撤销4件，分别占56.7%、13.3%. */
function inTurn(terms: readonly Term[], at: number): Ratio | undefined {
  const rate = terms[at] as Term;
  const follows = (term: Term | undefined) =>
    term?.role === 'percent' && /^[、和]\p{Script=Han}{0,4}$/u.test(term.lead);
  let first = at;
  while (first > at - reach && follows(terms[first])) first--;
  if (!/分别/u.test(terms[first]?.own ?? '')) return undefined;
  let last = first;
  while (last < first + reach && follows(terms[last + 1])) last++;
  const count = last - first + 1;
  const numerators = terms.slice(Math.max(0, first - count), first);
  const numerator = numerators[at - first];
  if (count < 2 || !numerator || !numerators.every((term) => isAmount(term))) return undefined;
  return terms
    .slice(Math.max(0, first - count - reach), first - count)
    .filter((term) => isAmount(term) && areAlike(numerator, term))
    .reverse()
    .map((denominator) => ({ numerator, denominator }))
    .find((ratio) => matches(ratio, rate));
}

/** Words of a share that name its whole: 占收到申请总数的79.9%. */
const wholeName = /占(?:到|了|全部|所有)?([^，,；;。]{2,20}?)(?:总数|总量|总额|总人数|的)/u;

/** A share of what was counted further before, in another sentence or section, that the words name. */
function ofEarlier(
  terms: readonly Term[],
  rate: Term,
  { amounts, named }: Terms,
  earlier: readonly Term[],
): Ratio | undefined {
  const name = wholeName.exec(rate.own)?.[1] ?? '';
  const numerator = named ?? amounts[0];
  if (!numerator || rate.quantity.decimals === 0 || numerator.sentence !== rate.sentence)
    return undefined;
  const pairs = [...name.slice(0, -1)].map((sign, at) => sign + name[at + 1]);
  return [...terms.slice(Math.max(0, rate.at - farthest), rate.at).reverse(), ...earlier]
    .filter(
      (term) =>
        isAmount(term) &&
        areAlike(term, numerator) &&
        term.value > numerator.value &&
        (named || pairs.some((pair) => (term.own + term.after).includes(pair))),
    )
    .map((denominator) => ({ numerator, denominator }))
    .find((ratio) => matches(ratio, rate));
}

const missOf = (rate: Term, part: Term, whole: Term) =>
  Math.abs((part.value / whole.value) * 100 - rate.value);

/** The one ratio that the words claim beyond doubt: a named numerator right before the rate, and one amount it can be of. */
function claimed(
  terms: readonly Term[],
  at: number,
  { amounts, named, complement, stem }: Terms,
  items: ReadonlySet<Quantity>,
): Ratio | undefined {
  const rate = terms[at] as Term;
  if (shrinking.test(rate.own)) {
    const rest = amounts.find(({ own, sentence }) => kept.test(own) && sentence === rate.sentence);
    const whole =
      rest &&
      amounts.findLast((term) => term.sentence === rate.sentence && term.unit === rest.unit);
    return rest && whole && whole.value > rest.value
      ? { numerator: rest, denominator: whole, complement: true }
      : undefined;
  }
  const [before, part] = [terms[at - 1], terms[at - 2]];
  // 914 人，占执法人员 1020 人的 88.6%.
  if (before && part && /占/u.test(before.own) && /的\s*$/u.test(rate.own))
    return [before, part].every((term) => isAmount(term) && term.sentence === rate.sentence) &&
      areAlike(before, part) &&
      before.value >= part.value
      ? { numerator: part, denominator: before }
      : undefined;
  if (
    !named ||
    complement ||
    !stem ||
    terms[at - 1] !== named ||
    named.sentence !== rate.sentence ||
    conditional.test(rate.own)
  )
    return undefined;
  const words = `${named.own}${rate.own}`;
  const isItem = (term: Term) => items.has(term.quantity);
  const bases = amounts.filter(
    (term) =>
      isBase(term, named, stem) &&
      term.sentence === rate.sentence &&
      term.value >= named.value &&
      !isItem(term),
  );
  if (bases.some(({ own, after }) => carried.test(own + after)) || carried.test(words))
    return undefined;
  const owed = bases.filter(({ own }) => due.test(own));
  const [only, ...others] = owed.length > 0 ? owed : bases;
  // The last of several parts is not what a rate behind them is of.
  if (!only || isItem(named)) return undefined;
  if (others.length > 0 && (only !== terms[at - 2] || missOf(rate, named, only) > clearMiss))
    return undefined;
  if (needsDue.test(words) && owed.length === 0) return undefined;
  return { numerator: named, denominator: only };
}

/**
 * All rates of a passage that can be recomputed.
 * @param earlier amounts of the passages before it, the nearest first
 */
export function checkRates(
  terms: readonly Term[],
  sums: readonly Check[],
  earlier: readonly Term[],
): Check[] {
  const items = new Set(sums.flatMap(({ operands }) => operands));
  return terms.flatMap((rate, at) => {
    if (rate.role !== 'percent' || rate.quantity.max !== null) return [];
    if (tellsChange(rate) && !shrinking.test(rate.own)) return [];
    if (!/率|比|占|达|为|的|^\s*$/u.test(rate.own)) return [];
    const found = termsOf(terms, at);
    const explained =
      explaining(rate, found) ?? inTurn(terms, at) ?? ofEarlier(terms, rate, found, earlier);
    if (explained) return [check(rate, explained)];
    if (!isExact(rate.quantity)) return [];
    const claim = claimed(terms, at, found, items);
    if (!claim) return [];
    const result = check(rate, claim);
    const near =
      Math.abs(result.computed - rate.value) <= nearMiss && !equal(result.computed, rate.value);
    return near ? [result] : [];
  });
}
