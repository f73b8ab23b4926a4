/** What changed from one version of a text to the next. */
import { diffArrays } from 'diff';

/** A piece of a line: in both versions, in the former only, or in the present one only. */
export interface Piece {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

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

/** What changed within one line. */
export function comparePair(former: string, present: string): Piece[] {
  return diffArrays(units(former), units(present)).map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }));
}
