import type { ReportFrontmatter } from './model/report.ts';

/** Stands for the day of reading until a reader's browser fills it in. */
export const citedOn = '引用日期';

/**
 * Citation of a report after GB/T 7714: [A/OL] with a document number, otherwise [R/OL].
 * Parts the source does not tell are left out.
 * @param url address of the report or of one of its sections
 */
export function citation(report: ReportFrontmatter, url: string): string {
  const issuer = report.issuer ? `${report.issuer}. ` : '';
  const number = report.documentNumber ? `: ${report.documentNumber}` : '';
  const type = report.documentNumber ? '[A/OL]' : '[R/OL]';
  const published = report.published ? `(${report.published})` : '';
  return `${issuer}${report.title}${number}${type}. ${published}[${citedOn}]. ${url}.`;
}
