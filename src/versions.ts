/** Former versions of reports that their publishers corrected: `content/sources/<id>/versions/<date>.txt`. */
import { diffArrays } from 'diff';
import { readSourceText, sourceFile, sourceFiles } from './collection.ts';

/** A piece of a line: in both versions, in the former only, or in the present one only. */
export interface Piece {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** Names of the former versions of a report, the latest first: the day each gave way. */
export function versionsOf(id: string): string[] {
  return sourceFiles(id)
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
export function versionFile(id: string, version: string): string {
  return sourceFile(id, `versions/${version}.txt`);
}

/** @param name `<id>/<path>` */
const linesOf = (name: string) =>
  readSourceText(name)
    .split(/\r\n|[\n\r]/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');

const pieces = (kind: Piece['kind'], lines: readonly string[]): Piece[][] =>
  lines.map((text) => [{ kind, text }]);

/** Lines of the former version with what the present one changed: whole lines first, then characters of lines. */
export function compareTexts(former: readonly string[], present: readonly string[]): Piece[][] {
  const changes = diffArrays([...former], [...present]);
  return changes.flatMap((change, index) => {
    const next = changes[index + 1];
    const before = changes[index - 1];
    if (change.removed && next?.added && next.value.length === change.value.length)
      return change.value.map((line, at) => comparePair(line, next.value[at] as string));
    if (change.added && before?.removed && before.value.length === change.value.length) return [];
    return pieces(change.removed ? 'removed' : change.added ? 'added' : 'same', change.value);
  });
}

/** Figures and words of alphabets whole, everything else character by character. */
const units = (line: string) => line.match(/\d+(?:[.,]\d+)*%?|\p{Script=Latin}+|./gsu) ?? [];

function comparePair(former: string, present: string): Piece[] {
  return diffArrays(units(former), units(present)).map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }));
}

/** A former version held against the text that took its place, which is the next one or the present source. */
export function compareVersion(id: string, version: string): Piece[][] {
  const all = versionsOf(id);
  const next = all[all.indexOf(version) - 1];
  const present = next ? `versions/${next}.txt` : 'source.txt';
  return compareTexts(linesOf(`${id}/versions/${version}.txt`), linesOf(`${id}/${present}`));
}
