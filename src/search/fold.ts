/**
 * Folding: what a query and the text it is looked up in are both turned into before they are compared.
 * Kept apart from the encoding of tokens: folding loses differences on purpose, encoding none.
 */
import type { Variants } from './variants.ts';

/** A folded text, with the way back to the original it was made from. */
export interface Folded {
  text: string;
  /** Offset in the original of every UTF-16 unit of `text`, and the original's length at the end. */
  at: number[];
}

const ignored = /[\s\p{Default_Ignorable_Code_Point}\p{Cc}]/u;

const quotes: Record<string, string> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '‟': '"',
  '「': '"',
  '」': '"',
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‛': "'",
  '『': "'",
  '』': "'",
};

/** Half-width form of the full-width ASCII characters ！ to ～, any other character itself. */
function narrow(character: string): string {
  const code = character.charCodeAt(0);
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : character;
}

/** Lower case where that is one character as well: İ and its like stay. */
function lower(character: string): string {
  const small = character.toLowerCase();
  return small.length === character.length ? small : character;
}

/**
 * Folds width, letter case, quotation marks and Traditional characters, and drops white space, control
 * and invisible characters. Everything else stays, one unit for one unit: ， is `,` but ① is not 1 and
 * — is not -.
 * @param variants Traditional characters and what they fold to, see `variantsFor`.
 */
export function fold(original: string, variants: Variants): Folded {
  const at: number[] = [];
  let text = '';
  let offset = 0;
  for (const character of original) {
    if (!ignored.test(character)) {
      const folded =
        character.length > 1
          ? character
          : (quotes[character] ?? lower(narrow(variants.get(character) ?? character)));
      text += folded;
      for (let unit = 0; unit < folded.length; unit++) at.push(offset + unit);
    }
    offset += character.length;
  }
  at.push(original.length);
  return { text, at };
}
