/**
 * A whole and its parts. The text states that figures are parts where it announces them (其中, 分别为, 包括), adds them up
 * behind (合计), or names what is left (其余). Figures that merely stand beside a whole are taken for its parts only
 * where they add up to it: they are never held against it.
 */

import type { Quantity } from '../quantities/collect.ts';
import { type Check, figure, inScaleOf, sum } from './figures.ts';
import { areAlike, equal, isAmount, isCarried, type Term } from './terms.ts';

/** Words before the first part that announce parts of what was counted before. */
const announcing =
  /其中|分别[为是有]|分别(?=[^，,。；;]{0,6}$)|分为|包括|包含|涵盖|涉及|按(?:照)?[^，,。；;]{1,10}(?:分|划分|来看)|(?:的[^，,。；;]{1,8}|[件起宗例项份条个])中[，,]|：[^：，,。；;]*$/u;
/** Words that announce parts or what else was touched: 176个事项，涉及20个部门. */
const touching = /涉及|涵盖|包括|包含/u;
/** A list that leaves nothing out, by its own words. */
const complete = /分别[为是]|分为/u;
/** Words before a whole that adds up the parts before it. */
const adding =
  /(?:合计|共计|总计|总共|一共|两项共|(?<!公)共(?![享同建治识用产和青])|(?<![统设预估累审])计)(?:[^，,。；;、]{0,10})$/u;
const certainlyAdding = /(?:合计|共计|总计|两项共)(?:有|为|达|办理|受理|收到)?$|^共$/u;
/** What became of things: words of parts that were not announced. */
const fates =
  /保留|取消|共享|核验|废止|失效|有效|修改|修订|维持|撤销|驳回|终止|确认违法|不予|完成|取得|推进|办结|审结|结案|整改|未|尚|正在|下放|承接|收回|告知承诺|采纳|转办|转送|立案|受理|合格|成功|解除|在册|回复|一审|二审|再审|撤诉|败诉|胜诉|调解|和解|转下|公开|移送/u;
/** A part that is the rest of the whole. */
const resting =
  /剩|其[他它余]|另[有外]|剩余|余下|尚余|尚有|还有|尚未|未审结|未办结|未结|未完成|在办|在审|正在|待[审办结处]|结转|[审办]理中|推进中|跨年|转下年|转入下/u;
const certainlyResting =
  /(?:其余|剩余|余下|仅剩|剩下)的?$|^(?:件|起|宗|例)?(?:案件)?(?:正在|尚未|在[办审])/u;
const finished =
  /审结|办结|结案|完成|化解|整改|解决|销号|办理|答复|解除|通过|保留|取消|废止|采纳|合格|受理|已/u;

/** Longest list of parts that is looked at, and farthest whole before one. */
const mostParts = 24;
const farthestWhole = 8;
/** How far a list may be from its whole, as a share of it, to be held against it: a list that misses by more means another. */
const nearMiss = 0.1;
/** Longest words of one part in a list that is held against its whole. */
const longestPart = 18;

/** Signs that part what is counted; a 、 behind a stronger sign joins words of one name. */
const separators = (lead: string) =>
  lead.match(/[，,；;]/gu)?.length ?? lead.match(/、/gu)?.length ?? 0;
const add = (terms: readonly Term[]) => sum(terms.map(({ value }) => value));
/** How far rounding may have moved a whole from its parts. */
const slackOf = (terms: readonly Term[]) => sum(terms.map(({ slack }) => slack));

/** Figures from one on that are listed: the same unit, one sign between each and the next, shares left aside. */
function listFrom(terms: readonly Term[], from: number): Term[] {
  const first = terms[from] as Term;
  const list = [first];
  let lead = '';
  for (const term of terms.slice(from + 1, from + 1 + 2 * mostParts)) {
    if (term.sentence !== first.sentence || list.length >= mostParts) break;
    if (term.role === 'none') continue;
    lead += term.lead;
    if (term.role === 'percent' || term.role === 'change') continue;
    if (!isAmount(term) || term.unit !== first.unit) break;
    if (separators(lead) > (lead === term.lead ? 1 : 2) || announcing.test(lead)) break;
    if (adding.test(term.own)) break;
    list.push(term);
    lead = '';
  }
  return list;
}

/** The first parts of a list that are joined like the first two: 、 ends where ， begins, and ， where ； does. */
function joinedAlike(list: readonly Term[]): Term[] {
  const rank = (lead: string) => (/[；;]/u.test(lead) ? 2 : /[，,]/u.test(lead) ? 1 : 0);
  const first = rank(list[1]?.lead ?? '');
  const end = list.findIndex((term, at) => at > 1 && rank(term.lead) > first);
  return end < 0 ? [...list] : list.slice(0, end);
}

/** The fewest first parts, but two, that make up a whole. */
function prefixOf(list: readonly Term[], whole: Term): Term[] | undefined {
  let total = 0;
  for (const [at, term] of list.entries()) {
    total = sum([total, term.value]);
    if (at > 0 && equal(total, whole.value)) return list.slice(0, at + 1);
  }
  return undefined;
}

function check(
  kind: 'sum' | 'remainder',
  verdict: Check['verdict'],
  whole: Term,
  parts: readonly Term[],
): Check {
  const computed = add(parts);
  const { quantity } = whole;
  const printed = (term: Term) => figure(term.quantity);
  return {
    kind,
    verdict,
    stated: quantity.value,
    computed: verdict === 'agrees' ? quantity.value : scaledLike(computed, whole),
    formula: `${parts.map(printed).join('+')}=${inScaleOf(computed, quantity)}`,
    target: quantity,
    operands: parts.map((part) => part.quantity),
  };
}

/** An amount in the unit its whole is printed in: 亿 of money belongs to the unit. */
const scaledLike = (value: number, { quantity, value: amount }: Term) =>
  amount === 0 ? value : Number(((value * quantity.value) / amount).toPrecision(12));

/** Wholes that a list may be of: amounts before it, the nearest first. */
function wholesBefore(terms: readonly Term[], at: number): Term[] {
  const first = terms[at] as Term;
  return terms
    .slice(Math.max(0, at - farthestWhole), at)
    .filter(
      (term) =>
        isAmount(term) &&
        areAlike(term, first) &&
        term.sentence >= first.sentence - 1 &&
        term.value > 0,
    )
    .reverse();
}

/** Whether nothing is counted between a whole and its list. */
const adjacent = (terms: readonly Term[], whole: Term, at: number) =>
  terms
    .slice(whole.at + 1, at)
    .every(({ role }) => role === 'percent' || role === 'past' || role === 'change');

/**
 * The whole that an announced list is of: the amount right before it; where a list opens a sentence and exceeds all
 * amounts of the sentence before, the largest of them.
 */
function wholeOf(terms: readonly Term[], at: number, parts: readonly Term[]): Term | undefined {
  const wholes = wholesBefore(terms, at);
  const [nearest] = wholes;
  if (nearest && adjacent(terms, nearest, at)) return nearest;
  if (terms[at - 1]?.sentence === (terms[at] as Term).sentence) return undefined;
  const largest = wholes.toSorted((a, b) => b.value - a.value)[0];
  return largest && largest.value < add(parts) ? largest : undefined;
}

/** Whether nothing but parts of one of them is counted between two figures. */
const isBeside = (
  terms: readonly Term[],
  first: Term,
  second: number,
  isPart: (term: Term) => boolean,
) =>
  terms
    .slice(first.at + 1, second)
    .every((term) => ['percent', 'past', 'change'].includes(term.role) || isPart(term));

/** A list that is announced as parts. */
function announced(terms: readonly Term[], at: number): Check | undefined {
  const list = listFrom(terms, at);
  const told = joinedAlike(list);
  const [nearest, ...others] = wholesBefore(terms, at);
  // A list that all but makes up the whole right before it is of no other.
  const almost =
    nearest &&
    told.length > 1 &&
    adjacent(terms, nearest, at) &&
    isNear(add(told) - nearest.value, nearest);
  for (const whole of nearest ? [nearest, ...(almost ? [] : others)] : []) {
    const parts = equal(add(list), whole.value) && list.length > 1 ? list : prefixOf(list, whole);
    if (parts) return check('sum', 'agrees', whole, parts);
  }
  const parts = told;
  const whole = wholeOf(terms, at, parts);
  if (!whole || parts.length < 2 || whole.unit !== (parts[0] as Term).unit) return undefined;
  if (touching.test((terms[at] as Term).lead) && countsOthers(whole, parts)) return undefined;
  const miss = add(parts) - whole.value;
  if (Math.abs(miss) <= slackOf([whole, ...parts])) return undefined;
  const lead = (terms[at] as Term).lead;
  if (miss < 0 && !complete.test(lead))
    return parts.every(isShort) ? check('sum', 'partial', whole, parts) : undefined;
  return isNear(miss, whole) && parts.every(isShort)
    ? check('sum', 'differs', whole, parts)
    : undefined;
}

/** Words behind a unit that are the noun it counts. */
const nounBehind = ({ after }: Term) => /^[的\s]*(\p{Script=Han}{2,10})/u.exec(after)?.[1] ?? '';

/** Whether parts count something else than their whole: 176个事项，涉及20个部门和10个街道. */
function countsOthers(whole: Term, parts: readonly Term[]): boolean {
  const name = `${whole.own}${whole.after}`;
  return parts.some((part) => {
    const noun = nounBehind(part);
    return noun !== '' && ![...noun.slice(1)].some((sign, at) => name.includes(noun[at] + sign));
  });
}

const isNear = (miss: number, whole: Term) => Math.abs(miss) <= Math.max(1, nearMiss * whole.value);
const isShort = ({ own }: Term) => own.length <= longestPart;

/** Words that end alike before a whole and each part: 检察建议118份 … 检察建议37份. */
function sharedNoun(whole: Term, part: Term): boolean {
  const [a, b] = [whole.own.trimEnd(), part.own.trimEnd()];
  return a.length >= 4 && b.length >= 4 && a.slice(-4) === b.slice(-4);
}

/** Smallest whole that two figures right behind it hardly make up by chance. */
const leastWhole = 10;

/** Whether parts that were not announced are told as parts: by what became of them, or as one list. */
function areTold(parts: readonly Term[], beside: boolean): boolean {
  if (beside || parts.every(({ own, after }) => fates.test(own + after))) return true;
  const tight = parts.slice(1).every(({ lead }) => /、|^[^，,；;]{0,10}[和及与]/u.test(lead));
  return parts.length >= 3 && tight;
}

/** Words before a whole that gathers what the parts were done to, or that says that it is one. */
const gathering = /梳理|摸排|清理|排查|汇总|编制/u;
const counting = /(?<!公)共(?![享同建治识用产和青])|总|合计|累计/u;

/** Parts that were not announced and leave some of the whole out: told where each has its own fate or bears its name. */
function partly(whole: Term, list: readonly Term[]): Check | undefined {
  const total = add(list);
  if (total >= whole.value || total * 2 < whole.value || !counting.test(whole.own))
    return undefined;
  const named = list.every((part) => part.unit === whole.unit && sharedNoun(whole, part));
  const disposed = list.length >= 3 && list.every(({ own }) => fates.test(own));
  return named || (disposed && gathering.test(whole.own))
    ? check('sum', 'partial', whole, list)
    : undefined;
}

/** A list without announcement, where it adds up to an amount before it. */
function unannounced(
  terms: readonly Term[],
  at: number,
  isPart: (term: Term) => boolean,
): Check | undefined {
  const list = listFrom(terms, at);
  if (list.length < 2) return undefined;
  const wholes = wholesBefore(terms, at).slice(0, 4);
  const all = wholes.find((whole) => equal(add(list), whole.value));
  for (const whole of all ? [all, ...wholes] : wholes) {
    const parts = prefixOf(list, whole);
    // A part that some of those behind it make up is no whole of them.
    if (whole.value < leastWhole && (isPart(whole) || whole.sentence !== list[0]?.sentence))
      continue;
    if (parts && areTold(parts, adjacent(terms, whole, at)))
      return check('sum', 'agrees', whole, parts);
  }
  const before = terms[at - 1];
  const whole =
    before && isAmount(before) && before.sentence === list[0]?.sentence ? before : undefined;
  return whole && partly(whole, list);
}

/** Parts that are added up behind: 一审47件、二审17件，合计64件. */
function addedUp(terms: readonly Term[], at: number): Check | undefined {
  const whole = terms[at] as Term;
  if (separators(whole.lead) > 2) return undefined;
  const parts: Term[] = [];
  let lead = '';
  for (let before = at - 1; before >= Math.max(0, at - mostParts); before--) {
    const term = terms[before] as Term;
    if (term.sentence !== whole.sentence || !isAmount(term) || !areAlike(term, whole)) break;
    if (parts.length > 0 && (separators(lead) > 1 || announcing.test(lead))) break;
    parts.unshift(term);
    lead = term.lead;
    if (/[；;]/u.test(lead)) break;
  }
  for (let from = 0; from <= parts.length - 2; from++) {
    const last = parts.slice(from);
    if (equal(add(last), whole.value)) return check('sum', 'agrees', whole, last);
  }
  const miss = add(parts) - whole.value;
  const all =
    parts.length >= 2 && parts.slice(1).every((part) => /^[^，,；;]*[、和及]/u.test(part.lead));
  const first = terms[at - parts.length - 1];
  const fromStart = first?.sentence !== whole.sentence || /[；;]/u.test(parts[0]?.lead ?? '');
  const held =
    certainlyAdding.test(whole.own) &&
    all &&
    fromStart &&
    parts.every(({ unit }) => unit === whole.unit);
  return held && isNear(miss, whole) && Math.abs(miss) > slackOf([whole, ...parts])
    ? check('sum', 'differs', whole, parts)
    : undefined;
}

/** What is left: 受理27件，审结23件，4件正在办理. */
function remainder(
  terms: readonly Term[],
  at: number,
  isPart: (term: Term) => boolean,
): Check | undefined {
  const rest = terms[at] as Term;
  const before = terms
    .slice(Math.max(0, at - farthestWhole), at)
    .filter((term) => isAmount(term) && areAlike(term, rest) && term.sentence >= rest.sentence - 1);
  const result = (whole: Term, done: Term): Check => {
    const computed = sum([whole.value, -done.value]);
    return {
      ...check('remainder', equal(computed, rest.value) ? 'agrees' : 'differs', rest, [
        whole,
        done,
      ]),
      computed: scaledLike(computed, rest),
      formula: `${figure(whole.quantity)}-${figure(done.quantity)}=${inScaleOf(computed, rest.quantity)}`,
    };
  };
  for (const done of before.toReversed())
    for (const whole of before.slice(0, before.indexOf(done)).toReversed())
      if (
        equal(whole.value - done.value, rest.value) &&
        (finished.test(done.own + done.after) || certainlyResting.test(rest.own))
      )
        return result(whole, done);
  for (const entered of before.filter(isCarried))
    for (const whole of before.slice(0, before.indexOf(entered)))
      for (const done of before.slice(before.indexOf(entered) + 1))
        if (equal(whole.value + entered.value - done.value, rest.value))
          return {
            ...result(whole, done),
            verdict: 'agrees',
            computed: rest.quantity.value,
            formula: `${figure(whole.quantity)}+${figure(entered.quantity)}-${figure(done.quantity)}=${figure(rest.quantity)}`,
            operands: [whole.quantity, entered.quantity, done.quantity],
          };
  const [whole, done, ...others] = before.filter((term) => !isPart(term));
  if (!whole || !done || others.length > 0) return undefined;
  // More may be left than what is told first: 601个已摘帽，179个正在评估，还有52个.
  const next = terms[at + 1];
  if (next?.sentence === rest.sentence && areAlike(next, rest)) return undefined;
  if (!certainlyResting.test(rest.own) && !certainlyResting.test(rest.after)) return undefined;
  if ([whole, done, rest].some((term) => term.sentence !== rest.sentence || isCarried(term)))
    return undefined;
  const miss = whole.value - done.value - rest.value;
  const held =
    finished.test(done.own + done.after) && whole.value > done.value && separators(rest.lead) <= 1;
  return held &&
    isBeside(terms, done, at, isPart) &&
    isBeside(terms, whole, done.at, isPart) &&
    isNear(miss, whole)
    ? result(whole, done)
    : undefined;
}

/** All sums and remainders of a passage: of a whole and its parts the first that was found. */
export function checkSums(terms: readonly Term[]): Check[] {
  const found: Check[] = [];
  const byFigure = new Map<Quantity, Check[]>();
  const known = (each: Check | undefined) => {
    if (!each) return;
    const figures = [each.target, ...each.operands];
    const among = (set: readonly Quantity[]) => figures.every((one) => set.includes(one));
    // Parts of one whole that happen to make up another part say nothing.
    const same = (byFigure.get(each.target) ?? []).some(
      ({ target, operands }) =>
        target === each.target ||
        among(operands) ||
        (operands.length + 1 === figures.length && among([target, ...operands])),
    );
    if (same) return;
    found.push(each);
    for (const one of figures) byFigure.set(one, [...(byFigure.get(one) ?? []), each]);
  };
  const isPart = ({ quantity }: Term) =>
    byFigure.get(quantity)?.some(({ operands }) => operands.includes(quantity)) ?? false;
  const each = (find: (at: number) => Check | undefined, where: (term: Term) => boolean) =>
    terms.forEach((term, at) => {
      if (isAmount(term) && where(term)) known(find(at));
    });
  each(
    (at) => announced(terms, at),
    ({ lead }) => announcing.test(lead),
  );
  each(
    (at) => addedUp(terms, at),
    ({ own }) => adding.test(own),
  );
  each(
    (at) => remainder(terms, at, isPart),
    ({ own, after }) => resting.test(own + after.slice(0, 12)),
  );
  each(
    (at) => unannounced(terms, at, isPart),
    ({ lead }) => !announcing.test(lead),
  );
  return found;
}
