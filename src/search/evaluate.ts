/** From a query to the sections that answer it. */
import { type Choice, satisfies } from './facets.ts';
import type { Finder, Occurrences } from './library.ts';
import type { Query, Term } from './query.ts';
import { type IndexedPassage, type IndexedReport, passageAt } from './report.ts';

/** A section, or a title, that answers a query. */
export interface Hit {
  report: IndexedReport;
  passage: IndexedPassage;
  /**
   * For each term that is sought: where in the passage's block it stands, ascending. For a single term, and for
   * terms of one character, only how often and whether in the heading can be told from it.
   */
  spots: number[][];
}

/** For each report, the passages by number, each with offsets in its block. */
type Spots = Map<IndexedReport, Map<number, number[]>>;

/** Occurrences sorted by passage, as offsets in the passage's block. */
function byPassage(occurrences: Occurrences): Spots {
  const spots: Spots = new Map();
  for (const [report, positions] of occurrences) {
    const passages = new Map<number, number[]>();
    for (const position of positions) {
      const at = passageAt(report.passages, position);
      const offset = position - (report.passages[at]?.start ?? 0);
      const known = passages.get(at);
      if (known) known.push(offset);
      else passages.set(at, [offset]);
    }
    spots.set(report, passages);
  }
  return spots;
}

const digits = [...'0123456789'];

/** Occurrences of a literal that continue with a digit, or a decimal point, at one of its ends. */
async function partsOfNumbers(
  finder: Finder,
  { folded }: Term,
): Promise<Map<IndexedReport, Set<number>>> {
  const inside = new Map<IndexedReport, Set<number>>();
  const add = (found: Occurrences, shift: number) => {
    for (const [report, positions] of found) {
      const set = inside.get(report) ?? new Set();
      for (const position of positions) set.add(position + shift);
      inside.set(report, set);
    }
  };
  const before = /^\d/.test(folded) ? [...digits, ...digits.map((digit) => `${digit}.`)] : [];
  const after = /\d$/.test(folded) ? [...digits, ...digits.map((digit) => `.${digit}`)] : [];
  await Promise.all([
    ...before.map(async (more) => add(await finder.find(more + folded, true), more.length)),
    ...after.map(async (more) => add(await finder.find(folded + more, true), 0)),
  ]);
  return inside;
}

/** Occurrences of a digit that are no part of a longer number; only how many there are is known, not where. */
function wholeDigits(all: Spots, inside: Map<IndexedReport, Set<number>>): Spots {
  const whole: Spots = new Map();
  for (const [report, passages] of all) {
    const longer = new Map<number, number>();
    for (const position of inside.get(report) ?? []) {
      const at = passageAt(report.passages, position);
      longer.set(at, (longer.get(at) ?? 0) + 1);
    }
    const kept = new Map(
      [...passages].flatMap(([at, spots]) => {
        const rest = spots.slice(longer.get(at) ?? 0);
        return rest.length ? [[at, rest] as const] : [];
      }),
    );
    if (kept.size) whole.set(report, kept);
  }
  return whole;
}

/** Where a term stands in a part of the index. @param placed See `Finder`. */
export async function spotsOf(finder: Finder, term: Term, placed: boolean): Promise<Spots> {
  const found = await finder.find(term.folded, placed || term.whole);
  if (!term.whole) return byPassage(found);
  const inside = await partsOfNumbers(finder, term);
  if (term.folded.length === 1) return wholeDigits(byPassage(found), inside);
  const whole: Occurrences = new Map();
  for (const [report, positions] of found) {
    const kept = positions.filter((position) => !inside.get(report)?.has(position));
    if (kept.length) whole.set(report, kept);
  }
  return byPassage(whole);
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
  const [first, ...others] = await Promise.all(sought.map((term) => spotsOf(finder, term, placed)));
  if (!first) return [];
  const unwanted = await Promise.all(excluded.map((term) => spotsOf(finder, term, false)));
  const hits: Hit[] = [];
  for (const [report, passages] of first)
    for (const [at, spots] of [...passages].sort(([a], [b]) => a - b)) {
      const rest = others.map((other) => other.get(report)?.get(at));
      if (rest.some((found) => !found)) continue;
      if (unwanted.some((other) => other.get(report)?.has(at))) continue;
      const passage = report.passages[at] as IndexedPassage;
      hits.push({ report, passage, spots: [spots, ...(rest as number[][])] });
    }
  return hits;
}

/** The chosen facets with those typed in the query. */
export function choiceOf(query: Query, chosen: Choice): Choice {
  const choice: Choice = { ...chosen };
  for (const { facet, values } of query.filters)
    choice[facet] = [...new Set([...(choice[facet] ?? []), ...values])];
  return choice;
}

/** Hits that satisfy a choice of facets. */
export function narrow(hits: Hit[], choice: Choice): Hit[] {
  return hits.filter(({ report, passage }) => satisfies(choice, report, passage));
}
