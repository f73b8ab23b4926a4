/** What the name of a cited document and the words around it tell: its number, year and kind. */
import type { DocumentKind } from '../../../../src/model/facts.ts';

const number =
  /(?:(?:国务院|主席|[\p{Script=Han}]{2,10}政府|[\p{Script=Han}]{1,6}部)?令)?(?:第\d{1,4}号)|[\p{Script=Han}]{1,12}[〔［[【(（]20\d\d[〕］\]】)）](?:第)?\d{1,4}号/u;
const orderBehind = new RegExp(`^\\s?[(（\\[]?(${number.source})`, 'u');
const before = new RegExp(`(${number.source})[)）]?\\s?$`, 'u');

/** 文号 right behind or right before a name; null where there is none. */
export function documentNumber(text: string, start: number, end: number): string | null {
  const behind = orderBehind.exec(text.slice(end, end + 40))?.[1];
  if (behind) return behind;
  return before.exec(text.slice(Math.max(0, start - 30), start))?.[1] ?? null;
}

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
