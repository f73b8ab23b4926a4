/** Reads a file of any format that the import knows, with what is said of it. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { headingsText } from './annotation-text.ts';

/** A file as it is converted. */
export interface AnyFile {
  /** Its text as UTF-8. */
  source: Uint8Array;
  annotationPath: string;
  /** `report.yaml` beside a `source.txt`; of other formats the headings that their reader saw. */
  annotation?: string;
}

/**
 * Reads a file; Word, PDF and web pages are read as the import does, in a thread within bounds.
 * @throws {Refusal} where the file holds no text that can be read
 */
export async function readAnyFile(file: string): Promise<AnyFile> {
  const annotationPath = path.join(path.dirname(file), 'report.yaml');
  const source = readFileSync(file);
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(source);
    if (!/\.(?:html?|docx|pdf|mhtml?)$/i.test(file)) {
      const annotated = path.basename(file) === 'source.txt' && existsSync(annotationPath);
      const annotation = annotated ? { annotation: readFileSync(annotationPath, 'utf8') } : {};
      return { source, annotationPath, ...annotation };
    }
  } catch {
    // Not UTF-8: an older encoding or a format of its own.
  }
  const { readSafely } = await import('./read/read-safely.ts');
  const document = await readSafely(source, file);
  return { source: Buffer.from(document.text), annotationPath, annotation: headingsText(document) };
}
