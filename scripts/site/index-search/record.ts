/** A report as a record for Pagefind and an entry of the catalogue. */

import { regionPath } from '../../../src/corpus/places.ts';
import type { ReportData } from '../../../src/model/report.ts';
import { type CatalogueReport, toRuns } from '../../../src/search/catalogue.ts';
import { passagesOf } from '../../../src/search/document.ts';
import { fold } from '../../../src/search/fold.ts';
import { layOut } from '../../../src/search/layout.ts';
import type { Variants } from '../../../src/search/variants.ts';

export interface IndexRecord {
  /** What Pagefind indexes, see `layout.ts`. */
  content: string;
  /** What the catalogue keeps of the report itself; files and their ids are the concern of who writes them. */
  entry: Omit<CatalogueReport, 'record' | 'text'>;
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
  const folded = passages.map(({ id, text, head }) => ({
    id,
    text: fold(text, variants).text,
    head: fold(text.slice(0, head), variants).text.length,
  }));
  const { tokens, tails } = layOut(folded, terms);
  return {
    content: tokens.join(' '),
    entry: {
      id: report.id,
      title: report.title,
      kind: report.kind,
      year: report.year,
      published: report.published,
      regions: regionPath(report.region).map(({ code }) => code),
      passages: passages.map(({ id }) => id).join(' '),
      lengths: folded.map(({ text }) => text.length),
      heads: folded.map(({ head }) => head),
      tails,
      parts: toRuns(passages.map(({ part }) => part)),
      themes: toRuns(passages.map(({ themes }) => themes.join(' '))),
    },
  };
}
