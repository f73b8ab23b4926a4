/** A file on disk → the report in it, whatever its format. */
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { megabytes, Refusal } from '../refusal.ts';
import { detectFormat } from './detect-format.ts';
import type { ExtractedDocument } from './document.ts';
import { readDocx } from './read-docx.ts';
import { readHtml } from './read-html.ts';
import { readMhtml } from './read-mhtml.ts';
import { readPdf } from './read-pdf.ts';
import { readText } from './read-text.ts';

/** Bytes of the largest file that is read. */
const fileLimit = 50 * 1024 * 1024;
/** Characters of the longest text that is taken for one report. */
const textLimit = 1_000_000;

/**
 * Reads the bytes of a file.
 * @throws {Refusal} when there is none, it cannot be read or is too large
 */
export function readBytes(file: string): Uint8Array {
  let size: number;
  try {
    size = statSync(file).size;
  } catch (error) {
    throw new Refusal('import-missing', {}, { cause: error });
  }
  if (size > fileLimit)
    throw new Refusal('import-too-large', { size: megabytes(size), limit: megabytes(fileLimit) });
  try {
    return readFileSync(file);
  } catch (error) {
    const { code = '原因不明' } = error as NodeJS.ErrnoException;
    throw new Refusal('import-unreadable', { detail: code }, { cause: error });
  }
}

/** Whether a text is no text: signs that stand for glyphs without a character. */
function isGarbled(text: string): boolean {
  const visible = text.replace(/\s/gu, '');
  const odd = visible.match(/[\p{Co}\p{Cn}\p{Cc}\uFFFD]/gu)?.length ?? 0;
  return odd > visible.length * 0.1;
}

/**
 * Takes the report out of a file.
 * @throws {Refusal} when the file is none of the formats, damaged, encrypted, empty or too large
 */
export async function readDocument(bytes: Uint8Array, file: string): Promise<ExtractedDocument> {
  if (bytes.length === 0) throw new Refusal('import-empty');
  const kind = detectFormat(bytes, path.basename(file));
  const read = { text: readText, html: readHtml, mhtml: readMhtml, docx: readDocx, pdf: readPdf };
  const document = await read[kind](bytes);
  if (document.text.length > textLimit)
    throw new Refusal('import-too-large', {
      size: `${document.text.length} 字`,
      limit: `${textLimit} 字`,
    });
  if (isGarbled(document.text)) throw new Refusal('import-garbled');
  return document;
}
