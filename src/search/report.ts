/** A report as the search engine knows it: unfolded from the catalogue. */
import type { Kind, Part } from '../model/report.ts';
import { type CatalogueReport, fromRuns } from './catalogue.ts';
import { type Placed, tailStep } from './layout.ts';

export interface IndexedReport {
  id: string;
  record: string;
  title: string;
  /** Hash of its printed text, `data/texts/<id>.json`. */
  text: string;
  kind: Kind;
  year: number;
  published: string | null;
  /** Codes of its region and those above, from the province down. */
  regions: string[];
  passages: IndexedPassage[];
}

export interface IndexedPassage extends Placed {
  /** Units of its folded text. */
  length: number;
  /** Units of it that are number and heading. */
  head: number;
  /** First position of its tail, see `layout.ts`. */
  tail: number;
  part: Part | null;
  themes: string[];
}

/** Unfolds a report of the catalogue. */
export function unfoldReport(entry: CatalogueReport): IndexedReport {
  const parts = fromRuns(entry.parts as (Part | null | number)[]) as (Part | null)[];
  const themes = fromRuns(entry.themes) as string[];
  let start = 0;
  let tail = entry.lengths.reduce((sum, length) => sum + length, 0);
  const passages = entry.passages.split(' ').map((id, i) => {
    const length = entry.lengths[i] ?? 0;
    const passage = {
      id,
      start,
      length,
      head: entry.heads[i] ?? 0,
      tail,
      part: parts[i] ?? null,
      themes: (themes[i] ?? '').split(' ').filter(Boolean),
    };
    start += length;
    tail += (entry.tails[i] ?? 0) * tailStep;
    return passage;
  });
  const { id, record, title, text, kind, year, published, regions } = entry;
  return { id, record, title, text, kind, year, published, regions, passages };
}
