/** Traditional characters and the Simplified ones they fold to; fetched only for texts that may hold some. */

/** One UTF-16 unit to one UTF-16 unit. */
export type Variants = ReadonlyMap<string, string>;

/** For texts known to hold no Traditional characters. */
export const noVariants: Variants = new Map();

/** Traditional characters that the character set of Simplified Chinese, GB 2312, holds nevertheless. */
export const traditionalInGb2312 = '乾吒夥後徵拚捱摺於榘菸薹袷醣麴麽';

let simplified: Set<string> | undefined;
let variants: Promise<Variants> | undefined;

/** The 6,763 Chinese characters of GB 2312, rows 16 to 87 of its table. */
export function gb2312(): Set<string> {
  if (simplified) return simplified;
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xf7; row++)
    for (let cell = 0xa1; cell <= 0xfe; cell++)
      if (row !== 0xd7 || cell < 0xfa) bytes.push(row, cell);
  simplified = new Set(new TextDecoder('gb2312').decode(new Uint8Array(bytes)));
  return simplified;
}

/** Every Traditional character OpenCC maps to a Simplified one, the first where it names several. */
export function allVariants(): Promise<Variants> {
  variants ??= import('opencc-js/dict/TSCharacters').then(({ default: pairs }) => {
    const table = new Map<string, string>();
    for (const pair of pairs.split('|')) {
      const [traditional = '', target = ''] = pair.split(' ');
      if (traditional.length === 1 && target.length === 1) table.set(traditional, target);
    }
    return table;
  });
  return variants;
}

/** What `fold` needs for these texts: the whole table, or nothing where no character calls for it. */
export async function variantsFor(...texts: string[]): Promise<Variants> {
  for (const text of texts)
    for (const character of text)
      if (
        character > '\u3400' &&
        /\p{Script=Han}/u.test(character) &&
        (!gb2312().has(character) || traditionalInGb2312.includes(character))
      )
        return allVariants();
  return noVariants;
}
