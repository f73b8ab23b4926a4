/** Excerpts as a Word document, with their sources as footnotes. Loaded only when one is asked for. */
import {
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  type IParagraphOptions,
  Packer,
  Paragraph,
  TextRun,
} from 'docx';
import { cite } from '../model/citation.ts';
import { excerptCitation, excerptLabel } from './label.ts';
import type { Excerpt } from './store.ts';

/** Two characters of 三号 (16 pt), in twentieths of a point. */
const indent = { firstLine: 640 };

const fonts = (eastAsia: string) => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  eastAsia,
});

/** Type as in official documents (GB/T 9704): 仿宋 三号, headings in 黑体. Sizes are half points. */
const styles = {
  default: {
    document: {
      run: { font: fonts('仿宋'), size: 32 },
      paragraph: { spacing: { line: 560, lineRule: 'exact' as const } },
    },
    heading1: { run: { font: fonts('方正小标宋简体'), size: 44, color: '000000' } },
    heading2: {
      run: { font: fonts('黑体'), size: 32, color: '000000' },
      paragraph: { spacing: { before: 360, after: 120 } },
    },
    footnoteText: { run: { font: fonts('宋体'), size: 18 } },
  },
};

function passage(excerpt: Excerpt, footnote: number): Paragraph[] {
  const lines = excerpt.text.split('\n');
  const heading: IParagraphOptions = {
    heading: HeadingLevel.HEADING_2,
    children: [new TextRun(excerptLabel(excerpt))],
  };
  const paragraphs = lines.map((line, index) => {
    const source = index === lines.length - 1 ? [new FootnoteReferenceRun(footnote)] : [];
    return new Paragraph({ indent, children: [new TextRun(line), ...source] });
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
    return [index + 1, { children: [new Paragraph({ children: [new TextRun(source)] })] }];
  });
  const document = new Document({
    title: '摘录',
    styles,
    footnotes: Object.fromEntries(footnotes),
    sections: [
      {
        children: [
          new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun('摘录')] }),
          ...excerpts.flatMap((excerpt, index) => passage(excerpt, index + 1)),
        ],
      },
    ],
  });
  return Packer.toBlob(document);
}
