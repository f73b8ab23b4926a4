/**
 * Phrases that most reports of a shard hold, found by counting. They belong to the shard alone, so that a new report
 * changes no other one.
 */

/** Reports that are looked through, evenly spread over the shard: what most of them hold, most of these hold. */
const sample = 40;
/** Share of the looked-through reports that hold a phrase. */
const share = 0.5;
/** Most phrases of a shard. */
const most = 200;
/** Length of a phrase in characters; a shorter one is a token already. */
const [shortest, longest] = [3, 10];
/** Words that a phrase is made of, at most. */
const words = 3;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const han = /^\p{Script=Han}+$/u;

/** Rows of one to three neighbouring words of a text, each once. */
function phrasesOf(text: string): Set<string> {
  const phrases = new Set<string>();
  const row: string[] = [];
  for (const { segment } of segmenter.segment(text)) {
    // A sign or a number ends the row.
    if (!han.test(segment)) row.length = 0;
    else row.push(segment);
    // One that begins or ends with a single character is cut out of something: 举措和, 人出庭.
    if (segment.length < 2) continue;
    for (let first = Math.max(0, row.length - words); first < row.length; first++) {
      if ((row[first]?.length ?? 0) < 2) continue;
      const phrase = row.slice(first).join('');
      if (phrase.length >= shortest && phrase.length <= longest) phrases.add(phrase);
    }
  }
  return phrases;
}

/** Places in a shard of so many reports that {@link frequentPhrases} is to be given. */
export function sampleOf(reports: number): number[] {
  const size = Math.min(sample, reports);
  return Array.from({ length: size }, (_, i) => Math.floor((i * reports) / size));
}

/**
 * Phrases that at least half of some texts hold, the most frequent first, at most 200.
 * @param texts Folded, one for each report.
 * @param known Terms that have tokens of their own anyway.
 */
export function frequentPhrases(texts: readonly string[], known: ReadonlySet<string>): string[] {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const phrase of phrasesOf(text)) counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
  return [...counts]
    .filter(([phrase, count]) => count > 1 && count >= share * texts.length && !known.has(phrase))
    .sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([phrase]) => phrase);
}
