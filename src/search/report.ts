/** A report as the search engine knows it: unfolded from the catalogue. */
import type { Part } from '../model/report.ts';
import { type CatalogueReport, fromRuns } from './catalogue.ts';
import { type Placed, tailStep } from './layout.ts';

/** Columns of the catalogue that tell of each passage. */
type PassageColumn = 'passages' | 'lengths' | 'heads' | 'tails' | 'parts' | 'themes';

export interface IndexedReport extends Omit<CatalogueReport, PassageColumn> {
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
  const {
    passages: ids,
    lengths,
    heads,
    tails,
    parts: ofParts,
    themes: ofThemes,
    ...report
  } = entry;
  const parts = fromRuns(ofParts) as (Part | null)[];
  const themes = fromRuns(ofThemes) as string[];
  let start = 0;
  let tail = lengths.reduce((sum, length) => sum + length, 0);
  const passages = ids.split(' ').map((id, i) => {
    const length = lengths[i] ?? 0;
    const passage = {
      id,
      start,
      length,
      head: heads[i] ?? 0,
      tail,
      part: parts[i] ?? null,
      themes: (themes[i] ?? '').split(' ').filter(Boolean),
    };
    start += length;
    tail += (tails[i] ?? 0) * tailStep;
    return passage;
  });
  return { ...report, passages };
}
