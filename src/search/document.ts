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
  /** What the page prints of the section without its children; the titles of the report for `title`. */
  text: string;
  /** Characters of `text` that are number and heading. */
  head: number;
  part: Part | null;
  themes: string[];
}

/** Stands between the title that the site shows and the one that is printed: nobody looks for words across it. */
const betweenTitles = '／';

/** The title as the site shows it, and as it is printed where that is another. */
function titlesOf({ title, printedTitle }: ReportData): string {
  const printed = printedTitle.replace(/\s/g, '');
  return printed === '' || title.replace(/\s/g, '').includes(printed)
    ? title
    : title + betweenTitles + printedTitle;
}

/** All passages of a report: its titles, then the sections in reading order. */
export function passagesOf(report: ReportData): Passage[] {
  const { sections } = report;
  const text = titlesOf(report);
  const entries = [...walkOutline(sections)].map(({ entry }) => entry);
  return [
    { id: titleId, text, head: text.length, part: null, themes: [] },
    ...printedSections(sections).map(({ id, text, head }, i) => {
      const { part, themes } = entries[i] as Section;
      return { id, text, head, part, themes };
    }),
  ];
}
