/**
 * Text translated character by character, for recognition only: what is printed never changes. Tables hold a UTF-16
 * unit for every UTF-16 unit, so that a translation has the length and the offsets of its text.
 */
import pairs from 'opencc-js/dict/TSCharacters';

/** A table that changes nothing. */
function identity(): Uint16Array {
  return Uint16Array.from({ length: 0x10000 }, (_, unit) => unit);
}

/** A copy of a table in which some characters are changed; of each word only the first unit counts. */
export function extend(
  table: Uint16Array,
  changes: Iterable<readonly [string, string]>,
): Uint16Array {
  const extended = table.slice();
  for (const [from, to] of changes) extended[from.charCodeAt(0)] = to.charCodeAt(0);
  return extended;
}

/** The text with every unit replaced by the table's; the very same string where none is. */
export function translate(text: string, table: Uint16Array): string {
  let result = '';
  let copied = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const replacement = table[unit] as number;
    if (replacement === unit) continue;
    result += text.slice(copied, at) + String.fromCharCode(replacement);
    copied = at + 1;
  }
  return copied === 0 ? text : result + text.slice(copied);
}

/** Characters that the dictionary takes for Traditional ones though Simplified names of places hold them: 乾县. */
const simplifiedToo = '乾';

/** Traditional characters → Simplified ones. */
export const simplified = extend(
  identity(),
  pairs
    .split('|')
    .map((pair) => pair.split(' ') as [string, string])
    .filter(
      ([traditional, target]) =>
        traditional.length === 1 && target?.length === 1 && !simplifiedToo.includes(traditional),
    ),
);

/** The text with its Traditional characters simplified. */
export function simplify(text: string): string {
  return translate(text, simplified);
}
