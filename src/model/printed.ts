/**
 * The text of a report as its page prints it, section by section: the shape of `data/texts/<id>.json`. Without the
 * schemas, so that browsers load little.
 */
import type { Section } from './report.ts';
import { isPoint } from './section-styles.ts';

export interface PrintedSection {
  /** Section id. */
  id: string;
  /**
   * Number, heading and own paragraphs in reading order, without those of its children. A line feed stands where
   * the page begins a new line.
   */
  text: string;
  /** Characters of `text` that are number and heading; 0 where no heading is printed. */
  head: number;
  /** Heading an editor gave, which is no part of the printed text. */
  editorial?: string;
}

/** What stands printed before the own text of a section: its number and its heading. */
export function printedLabel({ marker, printedHeading, text }: Section): string {
  const label = marker + (printedHeading ?? '');
  return text === '' ? label.trimEnd() : label;
}

/** What the page prints of each section, in reading order. */
export function printedSections(sections: readonly Section[]): PrintedSection[] {
  return sections.flatMap((section) => {
    const { id, marker, printedHeading, editorial, heading, text } = section;
    const head = printedHeading === null ? 0 : marker.length + printedHeading.length;
    // Points and passages without heading run on from their number.
    const runsOn = head === 0 || isPoint(section);
    const printed = marker + (printedHeading ?? '') + (runsOn ? '' : '\n') + text;
    return [
      { id, text: printed.trimEnd(), head, ...(editorial ? { editorial: heading ?? '' } : {}) },
      ...printedSections(section.children),
    ];
  });
}

/** The printed text of a report as it is published, `data/texts/<id>.json`. */
export function textFile(sections: readonly Section[]): string {
  return `${JSON.stringify(printedSections(sections))}\n`;
}
