/** Cuts official text into sentences: what is compared between reports. */

import { walkOutline } from '../../model/outline.ts';
import type { Section } from '../../model/report.ts';

/** A sentence of a report, with its closing mark. */
export interface Sentence {
  /** Section that holds it. */
  section: string;
  text: string;
}

/** Sentences of a paragraph; joined they are the paragraph. A semicolon ends a sentence, as items of lists do. */
export function cutSentences(paragraph: string): string[] {
  return paragraph.match(/[^。；;！？!?]+[。；;！？!?]*[”’」』）)]*|[。；;！？!?]+/gu) ?? [];
}

/** All sentences of a report's sections in reading order; headings are none. */
export function sentencesOf(sections: Section[]): Sentence[] {
  return [...walkOutline(sections)].flatMap(({ entry }) =>
    entry.text
      .split('\n')
      .flatMap(cutSentences)
      .map((text) => ({ section: entry.id, text })),
  );
}
