/**
 * Which sentences of two reports say the same. Both steps are documented for readers on the comparison page.
 *
 * 1. A sentence is reduced to its letters and digits: full and half width, punctuation and white space do not count.
 *    Two sentences of at least {@link leastIdentical} such characters that agree are identical.
 * 2. Of the others, every sentence of at least {@link leastSimilar} characters becomes the set of its sequences of
 *    three characters, numbers written as 0 so that a sentence repeated with new figures is found. Two sentences
 *    whose sets have at least {@link threshold} of their union in common (Jaccard) are similar; each sentence is
 *    paired with the most similar one of the other report.
 */

/** Fewer characters agree by chance: 一是…, 成效明显. */
export const leastIdentical = 8;
/** Sets of fewer characters are too small to be measured. */
export const leastSimilar = 12;
export const threshold = 0.6;

/** A pair of sentences, by their indexes in the two lists. */
export interface Match {
  a: number;
  b: number;
  /** 1 for identical sentences. */
  similarity: number;
}

/** A sentence without what may differ in print. */
export function normalise(sentence: string): string {
  return sentence
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}

/** Sequences of three characters, numbers as 0. */
function shingles(normal: string): Set<string> {
  const characters = [...normal.replace(/\p{N}+/gu, '0')];
  return new Set(characters.slice(2).map((_, at) => characters.slice(at, at + 3).join('')));
}

/** The matches of two lists of sentences, in the order of the first; each sentence of `a` has at most one. */
export function findMatches(a: readonly string[], b: readonly string[]): Match[] {
  const normals = b.map(normalise);
  const whole = new Map(normals.map((normal, at) => [normal, at]));
  const sets = normals.map((normal) =>
    normal.length < leastSimilar ? new Set<string>() : shingles(normal),
  );
  // Only sentences that share a sequence are ever compared.
  const holders = new Map<string, number[]>();
  sets.forEach((set, at) => {
    for (const shingle of set) {
      const list = holders.get(shingle);
      if (list) list.push(at);
      else holders.set(shingle, [at]);
    }
  });
  return a.flatMap((sentence, at): Match[] => {
    const normal = normalise(sentence);
    if (normal.length < leastIdentical) return [];
    const identical = whole.get(normal);
    if (identical !== undefined) return [{ a: at, b: identical, similarity: 1 }];
    if (normal.length < leastSimilar) return [];
    const best = mostSimilar(shingles(normal), sets, holders);
    return best && best.similarity >= threshold ? [{ a: at, ...best }] : [];
  });
}

function mostSimilar(
  set: Set<string>,
  sets: readonly Set<string>[],
  holders: Map<string, number[]>,
): { b: number; similarity: number } | undefined {
  const shared = new Map<number, number>();
  for (const shingle of set)
    for (const at of holders.get(shingle) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
  let best: { b: number; similarity: number } | undefined;
  for (const [b, count] of shared) {
    const union = set.size + (sets[b]?.size ?? 0) - count;
    const similarity = Math.min(0.99, count / union);
    if (!best || similarity > best.similarity) best = { b, similarity };
  }
  return best;
}
