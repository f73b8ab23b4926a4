/** Former versions of reports that their publishers corrected: `content/sources/<id>/versions/<date>.txt`. */
import { compareTexts, type Piece } from '../model/text-difference.ts';
import type { Collection } from './files.ts';

/** Names of the former versions of a report, the latest first: the day each gave way. */
export function versionsOf(collection: Collection, id: string): string[] {
  return collection
    .sourceFiles(id)
    .flatMap((file) => /^versions\/(\d{4}-\d{2}-\d{2}(?:-\d+)?)\.txt$/u.exec(file)?.[1] ?? [])
    .sort()
    .reverse();
}

/** The day of a version in words: 2021 年 6 月 30 日; a second one of that day says so. */
export function versionName(version: string): string {
  const [year, month, day, count] = version.split('-').map(Number);
  return `${year} 年 ${month} 月 ${day} 日${count ? `（第 ${count} 次）` : ''}`;
}

/**
 * Path of a former text, byte for byte as it was published.
 * @throws when there is none
 */
export function versionFile(collection: Collection, id: string, version: string): string {
  return collection.sourceFile(id, `versions/${version}.txt`);
}

const linesOf = (text: string) =>
  text
    .split(/\r\n|[\n\r]/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** A former version compared with the text that took its place, which is the next one or the present source. */
export function compareVersion(collection: Collection, id: string, version: string): Piece[][] {
  const all = versionsOf(collection, id);
  const next = all[all.indexOf(version) - 1];
  const present = next ? `versions/${next}.txt` : 'source.txt';
  const read = (name: string) => linesOf(collection.readSourceText(id, name));
  return compareTexts(read(`versions/${version}.txt`), read(present));
}
