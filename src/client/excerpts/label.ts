import { type Citation, citedOn } from '../../model/citation.ts';
import { sectionPlace } from '../../model/section-label.ts';
import type { Excerpt } from './excerpt.ts';

/** What an excerpt is headed by: title of the report and place in it. */
export function excerptLabel({ report, section }: Excerpt): string {
  return `《${report.title}》${sectionPlace(section)}`;
}

/** The source of an excerpt as read on a day, `2026-11-21`. */
export function excerptCitation({ report, section, url }: Excerpt, accessed = citedOn): Citation {
  return { report, url, accessed, section: sectionPlace(section) };
}
