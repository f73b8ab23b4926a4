/**
 * How a figure changed: from and to (由217项减少到142项，精简34.6%), beside the year before (44件，上年为36件，上升22.2%), or by
 * how much (15万元，比上年增加5万元，增长50%).
 */
import { type Check, figure, isExact, isPrintedFor, rounded } from './figures.ts';
import { areAlike, changed, elsewhen, isAmount, type Term } from './terms.ts';

/** Changes that no two figures of the text give: a mean of several years, prices held constant. */
const otherwise =
  /年均|平均|每年|可比|不变价|实际增|同口径|扣除|番|贡献|拉动|任务|目标|计划|名义|连续/u;
const falling = /下降|减少|降低|回落|精简|压减|压缩|缩减|缩短|下滑|降幅|减幅|减轻|少/u;
const rising = /增长|增加|上升|提高|提升|增幅|涨幅|净增|多|升高|扩大|增/u;
/** Units whose figures grow in real terms, or are rounded more than they show. */
const money = /元$/u;
/** Farthest figures a change is looked for among. */
const reach = 6;
/** Per cent points by which a change may miss to be held against the figures: one that misses by more means others. */
const nearMiss = 10;

/** The change in per cent, and how far rounding may have moved it. */
function changeOf(now: Term, past: Term): { percent: number; low: number; high: number } {
  const at = (a: number, b: number) => (a / b - 1) * 100;
  return {
    percent: at(now.value, past.value),
    low: at(now.value - now.slack, past.value + past.slack),
    high: at(now.value + now.slack, past.value - past.slack),
  };
}

function percentCheck(rate: Term, now: Term, past: Term): Check & { miss: number } {
  const { percent, low, high } = changeOf(now, past);
  const fell = falling.test(rate.own) || (!rising.test(rate.own) && percent < 0);
  const [computed, least, most] = fell ? [-percent, -high, -low] : [percent, low, high];
  const { quantity } = rate;
  const agrees =
    quantity.unit === '%'
      ? isPrintedFor(rate.value, [least, most], quantity.decimals)
      : rate.value > least - 1 && rate.value < most + 1;
  const shown = rounded(computed, Math.max(quantity.decimals, agrees ? 0 : 1));
  const [a, b, c] = [figure(now.quantity), figure(past.quantity), figure(past.quantity)];
  return {
    kind: 'growth',
    verdict: agrees ? 'agrees' : 'differs',
    stated: quantity.value,
    computed: agrees ? quantity.value : shown,
    formula: `(${fell ? `${b}-${a}` : `${a}-${b}`})÷${c}=${shown}%`,
    target: quantity,
    operands: [now.quantity, past.quantity],
    miss: Math.abs(computed - rate.value),
  };
}

/** A rate in exact per cent: a quarter is told for what is about a quarter. */
const isPercent = ({ quantity }: Term) => isExact(quantity) && quantity.unit === '%';

/** Two figures that a change may lie between: a count of this year and one of another, which the words set side by side. */
function pairsFor(
  terms: readonly Term[],
  at: number,
): { now: Term; past: Term; beside: boolean }[] {
  const rate = terms[at] as Term;
  const near = terms
    .slice(Math.max(0, at - reach), at + 2)
    .filter((term) => term.sentence === rate.sentence && term !== rate);
  const pasts = near.filter(
    (term) => term.role === 'past' && isExact(term.quantity) && term.value > 0,
  );
  return pasts.toReversed().flatMap((past) => {
    const others = near.filter((term) => isAmount(term) && areAlike(term, past));
    // The nearest before the year that it is held against, else the nearest behind: 由217项减少到142项.
    const order = [
      ...others.filter(({ quantity }) => quantity.start < past.quantity.start).toReversed(),
      ...others.filter(({ quantity }) => quantity.start > past.quantity.start),
    ];
    const behind = order.find(({ quantity }) => quantity.start > past.quantity.start);
    const first =
      behind && /(?:到|至|为|成)(?:了|现在的?|目前的?|今年的?|约)*$/u.test(behind.lead)
        ? behind
        : order[0];
    const sorted = first ? [first, ...order.filter((term) => term !== first)] : [];
    return sorted.map((now, rank) => ({ now, past, beside: rank === 0 && pasts.length === 1 }));
  });
}

const grammar =
  /同比|环比|[较比与](?:上|去|前|往|同|20\d\d)[^，,]{0,4}?(?:年度?|期)?(?:相比)?|增长|增加|上升|提高|提升|增幅|增速|涨幅|净增|下降|减少|降低|回落|降幅|精简|压减|压缩|缩减|下滑|幅度|比例|分别|平均|大幅|整体|总体|累计|达|为|了|率|\P{Script=Han}/gu;

/** Whether a change names nothing of its own, or what its figure counts: 内设机构精简 is said of others. */
function isOf(rate: Term, now: Term): boolean {
  const noun = rate.own.replace(grammar, '');
  const words = now.lead + now.after;
  return noun.length < 2 || [...noun.slice(1)].some((sign, at) => words.includes(noun[at] + sign));
}

/** A change in per cent between two figures of its sentence. */
function percentChange(terms: readonly Term[], at: number): Check | undefined {
  const rate = terms[at] as Term;
  if (otherwise.test(rate.own)) return undefined;
  const checks = pairsFor(terms, at).map(({ now, past, beside }) => ({
    ...percentCheck(rate, now, past),
    held: beside && !money.test(now.unit) && now.unit === past.unit && isOf(rate, now),
  }));
  const [first] = checks;
  const found = checks.find(({ verdict }) => verdict === 'agrees');
  if (found) return found;
  if (!first) return byAmount(terms, at);
  const between = terms.slice(0, at).findLast(({ role }) => role !== 'change');
  // The rate stands right behind the two, or right before the year that it is held against.
  const close = first && between && first.operands.includes(between.quantity);
  return first?.held && close && first.miss <= nearMiss && isPercent(rate) ? first : undefined;
}

/** 15万元，比上年增加5万元，增长50%: the year before is the figure less its change. */
function byAmount(terms: readonly Term[], at: number): Check | undefined {
  const rate = terms[at] as Term;
  const before = terms.slice(Math.max(0, at - 2), at);
  const next = terms[at + 1];
  // 262件，同比下降2.6%，减少7件: the change may be told behind as well.
  const [now, change] =
    next?.role === 'change' && before.at(-1)?.role === 'count' ? [before.at(-1), next] : before;
  if (!now || !change || change.role !== 'change' || !isAmount(now) || change.unit !== now.unit)
    return undefined;
  if (change.sentence !== rate.sentence || now.sentence !== rate.sentence) return undefined;
  const value = now.value + (falling.test(change.own) ? change.value : -change.value);
  if (value <= 0) return undefined;
  const past = { ...now, value, slack: now.slack + change.slack };
  const { operands: _, ...result } = percentCheck(rate, now, past);
  const close = terms[at - 1] === change && terms[at - 2] === now && !money.test(now.unit);
  if (result.verdict !== 'agrees' && !(close && isPercent(rate) && result.miss <= nearMiss))
    return undefined;
  const sign = falling.test(change.own) ? '+' : '-';
  const base = `(${figure(now.quantity)}${sign}${figure(change.quantity)})`;
  return {
    ...result,
    formula: `${figure(change.quantity)}÷${base}=${result.computed}%`,
    operands: [now.quantity, change.quantity],
  };
}

/** A change that is the difference of two figures, with that difference as the formula shows it. */
function agreeing(change: Term, now: Term, past: Term, difference: string | number): Check {
  const [more, less] = now.value > past.value ? [now, past] : [past, now];
  const { value } = change.quantity;
  return {
    kind: 'growth',
    verdict: 'agrees',
    stated: value,
    computed: value,
    formula: `${figure(more.quantity)}-${figure(less.quantity)}=${difference}`,
    target: change.quantity,
    operands: [now.quantity, past.quantity],
  };
}

/** A change told in the unit of the figures: 较上年的7913件减少587件. */
function amountChange(terms: readonly Term[], at: number): Check | undefined {
  const change = terms[at] as Term;
  if (!isExact(change.quantity) || otherwise.test(change.own)) return undefined;
  for (const { now, past } of pairsFor(terms, at)) {
    if (now.unit !== change.unit || past.unit !== change.unit) continue;
    const difference = Math.abs(now.value - past.value);
    if (Math.abs(difference - change.value) > 1e-9 * Math.max(1, difference)) continue;
    return agreeing(change, now, past, figure(change.quantity));
  }
  return undefined;
}

/** What was added or taken away between two counts: 由10个增加到12个，新增2个. */
const added = /(?:新增|增设|新设|取消|核减|撤并|净减)(?:了)?$/u;
const points = /百分点$/u;
/** Where a rate began: 由95%提高到98%. */
const began = /(?:由|从)[^，,；;。]{0,12}$/u;

/** A change in percentage points between two rates: 98.8%，比上年的97%提高1.8个百分点. */
function pointChange(terms: readonly Term[], at: number): Check | undefined {
  const change = terms[at] as Term;
  const rates = terms
    .slice(Math.max(0, at - 4), at)
    .filter((term) => term.role === 'percent' && term.sentence === change.sentence);
  const past = rates.find(({ own }) => elsewhen.test(own) || began.test(own));
  const now = rates.findLast((term) => term !== past);
  if (!past || !now || !isExact(change.quantity)) return undefined;
  const difference = rounded(Math.abs(now.value - past.value), 6);
  const place =
    10 ** -Math.min(change.quantity.decimals, now.quantity.decimals, past.quantity.decimals);
  if (Math.abs(difference - change.value) >= place * 0.999) return undefined;
  return agreeing(change, now, past, rounded(difference, 4));
}

/** Whether a rate tells of a change: 同比增长, 精简. */
export function tellsChange({ own }: Term): boolean {
  return changed.test(own) || (/同比|环比|[较比](?:上|去|同)/u.test(own) && !/[到至]$/u.test(own));
}

/** All changes of a passage that can be recomputed. */
export function checkGrowth(terms: readonly Term[]): Check[] {
  return terms.flatMap((term, at) => {
    if (points.test(term.unit)) return pointChange(terms, at) ?? [];
    if (term.role === 'change' || added.test(term.own)) return amountChange(terms, at) ?? [];
    return term.role === 'percent' && tellsChange(term) ? (percentChange(terms, at) ?? []) : [];
  });
}
