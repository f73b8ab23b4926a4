/** Excerpts as a Markdown document: quotations with numbered sources below. */

import { cite } from '../../model/citation.ts';
import { markdownAddress, markdownText } from '../../model/markdown-text.ts';
import { excerptCitation, excerptLabel } from './label.ts';
import type { Excerpt } from './store.ts';

/** A citation whose address, which stands near its end, leads there. */
function source(excerpt: Excerpt, accessed: string): string {
  const citation = cite('gbt7714', excerptCitation(excerpt, accessed));
  const at = citation.lastIndexOf(excerpt.url);
  const before = markdownText(citation.slice(0, at));
  const after = markdownText(citation.slice(at + excerpt.url.length));
  return before + markdownAddress(excerpt.url) + after;
}

/**
 * The document; excerpts keep their order.
 * @param accessed day of reading, `2026-11-21`
 */
export function excerptsMarkdown(excerpts: readonly Excerpt[], accessed: string): string {
  const quotes = excerpts.map((excerpt, index) => {
    const lines = excerpt.text.split('\n').map((line) => `> ${markdownText(line)}`);
    const heading = `## ${markdownText(excerptLabel(excerpt))}`;
    return `${heading}\n\n${lines.join('\n>\n')}[^${index + 1}]`;
  });
  const sources = excerpts.map((excerpt, index) => `[^${index + 1}]: ${source(excerpt, accessed)}`);
  return `${['# 摘录', ...quotes, ...sources].join('\n\n')}\n`;
}
