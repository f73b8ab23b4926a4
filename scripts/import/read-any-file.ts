/** Reads a file of any format that the import knows as text. */
import { readFileSync } from 'node:fs';

/**
 * Text of a file as UTF-8; Word, PDF and web pages are read as the import does, in a thread within bounds.
 * @throws {Refusal} where the file holds no text that can be read
 */
export async function readAnyFile(file: string): Promise<Uint8Array> {
  const bytes = readFileSync(file);
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!/\.(?:html?|docx|pdf|mhtml?)$/i.test(file)) return bytes;
  } catch {
    // Not UTF-8: an older encoding or a format of its own.
  }
  const { readSafely } = await import('./read/read-safely.ts');
  const { text } = await readSafely(bytes, file);
  return Buffer.from(text);
}
