/** What of a report can be found: its title and every section, each as one text of its own. */
import type { Part, ReportData, Section } from '../model/report.ts';
import { walkOutline } from '../outline.ts';

/** Id of the title among the sections of a report; sections of the outline never have it. */
export const titleId = 'title';

/** A text that a literal is looked up in; no match reaches beyond it. */
export interface Passage {
  /** Section id, or {@link titleId}. */
  id: string;
  /** Heading as printed without its number, empty where there is none; the title of the report for `title`. */
  heading: string;
  /** Heading and own text with its paragraphs, separated by line feeds, as excerpts show them. */
  text: string;
  part: Part | null;
  themes: string[];
  /** The sections around it and itself, outermost first; empty for the title. */
  path: Section[];
}

/** All passages of a report: the title, then the sections in reading order. */
export function passagesOf(report: ReportData): Passage[] {
  const title: Passage = {
    id: titleId,
    heading: report.title,
    text: report.title,
    part: null,
    themes: [],
    path: [],
  };
  const sections = [...walkOutline(report.sections)].map(({ entry, ancestors }) => ({
    id: entry.id,
    heading: entry.heading ?? '',
    text: [entry.heading ?? '', entry.text].filter(Boolean).join('\n'),
    part: entry.part,
    themes: entry.themes,
    path: [...ancestors, entry],
  }));
  return [title, ...sections];
}
