/** Characters that some kinds of files cannot hold; a label stands in their place. */
import { inBrackets } from './control-characters.ts';

/**
 * What XML 1.0 cannot hold in any form (www.w3.org/TR/xml, production 2): most controls, two codes that are no characters,
 * and halves of surrogate pairs. Tabs and line ends are text.
 */
const unprintable = /(?![\t\n\r\u007f-\u009f])[\p{Cc}\p{Cs}\ufffe\uffff]/gu;

/** What no text file in UTF-8 keeps as it is: halves of surrogate pairs, and NUL, which readers of text replace or end at. */
const unstorable = /\p{Cs}|\0/gu;

/** Text for an XML document, not yet escaped: `[U+000B]` stands for a character that no XML can hold. */
export function withoutUnprintable(text: string): string {
  return text.replace(unprintable, inBrackets);
}

/** Text for a text file: `[U+0000]` stands for what would not come back. */
export function withoutUnstorable(text: string): string {
  return text.replace(unstorable, inBrackets);
}
