/** Excerpts as texts: Markdown with sources as footnotes, and plain text with a list of them. */

import { markdownAddress, markdownText } from '../../model/markdown-text.ts';
import type { DocumentPassage, ExcerptDocument } from './excerpt-document.ts';

/** A citation whose address, which stands near its end, leads there. */
function linked({ citation, excerpt: { url } }: DocumentPassage): string {
  const at = citation.lastIndexOf(url);
  const before = markdownText(citation.slice(0, at));
  const after = markdownText(citation.slice(at + url.length));
  return before + markdownAddress(url) + after;
}

/** The document as Markdown. */
export function excerptsMarkdown({ blocks }: ExcerptDocument): string {
  // Under headings of the reader's own the passages are one level lower.
  const level = blocks.some((block) => 'heading' in block) ? '###' : '##';
  const notes: string[] = [];
  const texts = blocks.flatMap((block) => {
    if ('heading' in block) return [`## ${markdownText(block.heading)}`];
    notes.push(`[^${notes.length + 1}]: ${linked(block)}`);
    const lines = block.lines.map((line) => `> ${markdownText(line)}`).join('\n>\n');
    const { note } = block;
    return [
      `${level} ${markdownText(block.label)}`,
      `${lines}[^${notes.length}]`,
      ...(note ? [`备注：${markdownText(note)}`] : []),
    ];
  });
  return `${['# 摘录', ...texts, ...notes].join('\n\n')}\n`;
}

/** The document as plain text. */
export function excerptsText({ blocks, sources }: ExcerptDocument): string {
  const texts = blocks.map((block) => {
    if ('heading' in block) return block.heading;
    const { lines, source, label, excerpt, note } = block;
    const below = [`——${label}，${excerpt.url}`, note && `备注：${note}`].filter(Boolean);
    return [`${lines.join('\n')}[${source}]`, ...below].join('\n');
  });
  const list = sources.map((source, at) => `[${at + 1}] ${source}`);
  return `${[...texts, ['参考文献', ...list].join('\n')].join('\n\n')}\n`;
}
