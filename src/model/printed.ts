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

/** Lines of a section and all below it, as the page prints them: headings, paragraphs. */
const printedLines = (section: Section): string[] =>
  printedSections([section]).flatMap(({ text }) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  );

/**
 * The printed text of a passage, one line a heading or paragraph: of a section with all below it, or of one of its
 * paragraphs, `s1-k2-p3`; undefined where there is none.
 */
export function printedPassage(sections: readonly Section[], id: string): string | undefined {
  const all: Section[] = sections.flatMap(function below(section): Section[] {
    return [section, ...section.children.flatMap(below)];
  });
  const section = all.find((each) => each.id === id);
  if (section) return printedLines(section).join('\n');
  const [, holder, number] = /^(.+)-p(\d+)$/.exec(id) ?? [];
  const own = all.find((each) => each.id === holder);
  return own?.text.split('\n')[Number(number) - 1]?.trim();
}

/** The printed text of a report as it is published, `data/texts/<id>.json`. */
export function textFile(sections: readonly Section[]): string {
  return `${JSON.stringify(printedSections(sections))}\n`;
}
