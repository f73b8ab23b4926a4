/** Excerpts as a Markdown document: quotations with numbered sources below. */
import { cite } from '../../model/citation.ts';
import { excerptCitation, excerptLabel } from './label.ts';
import type { Excerpt } from './store.ts';

/** Official text as Markdown that shows exactly this text. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>~|&]/g, '\\$&')
    .replace(/^(\s*)([-+=#])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2');
}

/**
 * The document; excerpts keep their order.
 * @param accessed day of reading, `2026-11-21`
 */
export function excerptsMarkdown(excerpts: readonly Excerpt[], accessed: string): string {
  const quotes = excerpts.map((excerpt, index) => {
    const lines = excerpt.text.split('\n').map((line) => `> ${escapeMarkdown(line)}`);
    const heading = `## ${escapeMarkdown(excerptLabel(excerpt))}`;
    return `${heading}\n\n${lines.join('\n>\n')}[^${index + 1}]`;
  });
  const sources = excerpts.map((excerpt, index) => {
    const source = cite('gbt7714', excerptCitation(excerpt, accessed));
    const around = source.split(excerpt.url).map(escapeMarkdown);
    return `[^${index + 1}]: ${around.join(`<${excerpt.url}>`)}`;
  });
  return `${['# 摘录', ...quotes, ...sources].join('\n\n')}\n`;
}
