/**
 * The order of results. Relevance of a section is the sum of
 *
 * - heading: 3 × the share of the terms that stand in its heading,
 * - frequency: for each term log₂(1 + occurrences), at most 3, on the average of the terms,
 * - closeness, for several terms: 2 when they touch, falling to 0 at 100 characters between them,
 * - density: up to 1, the share of the section that the occurrences make up, times ten.
 *
 * A heading that no text stands under counts a tenth of it: less than any section with text. A report counts as its best
 * section; equal ones are ordered newest first, then by id.
 */
import { titleId } from './document.ts';
import type { Hit } from './evaluate.ts';
import type { IndexedReport } from './report.ts';

export const orders = ['relevance', 'newest', 'region'] as const;
export type Order = (typeof orders)[number];

/** Smallest distance that spans one match of each term of two characters or more, 0 when they touch. */
function distance(allMatches: number[][], allLengths: number[]): number {
  const matches = allMatches.filter((_, term) => (allLengths[term] ?? 0) > 1);
  const lengths = allLengths.filter((length) => length > 1);
  const all = matches
    .flatMap((list, term) => list.map((at) => ({ at, term })))
    .sort((a, b) => a.at - b.at);
  const last = new Map<number, number>();
  let best = Number.POSITIVE_INFINITY;
  for (const { at, term } of all) {
    last.set(term, at);
    if (last.size < matches.length) continue;
    const begin = Math.min(...last.values());
    const inner = [...last].reduce((sum, [each]) => sum + (lengths[each] ?? 0), 0);
    best = Math.min(best, Math.max(0, at + (lengths[term] ?? 0) - begin - inner));
  }
  return best;
}

/** What a heading without text counts: the sum is at most 9, and at least 1 for a section that holds all terms. */
const shareOfBareHeading = 0.1;

/** Relevance of a hit, see above. @param lengths Lengths of the sought terms, in the order of `matches`. */
export function relevance({ passage, matches }: Hit, lengths: number[]): number {
  const count = matches.length;
  const { start, head, length } = passage;
  const inHeading = matches.filter(([first = -1]) => first >= start && first < start + head).length;
  const frequency = matches.reduce((sum, list) => sum + Math.min(3, Math.log2(1 + list.length)), 0);
  const covered = matches.reduce((sum, list, i) => sum + list.length * (lengths[i] ?? 0), 0);
  const all = matches.every((list) => list.length);
  const closeness = count > 1 && all ? Math.max(0, 1 - distance(matches, lengths) / 100) : 0;
  const sum =
    (3 * inHeading) / count +
    frequency / count +
    2 * closeness +
    Math.min(1, (10 * covered) / Math.max(1, length));
  return head === length && passage.id !== titleId ? sum * shareOfBareHeading : sum;
}

/** Hits of one report, the best first when ordered by relevance, else in reading order. */
export interface Group {
  report: IndexedReport;
  hits: Hit[];
  score: number;
}

function compare<Key extends string | number>(a: Key, b: Key): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const newestFirst = (a: Group, b: Group) =>
  compare(b.report.year, a.report.year) ||
  compare(b.report.published ?? '', a.report.published ?? '') ||
  compare(a.report.id, b.report.id);

const comparisons: Record<Order, (a: Group, b: Group) => number> = {
  relevance: (a, b) => compare(b.score, a.score) || newestFirst(a, b),
  newest: newestFirst,
  region: (a, b) => compare(a.report.id.slice(0, 6), b.report.id.slice(0, 6)) || newestFirst(a, b),
};

/** Groups hits by report and orders groups and, for relevance, the hits in them. */
export function rank(hits: Hit[], lengths: number[], order: Order): Group[] {
  const groups = [...Map.groupBy(hits, ({ report }) => report)].map(([report, members]) => {
    const scores = new Map(members.map((hit) => [hit, relevance(hit, lengths)]));
    const score = Math.max(...scores.values());
    if (order === 'relevance')
      members.sort((a, b) => (scores.get(b) as number) - (scores.get(a) as number));
    return { report, hits: members, score };
  });
  return groups.sort(comparisons[order]);
}
