/** A whole report as a Word document, in its printed words. Loaded only when one is asked for. */
import { Document, HeadingLevel, Packer, Paragraph } from 'docx';
import { printedLabel } from '../../model/printed.ts';
import type { ReportData, Section } from '../../model/report.ts';
import { standsAlone } from '../../model/section-styles.ts';
import { withoutUnprintable } from '../../model/unprintable.ts';
import { indent, run, styles } from './styles.ts';

const levels = [
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
] as const;

const body = (text: string, lead = '') =>
  new Paragraph({ indent, children: [run(lead, { bold: true }), run(text)] });

function paragraphsOf(section: Section, depth: number): Paragraph[] {
  const label = printedLabel(section);
  const [first = '', ...more] = section.text === '' ? [] : section.text.split('\n');
  const below = section.children.flatMap((child) => paragraphsOf(child, depth + 1));
  const heading = (text: string) =>
    new Paragraph({
      heading: levels[Math.min(depth, levels.length - 1)] as (typeof levels)[number],
      children: [run(text)],
    });
  const alone = standsAlone(section);
  const start = alone
    ? [heading(label), first && body(first)]
    : [label + first && body(first, label)];
  return [
    ...(section.editorial ? [heading(`${section.heading}（编者拟题）`)] : []),
    ...start.filter((each) => each !== ''),
    ...more.map((text) => body(text)),
    ...below,
  ];
}

/**
 * The document: title, text, and where it comes from.
 * @param source citation of the report
 */
export function reportDocument(data: ReportData, source: string): Promise<Blob> {
  const document = new Document({
    title: withoutUnprintable(data.title),
    styles,
    sections: [
      {
        children: [
          new Paragraph({
            heading: HeadingLevel.HEADING_1,
            alignment: 'center',
            children: [run(data.title)],
          }),
          ...data.sections.flatMap((section) => paragraphsOf(section, 0)),
          new Paragraph({ spacing: { before: 480 }, children: [run(`来源：${source}`)] }),
        ],
      },
    ],
  });
  return Packer.toBlob(document);
}
