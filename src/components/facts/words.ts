/** Facts in words: kinds of checks and documents, and the words that lead to a sentence. */

import type { CheckKind, DocumentKind } from '../../model/facts.ts';
import { quoteWords } from '../../model/value-words.ts';
import { links } from '../link.ts';

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

/** A link to the sentence that a fact was read from, with its number marked. */
export const quoteLink = (
  report: string,
  { section, quote }: { section: string; quote: string },
  exact: string,
) => links.quote(report, section, quoteWords(quote, exact));
