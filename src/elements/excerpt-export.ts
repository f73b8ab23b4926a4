/** Hands the reader's excerpts out as a file, or to the clipboard. */
import { excerptsMarkdown } from '../excerpts/markdown.ts';
import type { Excerpt } from '../excerpts/store.ts';
import { saveFile } from './save-file.ts';
import { today } from './today.ts';

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
  return navigator.clipboard.writeText(text).then(
    () => '已复制全部摘录',
    () => '无法写入剪贴板，请改用导出',
  );
}
