/**
 * What the last build made its pages from. It is a help and never an authority: a page is taken over only while its key is
 * the same and the published file is, byte for byte, the one that was written.
 */
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { hashFile } from '../../../src/collection/hash-file.ts';
import { writeWhole } from '../../files/write-whole.ts';

/** How a page was made. */
export interface PageNote {
  /** Key of its path, made from the props. */
  cacheKey: string;
  /** Hash of the file. */
  hash: string;
}

/** Pages by the path of their file, relative to the site. */
export type PageNotes = Record<string, PageNote>;

/** Where a cache keeps the notes. */
const memoryFile = (cacheDir: string) => path.join(cacheDir, 'pages.json');

export const sha256 = (data: string | Uint8Array) => hash('sha256', data, 'base64url');

/** The notes of the last build with the same code; none when they are missing, damaged or of another form. */
export function recallPages(code: string, cacheDir: string): PageNotes {
  try {
    const [hash, text = ''] = readFileSync(memoryFile(cacheDir), 'utf8').split('\n');
    const noted = JSON.parse(text) as { code: string; pages: PageNotes };
    return hash === sha256(text) && noted.code === code ? noted.pages : {};
  } catch {
    return {};
  }
}

export function rememberPages(code: string, pages: PageNotes, cacheDir: string): void {
  const text = JSON.stringify({ code, pages });
  writeWhole(memoryFile(cacheDir), `${sha256(text)}\n${text}`);
}

/** Whether a file holds what was written. */
export function isIntact(file: string, note: PageNote): boolean {
  try {
    return hashFile(file).sha256 === note.hash;
  } catch {
    return false;
  }
}
