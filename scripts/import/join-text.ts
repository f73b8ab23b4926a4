/** Joins pieces of text that a program broke apart. */

const wide = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF“”‘’…—]/u;

/** Joins without a blank where East Asian text meets, with one between words of other scripts. */
export function joinAcross(a: string, b: string): string {
  if (a === '' || b === '') return a + b;
  const blankless = wide.test(a.at(-1) ?? '') || wide.test(b[0] ?? '') || /[-‐/]$/u.test(a);
  return blankless || /\s$/u.test(a) || /^\s/u.test(b) ? a + b : `${a} ${b}`;
}
