/** Excerpts as Word documents. Loaded only when one is asked for. */
import {
  AlignmentType,
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  Packer,
  Paragraph,
  TextRun,
} from 'docx';
import { chineseNumber } from '../../model/chinese-number.ts';
import { subject } from '../../model/genre.ts';
import type { DocumentPassage, ExcerptDocument } from '../excerpts/excerpt-document.ts';
import { indent, run, styles } from './styles.ts';

const title = (text: string) =>
  new Paragraph({
    heading: HeadingLevel.HEADING_1,
    alignment: AlignmentType.CENTER,
    children: [run(text)],
  });

const heading = (text: string, level: 'HEADING_2' | 'HEADING_3') =>
  new Paragraph({ heading: HeadingLevel[level], children: [run(text)] });

const body = (text: string) => new Paragraph({ indent, children: [run(text)] });

/** The paragraphs of a passage, the last with a sign that leads to its source. */
function paragraphs({ lines }: DocumentPassage, sign: TextRun): Paragraph[] {
  return lines.map(
    (line, at) =>
      new Paragraph({
        indent,
        children: at === lines.length - 1 ? [run(line), sign] : [run(line)],
      }),
  );
}

const noteBelow = ({ note }: DocumentPassage) => (note ? [body(`〔备注：${note}〕`)] : []);

/** The document: each passage under its report and place, and a list of the reports. */
export function excerptsDocument({ blocks, sources }: ExcerptDocument): Promise<Blob> {
  const passages = blocks.flatMap((block) => {
    if ('heading' in block) return [heading(block.heading, 'HEADING_2')];
    const sign = new TextRun({ text: `[${block.source}]`, superScript: true });
    return [heading(block.label, 'HEADING_3'), ...paragraphs(block, sign), ...noteBelow(block)];
  });
  const list = sources.map(
    (source, at) => new Paragraph({ children: [run(`[${at + 1}] ${source}`)] }),
  );
  const children = [title('摘录'), ...passages, heading('参考文献', 'HEADING_2'), ...list];
  return Packer.toBlob(new Document({ title: '摘录', styles, sections: [{ children }] }));
}

/**
 * The draft of an official document: headings numbered, passages with their sources as footnotes, and places to be
 * filled in where only the writer knows what stands there. No sentence is made up.
 */
export function draftDocument({ blocks }: ExcerptDocument): Promise<Blob> {
  const footnotes: Record<number, { children: Paragraph[] }> = {};
  let number = 0;
  let chapter = 0;
  const passages = blocks.flatMap((block) => {
    if ('heading' in block)
      return [heading(`${chineseNumber(++chapter)}、${block.heading}`, 'HEADING_2')];
    footnotes[++number] = { children: [new Paragraph({ children: [run(block.citation)] })] };
    return [...paragraphs(block, new FootnoteReferenceRun(number)), ...noteBelow(block)];
  });
  const right = (text: string) =>
    new Paragraph({ alignment: AlignmentType.RIGHT, children: [run(text)] });
  const name = `〔发文机关〕关于〔年度〕年度${subject}情况的报告`;
  const children = [
    title(name),
    new Paragraph({ children: [] }),
    new Paragraph({ children: [run('〔主送机关〕：')] }),
    ...passages,
    new Paragraph({ children: [] }),
    right('〔发文机关署名〕'),
    right('〔成文日期〕'),
  ];
  return Packer.toBlob(new Document({ title: name, styles, footnotes, sections: [{ children }] }));
}
