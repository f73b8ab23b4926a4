/** What the reader collects: passages of any reports, under headings of the reader's own. */

import type { CitedReport } from '../../model/citation.ts';

/** A passage of a report that may be taken. */
export interface Passage {
  /** Id of the report. */
  report: string;
  /** Section or paragraph id within it. */
  section: string;
  /** The words that are wanted, where it is not all of them. */
  words?: string;
}

/** A passage as it was collected. */
export interface Excerpt {
  report: CitedReport;
  /** Section or paragraph id within the report. */
  section: string;
  url: string;
  /** Official text, one line a paragraph. */
  text: string;
  /** The text is a part of the passage. */
  partial?: boolean;
  /** What the reader says about it. */
  note?: string;
}

/** A heading that the reader gave. */
export interface ExcerptHeading {
  heading: string;
}

export type ExcerptItem = Excerpt | ExcerptHeading;

export const isHeading = (item: ExcerptItem): item is ExcerptHeading => 'heading' in item;

/** The passages of a list, in its order. */
export const passagesOf = (items: readonly ExcerptItem[]): Excerpt[] =>
  items.filter((item): item is Excerpt => !isHeading(item));

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

/** Whether something that was stored, or read from a file, is an item of the list. */
export function isExcerptItem(value: unknown): value is ExcerptItem {
  const item = (value ?? {}) as Record<string, unknown>;
  if (isText(item['heading'])) return true;
  const { report, section, url, text, note = '' } = item;
  return isReport(report) && isAddress(url) && [section, text, note].every(isText);
}
