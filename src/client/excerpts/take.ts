/** Takes passages into the reader's excerpts: from a report's own page, or of any report from its open data. */

import { publicationDay } from '../../model/dates.ts';
import { printedPassage } from '../../model/printed.ts';
import { routes } from '../../model/routes.ts';
import { loadReport } from '../compare/load-report.ts';
import { reportFacts } from '../reading/report-facts.ts';
import { sectionText } from '../reading/section-text.ts';
import { siteLink } from '../shared/site-link.ts';
// What is taken is shown.
import './gathered.ts';
import type { Excerpt, Passage } from './excerpt.ts';
import { excerpts } from './store.ts';

const withoutBlanks = (text: string) => text.replace(/\s/g, '');

/**
 * The excerpt that a passage becomes. Words that do not stand in the passage as they are given, as those of a
 * shortened text, are not taken for it: the passage is taken whole.
 * @param words the part of the passage that is wanted, where it is not all
 * @throws when the report cannot be fetched or has no such passage
 */
export async function excerptOf({ report: id, section, words }: Passage): Promise<Excerpt> {
  const { report, text } = await passageOf(id, section);
  const url = new URL(siteLink(routes.section(id, section)), location.href).href;
  const isPart = words && words !== text && withoutBlanks(text).includes(withoutBlanks(words));
  return { report, section, url, ...(isPart ? { text: words, partial: true } : { text }) };
}

async function passageOf(id: string, section: string): Promise<Pick<Excerpt, 'report' | 'text'>> {
  const { name: _, ...facts } = reportFacts();
  const element = facts.id === id && document.getElementById(section);
  if (element) return { report: facts, text: sectionText(element) };
  const { title, issuer, documentNumber, sections, ...data } = await loadReport(id);
  const text = printedPassage(sections, section);
  if (text === undefined) throw new Error(`${id} has no passage ${section}`);
  return { report: { id, title, issuer, published: publicationDay(data), documentNumber }, text };
}

/** Takes passages that were not taken before; tells what to tell the reader. */
export async function take(passages: readonly Passage[]): Promise<string> {
  try {
    const added = excerpts.add(await Promise.all(passages.map(excerptOf)));
    if (added === 0) return '摘录中已有';
    return added === 1 ? '已加入摘录' : `已加入摘录 ${added} 段`;
  } catch {
    return '未能取得原文，请检查网络后再试';
  }
}

/** Takes a passage, or gives it back where it was taken; tells what to tell the reader. */
export async function toggle(passage: Passage): Promise<string> {
  const taken = excerpts.indexOf(passage);
  if (taken < 0) return take([passage]);
  excerpts.remove(taken);
  return '已移出摘录';
}
