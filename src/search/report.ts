/** A report as the search engine knows it: unfolded from the catalogue. */
import type { Kind, Part } from '../model/report.ts';
import { type CatalogueReport, fromRuns } from './catalogue.ts';

export interface IndexedReport {
  id: string;
  record: string;
  title: string;
  kind: Kind;
  year: number;
  published: string | null;
  /** Codes of its region and those above, from the province down. */
  regions: string[];
  passages: IndexedPassage[];
}

export interface IndexedPassage {
  id: string;
  /** First position of its block. */
  start: number;
  size: number;
  head: number;
  part: Part | null;
  themes: string[];
}

/** Unfolds a report of the catalogue. */
export function unfoldReport(entry: CatalogueReport): IndexedReport {
  const parts = fromRuns(entry.parts as (Part | null | number)[]) as (Part | null)[];
  const themes = fromRuns(entry.themes) as string[];
  let start = 0;
  const passages = entry.passages.split(' ').map((id, i) => {
    const size = entry.sizes[i] ?? 0;
    const passage = {
      id,
      start,
      size,
      head: entry.heads[i] ?? 0,
      part: parts[i] ?? null,
      themes: (themes[i] ?? '').split(' ').filter(Boolean),
    };
    start += size;
    return passage;
  });
  const { id, record, title, kind, year, published, regions } = entry;
  return { id, record, title, kind, year, published, regions, passages };
}

/** Number of the passage whose block holds a position, by bisection. */
export function passageAt(passages: IndexedPassage[], position: number): number {
  let low = 0;
  let high = passages.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((passages[middle] as IndexedPassage).start <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}
