/** Hands the reader's excerpts out as a file, or to the clipboard. */

import { copyText } from '../shared/copy-text.ts';
import { saveFile } from '../shared/save-file.ts';
import { today } from '../shared/today.ts';
import { excerptsMarkdown } from './markdown.ts';
import type { Excerpt } from './store.ts';

/**
 * Exports as `word` or `markdown`, or copies (`copy`).
 * @returns what to tell the reader
 */
export async function exportExcerpts(what: string, excerpts: readonly Excerpt[]): Promise<string> {
  const day = today();
  if (what === 'word') {
    const { excerptsDocument } = await import('../word/excerpts.ts');
    saveFile(await excerptsDocument(excerpts, day), `摘录-${day}.docx`);
    return '已导出 Word 文档';
  }
  const text = excerptsMarkdown(excerpts, day);
  if (what === 'markdown') {
    saveFile(new Blob([text], { type: 'text/markdown' }), `摘录-${day}.md`);
    return '已导出 Markdown';
  }
  return copyText(text, '已复制全部摘录');
}
