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
  /** Numerator and denominator of a rate. */
  ratio?: [number, number];
}

export function sum(values: readonly number[]): number {
  return exactly(values.reduce((total, value) => total + value, 0));
}

/** A number in the unit and precision people write: 172.7万 stays 172.7 among 万. */
export function figure({ exact, value, cell }: Quantity): string {
  const printed = /[\d.]+[万亿]?/u.exec(exact.replace(/[,，]/g, ''))?.[0] ?? String(value);
  return cell && value < 0 ? `-${printed}` : printed;
}

export function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(Math.min(decimals, 10)));
}

/** Whether a figure may be printed for one between two bounds: rounded, or cut off at its decimals. */
export function isPrintedFor(printed: number, [low, high]: [number, number], decimals: number) {
  const place = 10 ** -decimals;
  return printed > low - place * 0.999 && printed < high + place * 0.501;
}

/** Quantities that may stand in an exact calculation: no ranges, no approximations. */
export function isExact(quantity: Quantity): boolean {
  return quantity.max === null && quantity.approx === null;
}

/** A computed value in the scale its total is printed in: 万 where the text writes 万. */
export function inScaleOf(value: number, like: Quantity): string {
  const scale = /[\d.](万|亿)/u.exec(like.exact)?.[1];
  const factor = scale === '万' ? 1e4 : scale === '亿' ? 1e8 : 1;
  return `${Number((value / factor).toPrecision(12))}${scale ?? ''}`;
}
