/** From a query to the sections that answer it. */
import { type Conditions, satisfies } from './facets.ts';
import type { Finder, Matches } from './finder.ts';
import type { Term } from './query.ts';
import type { IndexedPassage, IndexedReport } from './report.ts';

/** A section, or a title, that answers a query. */
export interface Hit {
  report: IndexedReport;
  passage: IndexedPassage;
  /**
   * For each term that is sought: its offsets in the text of the report, ascending. For a single term, and for
   * terms of one character, only how often and whether in the heading can be told from it.
   */
  matches: number[][];
}

const digits = [...'0123456789'];

/** A passage number within a report, and an offset: places are told apart by both. */
type Places = Map<IndexedReport, Map<number, Set<number>>>;

/** Whether a stretch of a report's text lies in the passage itself, not in a section within it. */
function within({ start, length }: IndexedPassage, from: number, units: number): boolean {
  return from >= start && from + units <= start + length;
}

/** Keeps of the places in each passage what `rest` leaves of them; passages without any are left out. */
function filterMatches(
  matches: Matches,
  rest: (places: number[], report: IndexedReport, at: number) => number[],
): Matches {
  const kept: Matches = new Map();
  for (const [report, passages] of matches) {
    const left = [...passages].flatMap(([at, places]) => {
      const some = rest(places, report, at);
      return some.length ? [[at, some] as const] : [];
    });
    if (left.length) kept.set(report, new Map(left));
  }
  return kept;
}

/** Matches of a literal that lie in one passage: a number never continues in another section. */
function inOnePassage(matches: Matches, units: number): Matches {
  return filterMatches(matches, (places, report, at) => {
    const passage = report.passages[at] as IndexedPassage;
    return places.filter((from) => within(passage, from, units));
  });
}

/** Occurrences of a literal that continue with a digit, or a decimal point, at one of its ends. */
async function partsOfNumbers(finder: Finder, { folded }: Term): Promise<Places> {
  const parts: Places = new Map();
  const add = async (longer: string, shift: number) => {
    const found = inOnePassage(await finder.find(longer, true), longer.length);
    for (const [report, passages] of found) {
      const known = parts.get(report) ?? new Map<number, Set<number>>();
      parts.set(report, known);
      for (const [at, places] of passages) {
        const set = known.get(at) ?? new Set();
        known.set(at, set);
        for (const place of places) set.add(place + shift);
      }
    }
  };
  const before = /^\d/.test(folded) ? [...digits, ...digits.map((digit) => `${digit}.`)] : [];
  const after = /\d$/.test(folded) ? [...digits, ...digits.map((digit) => `.${digit}`)] : [];
  await Promise.all([
    ...before.map((more) => add(more + folded, more.length)),
    ...after.map((more) => add(folded + more, 0)),
  ]);
  return parts;
}

/** Where a term stands in a part of the index. @param placed See `Finder`. */
export async function matchesOf(finder: Finder, term: Term, placed: boolean): Promise<Matches> {
  const { folded, whole } = term;
  const found = await finder.find(folded, placed || whole);
  if (!whole) return found;
  const parts = await partsOfNumbers(finder, term);
  const isOne = folded.length === 1;
  return filterMatches(isOne ? found : inOnePassage(found, folded.length), (places, report, at) => {
    const longer = parts.get(report)?.get(at);
    // Of a single digit is known how often it stands, not where.
    return isOne ? places.slice(longer?.size ?? 0) : places.filter((place) => !longer?.has(place));
  });
}

/** Whether digits at the ends of a term make it worth asking for whole numbers. */
export function mayBePartOfNumber({ folded, whole, exclude }: Term): boolean {
  return !whole && !exclude && folded.length > 1 && /^\d|\d$/.test(folded);
}

/**
 * Passages of a part of the index that hold every term of the query and none of the excluded ones, whatever
 * the facets: in the order of the reports, then of the passages.
 */
export async function evaluate(finder: Finder, terms: Term[]): Promise<Hit[]> {
  const sought = terms.filter(({ exclude }) => !exclude);
  const excluded = terms.filter(({ exclude }) => exclude);
  // How close several terms stand decides on their order.
  const placed = sought.length > 1;
  const [first, ...others] = await Promise.all(
    sought.map((term) => matchesOf(finder, term, placed)),
  );
  if (!first) return [];
  const unwanted = await Promise.all(excluded.map((term) => matchesOf(finder, term, false)));
  const hits: Hit[] = [];
  for (const [report, passages] of first)
    for (const [at, matches] of [...passages].sort(([a], [b]) => a - b)) {
      const rest = others.map((other) => other.get(report)?.get(at));
      if (rest.some((found) => !found)) continue;
      if (unwanted.some((other) => other.get(report)?.has(at))) continue;
      const passage = report.passages[at] as IndexedPassage;
      hits.push({ report, passage, matches: [matches, ...(rest as number[][])] });
    }
  return hits;
}

/** Hits that satisfy conditions. */
export function narrow(hits: Hit[], conditions: Conditions): Hit[] {
  return hits.filter(({ report, passage }) => satisfies(conditions, report, passage));
}
