/**
 * What the last build made its pages from. It is a help and never an authority: a page is taken over only while all it
 * was made from is the same and the published file is, byte for byte, the one that was written.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { hashFile } from '../../../src/collection/hash-file.ts';
import { digestNow, type Reads, sha256 } from '../../../src/collection/reads.ts';
import { cacheDir } from '../../../src/collection/settings.ts';
import { writeWhole } from '../../files/write-whole.ts';

/** How a page was made. */
export interface PageNote {
  /** Key of its path, made from the props. */
  cacheKey: string;
  /** What it read while it was rendered. */
  reads: Reads;
  /** Hash of the file. */
  hash: string;
}

/** Pages by the path of their file, relative to the site. */
export type PageNotes = Record<string, PageNote>;

/** Where a cache keeps the notes. */
const memoryFile = (cache: string) => path.join(cache, 'pages.json');

/** The notes of the last build with the same code; none when they are missing, damaged or of another form. */
export function recallPages(code: string, cache = cacheDir): PageNotes {
  try {
    const [hash, text = ''] = readFileSync(memoryFile(cache), 'utf8').split('\n');
    const noted = JSON.parse(text) as { code: string; pages: PageNotes };
    return hash === sha256(text) && noted.code === code ? noted.pages : {};
  } catch {
    return {};
  }
}

export function rememberPages(code: string, pages: PageNotes): void {
  const text = JSON.stringify({ code, pages });
  writeWhole(memoryFile(cacheDir), `${sha256(text)}\n${text}`);
}

/** Whether a page would be made from the same again. */
export async function isUnchanged(note: PageNote, cacheKey: string): Promise<boolean> {
  if (note.cacheKey !== cacheKey) return false;
  for (const [read, digest] of Object.entries(note.reads))
    if ((await digestNow(read)) !== digest) return false;
  return true;
}

/** Whether a file holds what was written. */
export function isIntact(file: string, note: PageNote): boolean {
  try {
    return hashFile(file).sha256 === note.hash;
  } catch {
    return false;
  }
}
