/** How alike two texts are, told from sketches of them: the smallest hashes of their runs of eight characters. */

/** Hashes kept of a text. */
const size = 400;
const runLength = 8;

/** The smallest hashes of a text's runs, ascending. */
export type Sketch = Uint32Array;

function hash(text: string, from: number): number {
  let value = 0x811c9dc5;
  for (let at = from; at < from + runLength; at++)
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value ^= value >>> 15;
  value = Math.imul(value, 0x2c1b3c6d);
  return (value ^ (value >>> 12)) >>> 0;
}

/** Sketches a text that has no blanks and punctuation any more. */
export function sketch(words: string): Sketch {
  const hashes = new Set<number>();
  for (let at = 0; at + runLength <= words.length; at++) hashes.add(hash(words, at));
  return Uint32Array.from(hashes).sort().slice(0, size);
}

/** Share of runs that two texts have in common, from 0 to 1. */
export function resemblance(a: Sketch, b: Sketch): number {
  if (a.length === 0 || b.length === 0) return 0;
  const smallest = Uint32Array.from(new Set([...a, ...b]))
    .sort()
    .slice(0, size);
  const inA = new Set(a);
  const inB = new Set(b);
  return smallest.filter((value) => inA.has(value) && inB.has(value)).length / smallest.length;
}
