/** A comparison as a Word document: a table of figures, one of texts for each row, sources. Loaded only when asked for. */
import {
  Document,
  HeadingLevel,
  Packer,
  PageOrientation,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  type TextRun,
  WidthType,
} from 'docx';
import { printedLabel } from '../../model/printed.ts';
import { withoutUnprintable } from '../../model/unprintable.ts';
import type { Fragment } from '../compare/align.ts';
import { firstSentences } from '../compare/compare-fragment.ts';
import { nameOf } from '../compare/compare-words.ts';
import { cutSentences } from '../compare/sentences.ts';
import type { Comparison } from '../compare/whole-comparison.ts';
import { run, styles } from './styles.ts';

/** 五号, in half points: columns are narrow. */
const size = 21;

const paragraph = (...children: TextRun[]) =>
  new Paragraph({ spacing: { line: 320, after: 60 }, children });

const heading = (text: string) =>
  new Paragraph({ heading: HeadingLevel.HEADING_2, children: [run(text)] });

const cell = (children: Paragraph[]) =>
  new TableCell({ children: children.length > 0 ? children : [paragraph()] });

const table = (rows: Paragraph[][][]) =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(
      (cells, at) => new TableRow({ tableHeader: at === 0, children: cells.map(cell) }),
    ),
  });

/** What a cell of the comparison holds: shared sentences shaded, similar ones underlined. */
function textOf({ compared }: Comparison, report: number): (fragment: Fragment) => Paragraph[] {
  const of = compared[report];
  const firsts = of ? firstSentences(of) : new Map<string, number>();
  const render = ({ section, children }: Fragment): Paragraph[] => {
    let at = firsts.get(section.id) ?? 0;
    const runs = (line: string) =>
      cutSentences(line).map((sentence) => {
        const [best] = of?.shared[at++] ?? [];
        if (!best) return run(sentence, { size });
        return best.similarity === 1
          ? run(sentence, { size, shading: { type: ShadingType.CLEAR, fill: 'FBE6AE' } })
          : run(sentence, { size, underline: { type: 'dotted' } });
      });
    const [first = '', ...more] = section.text === '' ? [] : section.text.split('\n');
    return [
      paragraph(run(printedLabel(section), { size, bold: true }), ...runs(first)),
      ...more.map((line) => paragraph(...runs(line))),
      ...children.flatMap(render),
    ];
  };
  return render;
}

/**
 * The document as a file.
 * @param sources citations of the reports, in their order
 */
export function comparisonDocument(comparison: Comparison, sources: string[]): Promise<Blob> {
  const { compared, rows, figures } = comparison;
  const names = compared.map(({ data }) => nameOf(data));
  const heads = names.map((name) => [paragraph(run(name, { size, bold: true }))]);
  const words = (text: string) => [paragraph(run(text, { size }))];
  const document = new Document({
    title: withoutUnprintable(`比较：${names.join('、')}`),
    styles,
    sections: [
      {
        properties: { page: { size: { orientation: PageOrientation.LANDSCAPE } } },
        children: [
          new Paragraph({
            heading: HeadingLevel.HEADING_1,
            alignment: 'center',
            children: [run(`比较：${names.join('、')}`)],
          }),
          ...(figures.length > 0 ? [heading('数字')] : []),
          ...(figures.length > 0
            ? [
                table([
                  [words('指标'), ...heads],
                  ...figures.map(({ name, cells }) => [
                    words(name),
                    ...cells.map((values) =>
                      values.length === 0
                        ? words('未披露')
                        : values.flatMap((each) =>
                            words(each.terms ? `${each.words}（${each.terms}）` : each.words),
                          ),
                    ),
                  ]),
                ]),
              ]
            : []),
          ...rows.flatMap(({ name, cells }) => [
            heading(name),
            table([
              heads,
              cells.map((fragments, report) => fragments.flatMap(textOf(comparison, report))),
            ]),
          ]),
          heading('来源'),
          ...sources.map((source) => paragraph(run(source, { size }))),
          paragraph(
            run('底色表示相同的句子，点线表示相近的句子；数字由程序识别，未披露不等于零。', {
              size,
            }),
          ),
        ],
      },
    ],
  });
  return Packer.toBlob(document);
}
