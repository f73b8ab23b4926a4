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

/** `[U+202E]`, where nothing but text can be. */
export const inBrackets = (character: string) => `[${labelOf(character)}]`;

/** A text for places that can only hold text: the label stands for the character. */
export function withLabels(text: string): string {
  return text.replace(controls, inBrackets);
}

/** Attributes of the element around one; CSS draws the label and keeps its effect inside. */
export const controlAttributes = (character: string) => ({
  class: 'control',
  'data-label': labelOf(character),
});
