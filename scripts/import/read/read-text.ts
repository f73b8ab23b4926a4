/** Reader of plain text. */

import { Refusal } from '../refusal.ts';
import { decodeText } from './decode-text.ts';
import type { ExtractedDocument } from './document.ts';

/**
 * Reads a text file. Text that is UTF-8 already is taken as it is, byte for byte.
 * @throws {Refusal} when it is empty, or of no known encoding
 */
export function readText(bytes: Uint8Array): ExtractedDocument {
  if (bytes.length === 0) throw new Refusal('import-empty');
  const { text, encoding } = decodeText(bytes);
  if (text.trim() === '') throw new Refusal('import-empty');
  return {
    format: 'txt',
    detail: encoding,
    text,
    verbatim: encoding.startsWith('UTF-8'),
    hints: {},
  };
}
