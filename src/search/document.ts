/** What of a report can be found: its title and every section, each as one text of its own. */

import { walkOutline } from '../model/outline.ts';
import type { PrintedSection } from '../model/printed.ts';
import type { Part, ReportData } from '../model/report.ts';

/** Id of the title among the sections of a report; sections of the outline never have it. */
export const titleId = 'title';

/** A text that a literal is looked up in; no match reaches beyond it. */
export interface Passage {
  /** Section id, or {@link titleId}. */
  id: string;
  /** What the page prints of the section without its children; the title of the report for `title`. */
  text: string;
  /** Characters of `text` that are number and heading. */
  head: number;
  part: Part | null;
  themes: string[];
}

/**
 * All passages of a report: the title, then the sections in reading order.
 * @throws when the printed sections are not those of the report.
 */
export function passagesOf(report: ReportData, printed: PrintedSection[]): Passage[] {
  const { id, title, sections } = report;
  const entries = [...walkOutline(sections)].map(({ entry }) => entry);
  if (entries.map((entry) => entry.id).join() !== printed.map((section) => section.id).join())
    throw new Error(`${id}: the printed text does not hold the sections of the report`);
  return [
    { id: titleId, text: title, head: title.length, part: null, themes: [] },
    ...entries.map(({ part, themes }, i) => {
      const { id, text, head } = printed[i] as PrintedSection;
      return { id, text, head, part, themes };
    }),
  ];
}
