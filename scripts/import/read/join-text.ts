/** Joins pieces of text that a program broke apart. */

const letterEnd = /[\p{Script=Latin}\p{Script=Cyrillic}][.,;:!?)\]"']*$/u;
const letterStart = /^[(["']*[\p{Script=Latin}\p{Script=Cyrillic}]/u;

/** Joins with a blank between words of alphabets; Han characters, figures and signs join without one. */
export function joinAcross(a: string, b: string): string {
  const blank = letterEnd.test(a) && letterStart.test(b);
  return blank ? `${a} ${b}` : a + b;
}
