/** What is made of the reader's excerpts in every form: headings, passages with the number of their source, sources. */

import { cite, type PrintedForm } from '../../model/citation.ts';
import { type Excerpt, type ExcerptItem, isHeading } from './excerpt.ts';
import { excerptCitation, excerptLabel } from './label.ts';

/** A passage as documents show it. */
export interface DocumentPassage {
  excerpt: Excerpt;
  /** Title of the report and place in it. */
  label: string;
  /** Official text, one entry a paragraph. */
  lines: string[];
  /** Number of its report in the list of sources, from 1. */
  source: number;
  /** Citation of the passage itself, with its own address. */
  citation: string;
  /** What the reader says about it, in one line; empty where that is nothing. */
  note: string;
}

export interface ExcerptDocument {
  blocks: (DocumentPassage | { heading: string })[];
  /** Citations of the reports, each once, in the order of their first passages. */
  sources: string[];
}

const inOneLine = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim())
    .join(' ');

/**
 * Puts excerpts together in their order.
 * @param form of the citations
 * @param accessed day of reading, `2026-11-21`
 */
export function excerptDocument(
  items: readonly ExcerptItem[],
  form: PrintedForm,
  accessed: string,
): ExcerptDocument {
  const sources = new Map<string, string>();
  const blocks = items.map((item) => {
    if (isHeading(item)) return { heading: inOneLine(item.heading) };
    const { report, url, note = '' } = item;
    const [whole = url] = url.split('#');
    if (!sources.has(report.id))
      sources.set(report.id, cite(form, { report, url: whole, accessed }));
    return {
      excerpt: item,
      label: excerptLabel(item),
      lines: item.text.split('\n'),
      source: [...sources.keys()].indexOf(report.id) + 1,
      citation: cite(form, excerptCitation(item, accessed)),
      note: inOneLine(note),
    };
  });
  return { blocks, sources: [...sources.values()] };
}
