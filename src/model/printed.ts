/**
 * The text of a report as its page prints it, section by section: the shape of `content/reports/<id>.text.json` and
 * of `data/texts/<id>.json`. The open data leaves out printed numbers and the stops of headings; this keeps both.
 */
import { z } from 'zod';

export const printedSection = z.strictObject({
  /** Section id. */
  id: z.string(),
  /**
   * Number, heading and own paragraphs in reading order, without those of its children. A line feed stands where
   * the page begins a new line.
   */
  text: z.string(),
  /** Characters of `text` that are number and heading; 0 where no heading is printed. */
  head: z.number().int().nonnegative(),
  /** Heading an editor gave, which is no part of the printed text. */
  editorial: z.string().optional(),
});
export type PrintedSection = z.infer<typeof printedSection>;

/** All sections of a report in reading order. */
export const printedSections = z.array(printedSection);
