/** What can be done with a part of a report: loaded when the first menu opens. */

import {
  type CitationForm,
  citationForms,
  cite,
  linkWords,
  quotation,
} from '../../model/citation.ts';
import { addressOf, citationOf, reportFacts } from '../reading/report-facts.ts';
import { sectionText } from '../reading/section-text.ts';
import { copyText } from '../shared/copy-text.ts';
import { take } from './take.ts';

/**
 * Copies a part of the report in one of the ways, or adds it to the list of excerpts.
 * @returns what to tell the reader
 */
export async function act(what: string, id: string): Promise<string> {
  const part = document.getElementById(id);
  if (!part) return '';
  const { name: _, ...report } = reportFacts();
  const url = addressOf(id);
  if (what === 'excerpt') return take([{ report: report.id, section: id }]);
  const citation = citationOf(report, url);
  if (what === 'link') return copyText(`${linkWords(citation)}\n${url}`, '已复制链接');
  if (what === 'text') return copyText(quotation(sectionText(part), citation), '已复制文字与出处');
  const form = what as CitationForm;
  return copyText(cite(form, citation), `已复制${citationForms[form]}引文`);
}

/** Citation of the report, or of the part with an id, in one of the forms. */
export function citationText(form: string, id: string): string {
  const { name: _, ...report } = reportFacts();
  return cite(form as CitationForm, citationOf(report, addressOf(id)));
}
