/** What the checks share: their result, sums without binary noise, and figures as people write them. */
import type { CheckKind, CheckVerdict } from '../../../../src/model/facts.ts';
import type { Quantity } from '../quantities/collect.ts';
import { exactly } from '../quantities/grammar.ts';

/** A figure that was recomputed. */
export interface Check {
  kind: CheckKind;
  verdict: CheckVerdict;
  /** The figure that was checked, in its printed unit. */
  stated: number;
  computed: number;
  /** How it was computed, in the figures of the text: 7+45+96+107=255. */
  formula: string;
  /** The quantity that was checked. */
  target: Quantity;
  /** The quantities it was computed from. */
  operands: Quantity[];
}

export function sum(values: readonly number[]): number {
  return exactly(values.reduce((total, value) => total + value, 0));
}

/** A number in the unit and precision people write: 172.7万 stays 172.7 among 万. */
export function figure(quantity: Quantity): string {
  return /[\d.]+[万亿]?/u.exec(quantity.exact.replace(/[,，]/g, ''))?.[0] ?? String(quantity.value);
}

export function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(Math.min(decimals, 10)));
}

/** Quantities that may stand in an exact calculation: no ranges, no approximations. */
export function isExact(quantity: Quantity): boolean {
  return quantity.max === null && quantity.approx === null;
}

/** Counts of things, as opposed to rates, money and measures. */
const counts = new Set('件起宗例个项次人名份条家户场部册本所处卷'.split(''));
export function isCount(quantity: Quantity): boolean {
  return (
    counts.has(quantity.unit) ||
    /^(?:人次|场次|件次|批次|户次|人[(（]次[)）])$/u.test(quantity.unit)
  );
}
