/**
 * The days of a report: when it was published, which the law asks about, and when it was signed, which says nothing of
 * that. Neither ever stands for the other.
 */
import type { ReportFrontmatter } from './report.ts';

type Dated = Pick<ReportFrontmatter, 'published' | 'signed' | 'evidence'>;

/** Whether a label tells when a page was last changed rather than published. */
export const isUpdateLabel = (label: string | null | undefined): boolean =>
  /更新|修改/u.test(label ?? '');

/** What places that only print an update tell: published then or earlier. */
export function lastUpdate({ published, evidence }: Dated): string | null {
  return isUpdateLabel(evidence.published?.label) ? published : null;
}

/** Day of publication for citations, feeds and programs; null where the page tells none, or only an update. */
export function publicationDay(report: Dated): string | null {
  return lastUpdate(report) === null ? report.published : null;
}

/** 2021-02-26 → 2021年2月26日, as far as it is given. */
export function chineseDate(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  return `${year}年${month ? `${month}月` : ''}${day ? `${day}日` : ''}`;
}

/** What the day of signature is called: 落款 where the text bears it, 成文 where the page labels it so. */
export function signedWord({ evidence }: Dated): string {
  return /成文|发文|制发|印发|签/u.test(evidence.signed?.label ?? '') ? '成文' : '落款';
}

/** Both days in one line: 发布日期未载明，2021年12月28日落款. */
export function datesInWords(report: Dated): string {
  const { published, signed } = report;
  if (published) return `${chineseDate(published)}${lastUpdate(report) ? '更新' : '发布'}`;
  return signed ? `发布日期未载明，${chineseDate(signed)}${signedWord(report)}` : '发布日期未载明';
}

/** What is said of a report against the term, each true whatever else may have happened. */
export const timelinessWords = {
  'in-time': '本页发布于期限之前',
  late: '本页发布于期限之后',
  'signed-late': '落款已在期限之后',
  unknown: '是否按期公开，原文看不出',
} as const;
export type Timeliness = keyof typeof timelinessWords;

/** First year whose reports have the term: 督察工作规定 (厅字〔2019〕28号), article 24, in force since 15 April 2019. */
const firstYearWithTerm = 2019;

/** The day before which a report is to be made public; null for years without such a term. */
export const publicationTerm = (year: number): string | null =>
  year >= firstYearWithTerm ? `${year + 1}-04-01` : null;

/**
 * Whether a report was made public before its term, as far as its days tell. A signature before the term says nothing of
 * the publication; one behind it does, since nothing is published before it is written. The page of another body, or the
 * day of an update, tells of no first publication, unless it lies before the term.
 */
export function timeliness(report: Dated & { year: number; publisher: string | null }): Timeliness {
  const term = publicationTerm(report.year);
  if (term === null) return 'unknown';
  const isBefore = (date: string) => date < term.slice(0, date.length);
  const isBehind = (date: string) => date.slice(0, term.length) > term.slice(0, date.length);
  const { published, signed, publisher } = report;
  if (published && isBefore(published)) return 'in-time';
  if (signed && isBehind(signed)) return 'signed-late';
  const isFirst = publisher === null && lastUpdate(report) === null;
  return published && isFirst && isBehind(published) ? 'late' : 'unknown';
}
