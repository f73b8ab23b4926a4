/** Type as in official documents (GB/T 9704): 仿宋 三号, headings in 黑体 and 楷体. Sizes are half points. */
import { type IRunOptions, TextRun } from 'docx';
import { withoutUnprintable } from '../../model/unprintable.ts';

/** Two characters of 三号 (16 pt), in twentieths of a point. */
export const indent = { firstLine: 640 };

const fonts = (eastAsia: string) => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  eastAsia,
});

export const styles = {
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
    heading3: { run: { font: fonts('楷体'), size: 32, color: '000000' } },
    heading4: { run: { font: fonts('仿宋'), size: 32, bold: true, color: '000000' } },
    footnoteText: { run: { font: fonts('宋体'), size: 18 } },
  },
};

/** A text as it stands, but for characters that no Word document can hold: `[U+000B]` is read for these. */
export function run(text: string, format: IRunOptions = {}): TextRun {
  return new TextRun({ ...format, text: withoutUnprintable(text) });
}
