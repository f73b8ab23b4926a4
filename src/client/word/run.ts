import { TextRun } from 'docx';
import { withoutUnprintable } from '../../model/unprintable.ts';

/** A text as it stands, but for characters that no Word document can hold: `[U+000B]` is read for these. */
export function run(text: string, format: { bold?: boolean } = {}): TextRun {
  return new TextRun({ ...format, text: withoutUnprintable(text) });
}
