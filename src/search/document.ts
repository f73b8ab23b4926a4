/** What of a report can be found: its title and every section, each as one text of its own. */

import { walkOutline } from '../model/outline.ts';
import { printedSections } from '../model/printed.ts';
import type { Part, ReportData, Section } from '../model/report.ts';

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

/** All passages of a report: the title, then the sections in reading order. */
export function passagesOf({ title, sections }: ReportData): Passage[] {
  const entries = [...walkOutline(sections)].map(({ entry }) => entry);
  return [
    { id: titleId, text: title, head: title.length, part: null, themes: [] },
    ...printedSections(sections).map(({ id, text, head }, i) => {
      const { part, themes } = entries[i] as Section;
      return { id, text, head, part, themes };
    }),
  ];
}
