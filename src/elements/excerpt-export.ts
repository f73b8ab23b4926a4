/** Hands the reader's excerpts out as a file, or to the clipboard. */
import { excerptsMarkdown } from '../excerpts/markdown.ts';
import type { Excerpt } from '../excerpts/store.ts';
import { today } from './today.ts';

/**
 * Exports as `word` or `markdown`, or copies (`copy`).
 * @returns what to tell the reader
 */
export async function exportExcerpts(what: string, excerpts: readonly Excerpt[]): Promise<string> {
  const day = today();
  if (what === 'word') {
    const { excerptsDocument } = await import('../excerpts/word.ts');
    download(await excerptsDocument(excerpts, day), `摘录-${day}.docx`);
    return '已导出 Word 文档';
  }
  const text = excerptsMarkdown(excerpts, day);
  if (what === 'markdown') {
    download(new Blob([text], { type: 'text/markdown' }), `摘录-${day}.md`);
    return '已导出 Markdown';
  }
  return navigator.clipboard.writeText(text).then(
    () => '已复制全部摘录',
    () => '无法写入剪贴板，请改用导出',
  );
}

function download(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser has taken the file by the time this runs.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
