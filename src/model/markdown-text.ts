/**
 * Text as Markdown that reads back as this very text: the one place that knows which signs mean something to readers of
 * CommonMark (spec.commonmark.org/0.31.2) and of GitHub's additions to it (github.github.com/gfm). Runs in browsers too.
 */
import { withoutUnstorable } from './unprintable.ts';

/**
 * Signs that begin something wherever they stand. An address is escaped where a reader would recognise it (`://`, `www.`,
 * `@`): inside one that was recognised a backslash would be a sign of the address and escape nothing.
 */
const signs = /[\\`*_[\]<>~|&#$@]|!(?=\[|$)|:(?=\/\/)|(?<=www)\./giu;
/** Blanks that a reader drops from the ends of a line. */
const outerBlank = /^[ \t\f]|[ \t\f]$/gu;
/** Line ends, which would end the paragraph. */
const lineEnd = /[\r\n]/gu;

const reference = (character: string) => `&#${character.charCodeAt(0)};`;

/**
 * Text of one paragraph, heading or list item, wherever in it the text stands. Only what no Markdown can hold, NUL and halves of
 * characters, is replaced by its label.
 */
export function markdownText(text: string): string {
  return withoutUnstorable(text)
    .replace(signs, '\\$&')
    .replace(outerBlank, reference)
    .replace(lineEnd, reference)
    .replace(/^[-+=]/u, '\\$&')
    .replace(/^(\d+)([.)])(?=[ \t]|$)/u, '$1\\$2');
}

/** Addresses that may stand between `<` and `>`, where nothing can be escaped. */
const autolink = /^https?:[^\s<>\p{Cc}\p{Cs}]*$/u;

/** An address that leads where it says; one that cannot be written so is text. */
export function markdownAddress(url: string): string {
  return autolink.test(url) ? `<${url}>` : markdownText(url);
}
