/** Excerpts as a Word document, with their sources as footnotes. Loaded only when one is asked for. */
import {
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  type IParagraphOptions,
  Packer,
  Paragraph,
} from 'docx';
import { cite } from '../../model/citation.ts';
import { excerptCitation, excerptLabel } from '../excerpts/label.ts';
import type { Excerpt } from '../excerpts/store.ts';
import { indent, run, styles } from './styles.ts';

function passage(excerpt: Excerpt, footnote: number): Paragraph[] {
  const lines = excerpt.text.split('\n');
  const heading: IParagraphOptions = {
    heading: HeadingLevel.HEADING_2,
    children: [run(excerptLabel(excerpt))],
  };
  const paragraphs = lines.map((line, index) => {
    const source = index === lines.length - 1 ? [new FootnoteReferenceRun(footnote)] : [];
    return new Paragraph({ indent, children: [run(line), ...source] });
  });
  return [new Paragraph(heading), ...paragraphs];
}

/**
 * The document as a file; excerpts keep their order.
 * @param accessed day of reading, `2026-11-21`
 */
export function excerptsDocument(excerpts: readonly Excerpt[], accessed: string): Promise<Blob> {
  const footnotes = excerpts.map((excerpt, index) => {
    const source = cite('gbt7714', excerptCitation(excerpt, accessed));
    return [index + 1, { children: [new Paragraph({ children: [run(source)] })] }];
  });
  const document = new Document({
    title: '摘录',
    styles,
    footnotes: Object.fromEntries(footnotes),
    sections: [
      {
        children: [
          new Paragraph({ heading: HeadingLevel.HEADING_1, children: [run('摘录')] }),
          ...excerpts.flatMap((excerpt, index) => passage(excerpt, index + 1)),
        ],
      },
    ],
  });
  return Packer.toBlob(document);
}
