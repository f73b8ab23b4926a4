/**
 * Characters that are not seen and yet change how a text reads: controls of the writing direction (Unicode's Bidi_Control,
 * by which 甲 and 乙 can be made to change places), other format and control characters, codes that are no characters, and
 * letters without a shape.
 * Line ends and tabs are text; a zero-width space only permits a line to break.
 */
const source =
  '(?![\\t\\n\\r\\u200b])[\\p{Cc}\\p{Cf}\\u034f\\u115f\\u1160\\u3164\\uffa0\\ufffe\\uffff]';

/** One such character. */
export const control = new RegExp(source, 'u');

/** All of them in a text. */
export const controls = new RegExp(source, 'gu');

/**
 * Anything but what nearly all pages are made of, and none of which is such a character. Every page is looked through: this
 * takes an eighth of the time that looking for them all would.
 */
const unusual =
  /[^\t\n\r\u0020-\u007e\u00a0-\u00ac\u00ae-\u034e\u2010-\u2027\u2030-\u205f\u2070-\u3163\u3165-\ud7ff\uff00-\uff9f]/;

/** Whether a text has such a character. */
export const hasControl = (text: string) => unusual.test(text) && control.test(text);

/** What is shown for one: `U+202E`. */
export function labelOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** A text for places that can only hold text: the label stands for the character. */
export function withLabels(text: string): string {
  return text.replace(controls, labelled);
}

/**
 * What XML 1.0 cannot hold in any form (www.w3.org/TR/xml, production 2): most controls, two codes that are no characters,
 * and halves of surrogate pairs. Tabs and line ends are text.
 */
const unprintable = /(?![\t\n\r\u007f-\u009f])[\p{Cc}\p{Cs}\ufffe\uffff]/gu;

/** What no text file in UTF-8 keeps as it is: halves of surrogate pairs, and NUL, which readers of text replace or end at. */
const unstorable = /\p{Cs}|\0/gu;

const labelled = (character: string) => `[${labelOf(character)}]`;

/** Text for an XML document, not yet escaped: `[U+000B]` stands for a character that no XML can hold. */
export function withoutUnprintable(text: string): string {
  return text.replace(unprintable, labelled);
}

/** Text for a text file: `[U+0000]` stands for what would not come back. */
export function withoutUnstorable(text: string): string {
  return text.replace(unstorable, labelled);
}

/** Attributes of the element around one; CSS draws the label and keeps its effect inside. */
export const controlAttributes = (character: string) => ({
  class: 'control',
  'data-label': labelOf(character),
});
