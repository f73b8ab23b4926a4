/** A report as a record for Pagefind and an entry of the catalogue. */
import type { ReportData } from '../../src/model/report.ts';
import { type CatalogueReport, toRuns } from '../../src/search/catalogue.ts';
import { passagesOf } from '../../src/search/document.ts';
import { fold } from '../../src/search/fold.ts';
import { blockOf } from '../../src/search/layout.ts';
import type { Variants } from '../../src/search/variants.ts';

export interface IndexRecord {
  /** What Pagefind indexes: the tokens of all blocks. */
  content: string;
  /** What the catalogue keeps; the record's id is known only once Pagefind has written it. */
  entry: Omit<CatalogueReport, 'record'>;
}

/** Codes of a region and those above it, from the province down; names without a code are left out. */
export function regionCodes({ code, path }: ReportData['region']): string[] {
  const levels = [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`, code];
  const above = [...new Set(levels)].filter((level) => level !== code);
  // A county right below its province has two names but three codes.
  return [...above.slice(0, path.length - 1), code];
}

/**
 * @param terms Frequent terms, folded.
 */
export function recordOf(
  report: ReportData,
  terms: readonly string[],
  variants: Variants,
): IndexRecord {
  const passages = passagesOf(report);
  const blocks = passages.map(({ heading, text }) =>
    blockOf(fold(text, variants).text, fold(heading, variants).text.length, terms),
  );
  return {
    content: blocks.flatMap(({ tokens }) => tokens).join(' '),
    entry: {
      id: report.id,
      title: report.title,
      kind: report.kind,
      year: report.year,
      published: report.published,
      regions: regionCodes(report.region),
      passages: passages.map(({ id }) => id).join(' '),
      sizes: blocks.map(({ tokens }) => tokens.length),
      heads: blocks.map(({ head }) => head),
      parts: toRuns(passages.map(({ part }) => part)),
      themes: toRuns(passages.map(({ themes }) => themes.join(' '))),
    },
  };
}
