import type { Citation, CitedReport } from '../../model/citation.ts';
import { sectionPlace } from '../../model/section-label.ts';
import { today } from '../shared/today.ts';
import { fragmentId } from './fragment.ts';

/** What a report page tells its scripts about the report. */
export interface ReportFacts extends CitedReport {
  /** Short name for lists of choices: 海西蒙古族藏族自治州 2020. */
  name: string;
}

/** Reads the facts of the report page. */
export function reportFacts(): ReportFacts {
  return JSON.parse(document.getElementById('report-facts')?.textContent ?? '{}') as ReportFacts;
}

/** Address of the page or of a part of it, without the words of a search or a view that led here. */
export function addressOf(id: string): string {
  return new URL(id ? `#${id}` : location.pathname, location.origin + location.pathname).href;
}

/** Citation of the report, or of the part with an id, as read today. */
export function citationOf(report: CitedReport, url: string): Citation {
  const id = fragmentId(new URL(url).hash);
  const section = sectionPlace(id);
  return { report, url, accessed: today(), ...(section && { section }) };
}
