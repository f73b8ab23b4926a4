/** Rates whose numerator and denominator the sentence gives: 调解5642件，成功5602件，成功率99.29%. */
import type { Quantity } from '../quantities/collect.ts';
import { type Check, figure, isCount, isExact, rounded } from './figures.ts';

/** What a rate is about: the word it shares with its numerator. */
const rateWords: [rate: RegExp, numerator: RegExp][] = [
  [/出庭/u, /出庭/u],
  [/成功率|调成率/u, /成功/u],
  [/采纳率/u, /采纳/u],
  [/回复率|反馈率/u, /收到|回复|反馈/u],
  [/(?:结案|审结|办结)率/u, /结案|审结|办结/u],
  [/(?<!不)合格率/u, /(?<!不)合格/u],
  [/化解率/u, /化解/u],
  [/占比?|比例|比重/u, /./u],
];
/** Rates of what is no longer there: their complement is what was kept. */
const shrinking = /(?:压缩|精简|压减|削减|减少)(?:比例|率|比)?/u;

interface Ratio {
  numerator: Quantity;
  denominator: Quantity;
  /** The rate is what is missing from the ratio. */
  complement: boolean;
}

const percentOf = ({ numerator, denominator, complement }: Ratio) =>
  (complement ? 1 - numerator.value / denominator.value : numerator.value / denominator.value) *
  100;

/** Whether a computed rate is the printed one, rounded or cut off at its decimals. */
function matches(ratio: Ratio, rate: Quantity): boolean {
  const difference = Math.abs(percentOf(ratio) - rate.value);
  return difference < (rate.approx === null ? 10 ** -rate.decimals * 0.999 : 1);
}

function check(rate: Quantity, ratio: Ratio): Check {
  const { numerator, denominator, complement } = ratio;
  const computed = rounded(percentOf(ratio), Math.max(rate.decimals, matches(ratio, rate) ? 0 : 1));
  const quotient = `${figure(numerator)}÷${figure(denominator)}`;
  const agrees = matches(ratio, rate);
  return {
    kind: 'rate',
    verdict: agrees ? 'agrees' : 'differs',
    stated: rate.value,
    computed:
      agrees && computed !== rate.value ? rounded(percentOf(ratio), rate.decimals) : computed,
    formula: `${complement ? `1-${quotient}` : quotient}=${computed}%`,
    target: rate,
    operands: [numerator, denominator],
  };
}

/** Counts before a rate that can be its terms: same sentence, nearest last. */
function terms(quantities: readonly Quantity[], at: number): Quantity[] {
  const rate = quantities[at] as Quantity;
  return quantities
    .slice(Math.max(0, at - 8), at)
    .filter(
      (item) =>
        item.sentenceStart === rate.sentenceStart &&
        isCount(item) &&
        isExact(item) &&
        item.value > 0,
    );
}

/** The ratios the words around the rate claim, whether or not one of them gives the rate; the likeliest first. */
function claimed(rate: Quantity, counts: readonly Quantity[], sums: readonly Check[]): Ratio[] {
  if (shrinking.test(rate.local)) {
    const kept = counts.find((item) => /保留/u.test(item.local));
    const denominator = counts[0];
    return kept && denominator && denominator !== kept && denominator.value > kept.value
      ? [{ numerator: kept, denominator, complement: true }]
      : [];
  }
  const words = rateWords.find(([pattern]) => pattern.test(rate.local));
  const numerator = counts.at(-1);
  if (!words || words[0].source.startsWith('占') || !numerator || !words[1].test(numerator.local))
    return [];
  const isItem = (whole: Quantity) =>
    sums.some(({ target, operands }) => target === whole && operands.includes(numerator));
  return counts
    .filter(
      (item) =>
        item !== numerator &&
        item.value >= numerator.value &&
        /案件|纠纷|申请|建议|事项|应出庭|应当|开庭|受理|审理/u.test(item.local + item.after) &&
        // What was done of the cases is no base of a rate: 出庭74人, 出庭45人.
        (!words[1].test(item.local) || /应诉案件|[应需须]当?出庭|审理/u.test(item.local)) &&
        !isItem(item),
    )
    .map((denominator) => ({ numerator, denominator, complement: false }));
}

/** All rates of a passage that can be recomputed. */
export function checkRates(quantities: readonly Quantity[], sums: readonly Check[]): Check[] {
  return quantities.flatMap((rate, at) => {
    if (rate.unit !== '%' || rate.max !== null) return [];
    if (!/(?:率|比|占|达|为)/u.test(rate.local)) return [];
    const counts = terms(quantities, at);
    if (counts.length < 2) return [];
    const claims = claimed(rate, counts, sums);
    const [claim] = claims;
    const fitting = claims.find((ratio) => matches(ratio, rate));
    if (fitting) return [check(rate, fitting)];
    if (claim) return rate.approx === null ? [check(rate, claim)] : [];
    // The figures may be named in another order: any two of them that give the rate explain it.
    for (const numerator of [...counts].reverse()) {
      const denominators = counts.filter(
        (item) =>
          item !== numerator && item.value >= numerator.value && item.start < numerator.start,
      );
      for (const denominator of denominators) {
        const ratio = { numerator, denominator, complement: shrinking.test(rate.local) };
        if (matches(ratio, rate) && explains(rate, numerator)) return [check(rate, ratio)];
      }
    }
    return [];
  });
}

/** 100% is the ratio of any two equal figures: it is taken for one only where the words fit. */
function explains(rate: Quantity, numerator: Quantity): boolean {
  const words = rateWords.find(([pattern]) => pattern.test(rate.local));
  if (words?.[1].test(numerator.local + numerator.after)) return true;
  return rate.value < 100 && rate.decimals > 0;
}
