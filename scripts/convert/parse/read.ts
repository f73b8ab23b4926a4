/** Bytes of a published source → its text. */
import type { VFile } from 'vfile';
import { labelOf } from '../../../src/model/control-characters.ts';
import { type Place, report } from '../messages.ts';
import { lineBreak } from './lines.ts';

/** Largest source that is read, in bytes: some ten times the longest report known. */
export const largestSource = 1024 * 1024;

/** Offset of the first byte that is not UTF-8, or -1. */
function invalidByte(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const valid = (end: number) => {
    try {
      decoder.decode(bytes.subarray(0, end), { stream: true });
      return true;
    } catch {
      return false;
    } finally {
      try {
        decoder.decode();
      } catch {
        // an unfinished sequence at the end of a prefix: reset, nothing to report
      }
    }
  };
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return -1;
  } catch {
    let low = 0;
    let high = bytes.length;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (valid(middle)) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** Line and column (counted from 1) of a byte. */
function pointOfByte(bytes: Uint8Array, offset: number): Place {
  const before = new TextDecoder('utf-8').decode(bytes.subarray(0, offset));
  return placeOf(before, before.length);
}

/** Line and column of a character. */
function placeOf(text: string, at: number): Place {
  const lines = text.slice(0, at).split(lineBreak);
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

/** Controls without a meaning in text, and codes that are no characters. Those of the writing direction have a meaning. */
const control = /(?![\t\n\r])[\p{Cc}\ufffe\uffff]/gu;

/** Names every such character of a source once, where it first stands. */
function nameControls(text: string, file: VFile): void {
  const found = new Map<string, { at: number; count: number }>();
  for (const { 0: character, index: at } of text.matchAll(control)) {
    const known = found.get(character);
    if (known) known.count++;
    else found.set(character, { at, count: 1 });
  }
  for (const [character, { at, count }] of found)
    report(file, 'source-control', placeOf(text, at), { code: labelOf(character), count });
}

/**
 * Decodes a source. A file that is not UTF-8 text, is too large, holds NUL characters or no text at all is refused with a
 * message on `file`; other control characters are kept, and named.
 * @returns the text; undefined when refused
 */
export function readSource(bytes: Uint8Array, file: VFile): string | undefined {
  if (bytes.length > largestSource) {
    report(file, 'source-too-large', undefined, { size: (bytes.length / 2 ** 20).toFixed(1) });
    return undefined;
  }
  const invalid = invalidByte(bytes);
  if (invalid >= 0) {
    report(file, 'source-encoding', pointOfByte(bytes, invalid), {
      byte: (bytes[invalid] ?? 0).toString(16).padStart(2, '0').toUpperCase(),
    });
    return undefined;
  }
  const text = new TextDecoder('utf-8').decode(bytes);
  const nul = text.indexOf('\0');
  if (nul >= 0) {
    report(file, 'source-nul', placeOf(text, nul));
    return undefined;
  }
  if (text.trim() === '') {
    report(file, 'source-empty', { line: 1, column: 1 });
    return undefined;
  }
  nameControls(text, file);
  return text;
}
