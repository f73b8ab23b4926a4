/**
 * Tokens of the index: the only module that knows how text becomes words of Pagefind and back.
 *
 * Pagefind lower-cases, strips punctuation and decomposes characters. So only Han characters, a–z and 0–9
 * stand for themselves; every other UTF-16 unit is written as two Yi syllables, which nothing alters.
 * No token is the beginning of another, because Pagefind also finds words by their beginnings.
 */

/** First of more than 1,024 Yi syllables in a row; before it stands a sign of another kind. */
const yi = 0xa016;
const base = 1024;
/** Marks a token of a single unit. */
const singleMark = '\ua440';
/** Stands after the last unit of a text: no literal holds it. */
const end = '\ua441';
/** Encloses a frequent term. */
const termMark = '\ua442';
/** Begins a token that stands for nothing; the last in the order of Pagefind's chunks, so that no query fetches it. */
const fillMark = '\ua443';

const plain = /[0-9a-z\u3400-\u4dbf\u4e00-\u9fff]/;

function encodeUnit(unit: string): string {
  if (plain.test(unit)) return unit;
  const code = unit.charCodeAt(0);
  return String.fromCharCode(yi + Math.floor(code / base), yi + (code % base));
}

/** Writes each UTF-16 unit in the alphabet of the index. Total: any string is encoded. */
function encode(text: string): string[] {
  return Array.from({ length: text.length }, (_, i) => encodeUnit(text[i] as string));
}

/** Tokens of the pairs of neighbouring units of a literal, in order; none for a literal of one unit. */
export function pairTokens(literal: string): string[] {
  const units = encode(literal);
  return units.slice(1).map((unit, i) => `${units[i]}${unit}`);
}

/** Tokens of a text: position = offset. The last pair is that of the last unit and the end. */
export function textTokens(text: string): string[] {
  const units = [...encode(text), end];
  return units.slice(1).map((unit, i) => `${units[i]}${unit}`);
}

/** The token of one unit, for queries of one character. */
export function singleToken(unit: string): string {
  return singleMark + encodeUnit(unit);
}

/** The token of a frequent term as a whole. */
export function termToken(term: string): string {
  return termMark + encode(term).join('') + termMark;
}

/** A token that stands for nothing. @param n Tells those of one place from each other, below 1,024. */
export function fillToken(n: number): string {
  return fillMark + String.fromCharCode(yi + n);
}
