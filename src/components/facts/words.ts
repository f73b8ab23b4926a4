/** Facts in words: values with their units, kinds of checks and documents, and the words that lead to a sentence. */

import type { Report } from '../../corpus/reports.ts';
import type { CheckKind, DocumentKind, IndicatorValue, ValueStatus } from '../../model/facts.ts';
import { shortNames } from '../../model/region-names.ts';
import { links } from '../link.ts';

/** Who reports: a government by the short name of its region, a department by its own name. */
export function bodyName({ data }: Report): string {
  if (data.kind !== 'government') return data.issuer ?? data.region.name;
  const short = shortNames(data.region.name)[0] ?? data.region.name;
  // 五华 and 建德 lose what they are; 海西州 does not.
  return /[州盟旗县市区]$/u.test(short) ? short : data.region.name;
}

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

export const statusWords: Record<ValueStatus, string> = {
  certain: '程序识别',
  uncertain: '待核',
  confirmed: '编者已核',
  corrected: '编者改正',
};

export const checkKindWords: Record<CheckKind, string> = {
  sum: '分项与合计',
  rate: '比率',
  growth: '与上年比',
  remainder: '余数',
  repeat: '同一数字两处',
  table: '表中合计',
};

export const documentKindWords: Record<DocumentKind, string> = {
  law: '法律',
  regulation: '行政法规',
  party: '党内法规和党的文件',
  plan: '规划、纲要、方案',
  local: '地方法规、规章和规范性文件',
  other: '其他',
};

const longestQuery = 60;

/** Words of a quote to look up: they hold the number and no quotation mark at an end. */
function queryWords(quote: string, exact: string): string {
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

/** A link to the sentence that a fact was read from, with its number marked. */
export const quoteLink = (
  report: string,
  { section, quote }: { section: string; quote: string },
  exact: string,
) => links.quote(report, section, queryWords(quote, exact));
