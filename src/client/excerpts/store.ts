/** The reader's excerpts: passages of any reports, kept in this browser in an order of the reader's own. */

import type { CitedReport } from '../../model/citation.ts';
import { StoredList } from '../shared/stored-list.ts';

/** A passage as it was collected. */
export interface Excerpt {
  report: CitedReport;
  /** Section or paragraph id within the report. */
  section: string;
  url: string;
  /** Official text, one line a paragraph. */
  text: string;
}

class Excerpts extends StoredList<Excerpt> {
  /** Puts a passage at the end; false when it is there already. */
  add(excerpt: Excerpt): boolean {
    if (this.items.some(({ url }) => url === excerpt.url)) return false;
    this.items = [...this.items, excerpt];
    return true;
  }

  /** Moves the passage at an index by some places, as far as there is room. */
  move(index: number, by: number): void {
    const items = [...this.items];
    const [moved] = items.splice(index, 1);
    if (!moved) return;
    items.splice(Math.max(0, Math.min(items.length, index + by)), 0, moved);
    this.items = items;
  }

  remove(index: number): void {
    this.items = this.items.filter((_, at) => at !== index);
  }
}

const isText = (value: unknown) => typeof value === 'string';
const isTextOrNull = (value: unknown) => value === null || isText(value);

function isReport(value: unknown): value is CitedReport {
  const { id, title, issuer, published, documentNumber } = (value ?? {}) as Record<string, unknown>;
  return isText(id) && isText(title) && [issuer, published, documentNumber].every(isTextOrNull);
}

/** A link may lead to a page, and run nothing. */
function isAddress(value: unknown): boolean {
  return (
    typeof value === 'string' && URL.canParse(value) && /^https?:/.test(new URL(value).protocol)
  );
}

function isExcerpt(value: unknown): value is Excerpt {
  const { report, section, url, text } = (value ?? {}) as Record<string, unknown>;
  return isReport(report) && isText(section) && isAddress(url) && isText(text);
}

/** Most passages that are kept. */
const mostExcerpts = 1000;

export const excerpts = new Excerpts('excerpts', isExcerpt, mostExcerpts);
