/** Values of indicators in words, and the units that are counted alike; what browsers show as well. */
import type { IndicatorValue, ValueStatus } from './facts.ts';

const printed = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 4 });

/** 27件, 431,000余人次, 近600次. */
export function valueWords({
  value,
  unit,
  approx,
}: Pick<IndicatorValue, 'value' | 'unit' | 'approx'>): string {
  const number = printed.format(value);
  if (!approx) return `${number}${unit}`;
  if (/^[余多来几]$/u.test(approx)) return `${number}${approx}${unit}`;
  return /^(?:以|左|上下|有余)/u.test(approx)
    ? `${number}${unit}${approx}`
    : `${approx}${number}${unit}`;
}

/** 件, 起 and 宗 count alike; what is measured otherwise is not compared. */
export function unitFamily(unit: string): string {
  if (/^[件起宗例]$/.test(unit)) return '件';
  if (/^(?:人|名|人次|人[(（]次[)）])$/.test(unit)) return '人次';
  if (/^(?:场|次|场次|期|场[(（]次[)）])$/.test(unit)) return '场次';
  return unit;
}

/** What a value is of, and whether someone has looked at it: 全域；截至11月底；待核. */
export function valueTerms({
  scope,
  period,
  aspect,
  status,
}: Pick<IndicatorValue, 'scope' | 'period' | 'aspect' | 'status'>): string[] {
  const said = status === 'certain' ? null : statusWords[status];
  return [scope, period, aspect, said].filter((each) => each !== null);
}

export const statusWords: Record<ValueStatus, string> = {
  certain: '程序识别',
  uncertain: '待核',
  confirmed: '编者已核',
  corrected: '编者改正',
};

const longestQuery = 60;

/** Words of a quote to look up: they hold the number and no quotation mark at an end. */
export function quoteWords(quote: string, exact: string): string {
  const clauses = quote.split(/[，,。；;：:！？\n]/u).map((clause) => clause.trim());
  const bare = exact.trim();
  const clause =
    clauses.find((words) => bare !== '' && words.includes(bare)) ?? clauses[0] ?? quote;
  const at = bare === '' ? 0 : Math.max(0, clause.indexOf(bare) + bare.length - longestQuery);
  const words = clause
    .slice(at, at + longestQuery)
    .replace(/^[“”"\-=－＝]+|(?<![“”"])[“”"]+$/gu, '');
  return `"${words}"`;
}
