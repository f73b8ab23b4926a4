/** Hands the reader's excerpts out as a file, or to the clipboard. */

import type { PrintedForm } from '../../model/citation.ts';
import { copyText } from '../shared/copy-text.ts';
import { saveFile } from '../shared/save-file.ts';
import { today } from '../shared/today.ts';
import type { ExcerptItem } from './excerpt.ts';
import { excerptDocument } from './excerpt-document.ts';
import { excerptFile } from './excerpt-file.ts';
import { excerptsMarkdown, excerptsText } from './markdown.ts';

const textFile = (text: string, type: string) => new Blob([text], { type });

/**
 * Exports as `word`, `draft` (an official document to be filled in), `markdown`, `text` or `file` (to be read in
 * again), or copies (`copy`).
 * @param form of the citations
 * @returns what to tell the reader
 */
export async function exportExcerpts(
  what: string,
  items: readonly ExcerptItem[],
  form: PrintedForm,
): Promise<string> {
  const day = today();
  const document = excerptDocument(items, form, day);
  switch (what) {
    case 'word':
    case 'draft': {
      const { excerptsDocument, draftDocument } = await import('../word/excerpts.ts');
      const made = what === 'word' ? excerptsDocument(document) : draftDocument(document);
      saveFile(await made, `${what === 'word' ? '摘录' : '公文稿'}-${day}.docx`);
      return '已导出 Word 文档';
    }
    case 'markdown':
      saveFile(textFile(excerptsMarkdown(document), 'text/markdown'), `摘录-${day}.md`);
      return '已导出 Markdown';
    case 'text':
      saveFile(textFile(excerptsText(document), 'text/plain'), `摘录-${day}.txt`);
      return '已导出纯文本';
    case 'file':
      saveFile(textFile(excerptFile(items), 'application/json'), `摘录-${day}.json`);
      return '已存为文件，可在任何浏览器的本页读入';
    default:
      return copyText(excerptsText(document), '已复制全部摘录');
  }
}
