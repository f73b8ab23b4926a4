/** What the name of a cited document and the words around it tell: its number, year and kind. */
import type { DocumentKind } from '../../../../src/model/facts.ts';

/** Year of a document: of its number, or the first one its name begins with or holds. */
export function documentYear(name: string, printedNumber: string | null): number | null {
  const year =
    /[〔［[【(（](20\d\d)/u.exec(printedNumber ?? '')?.[1] ??
    /(?<!\d)(19[5-9]\d|20\d\d)(?!\d)/u.exec(name)?.[1];
  return year === undefined ? null : Number(year);
}

const place = /[省市县区州盟旗镇乡街道]|自治/u;

/**
 * Kind of a document that `documents.yaml` does not know.
 * @param region full names of the region that cites it, and of those above it
 */
export function inferKind(
  name: string,
  printedNumber: string | null,
  region: readonly string[] = [],
): DocumentKind {
  const plain = name.replace(/[(（][^()（）]*[)）]/gu, '');
  const local =
    place.test(plain) ||
    region.some((full) => plain.includes(full.replace(/[省市县区州盟旗]$/u, '')));
  if (/^国务院令/u.test(printedNumber ?? '')) return 'regulation';
  if (/(?:规划|纲要|计划|方案|工作要点|要点|安排|行动)$/u.test(plain)) return 'plan';
  if (
    /^(?:中共|中国共产党)|(?:党内|党组|党委|纪律处分)|^中[办发]/u.test(
      plain + (printedNumber ?? ''),
    )
  )
    return 'party';
  if (
    /(?:法|法典|宪法)$/u.test(plain) &&
    !/(?:办法|方法|做法|立法|执法|普法|司法|说法|守法)$/u.test(plain)
  )
    return 'law';
  if (/条例(?:实施细则|实施办法)?$/u.test(plain)) return local ? 'local' : 'regulation';
  if (local && /(?:办法|规定|规则|细则|规范|标准|制度|意见|通知|决定|公告)$/u.test(plain))
    return 'local';
  return 'other';
}
