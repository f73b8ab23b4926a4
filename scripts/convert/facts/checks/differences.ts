/** What is left: 受理27件，审结23件，4件正在办理. */
import type { Quantity } from '../quantities/collect.ts';
import { type Check, figure, isCount, isExact, sum } from './figures.ts';

const remainder =
  /(?:正在|尚未|未结|未审结|未办结|在办|剩余|其余|在册|待办|待审|尚有|还有|审理中|办理中)/u;
const finished = /(?:审结|办结|结案|解除|完成|化解|整改|办理完毕|销号|解决)/u;

/** All differences of a passage: a number, what was done of it, and what remains. */
export function checkDifferences(quantities: readonly Quantity[]): Check[] {
  return quantities.flatMap((target, at) => {
    if (!remainder.test(target.local + target.after.slice(0, 12)) || !isExact(target)) return [];
    if (!isCount(target)) return [];
    const before = quantities
      .slice(Math.max(0, at - 6), at)
      .filter((item) => item.sentenceStart === target.sentenceStart);
    const from = before.findIndex(
      (item) =>
        item.unit === target.unit && item.value > target.value && !finished.test(item.local),
    );
    const whole = before[from];
    if (!whole || whole.part) return [];
    const done = before.slice(from + 1).filter((item) => item.unit === target.unit);
    if (done.length === 0 || !done.every(isExact) || !isExact(whole)) return [];
    const [first] = done as [Quantity];
    if (!finished.test(first.local)) return [];
    const all = sum([whole.value, ...done.map((item) => -item.value)]);
    const one = sum([whole.value, -first.value]);
    const used = one === target.value ? [first] : done;
    const computed = one === target.value ? one : all;
    // Where more was said between than what was finished, a difference may have reasons of its own.
    if (computed !== target.value && (done.length > 1 || computed < 0)) return [];
    return [
      {
        kind: 'difference' as const,
        verdict: computed === target.value ? ('agrees' as const) : ('differs' as const),
        stated: target.value,
        computed,
        formula: `${[whole, ...used].map(figure).join('-')}=${computed}`,
        target,
        operands: [whole, ...used],
      },
    ];
  });
}
