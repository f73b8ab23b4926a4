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

/** Both days in one line: 发布日期未载明，2021年12月28日落款. */
export function datesInWords(report: Dated): string {
  const { published, signed } = report;
  if (published) return `${chineseDate(published)}${lastUpdate(report) ? '更新' : '发布'}`;
  return signed ? `发布日期未载明，${chineseDate(signed)}落款` : '发布日期未载明';
}
