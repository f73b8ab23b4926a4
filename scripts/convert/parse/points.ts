/**
 * Points inside running text: 一是…二是…, 第一,…第二,…, 首先,…其次,…. A series is accepted by its order; a lead whose
 * number was lost (是深化…。二是…) is found from its neighbours and marked as inferred.
 */
import {
  damagedIndent,
  lostPoint,
  type PointFamily,
  pointBoundary,
  pointFamilies,
  pointNotAfter,
  visibleLength,
} from './grammar.ts';
import type { Slice } from './slice.ts';

/** A point found in a text. */
export interface Point {
  number: number;
  inferred: boolean;
  /** Offsets of the point in the text, its marker, and its lead (the short sentence that names it; null if none). */
  from: number;
  to: number;
  markerEnd: number;
  leadEnd: number | null;
}

interface Candidate {
  number: number;
  from: number;
  markerEnd: number;
  /** Stands at the beginning of a sentence. */
  strong: boolean;
  inferred: boolean;
}

function candidates(folded: string, family: PointFamily): Candidate[] {
  const found: Candidate[] = [];
  for (const match of folded.matchAll(family.pattern)) {
    const number = family.number(match[1] as string);
    if (Number.isNaN(number)) continue;
    const before = folded.slice(Math.max(0, match.index - 12), match.index);
    const strong = match.index === 0 || pointBoundary.test(before);
    if (!strong && pointNotAfter.test(before)) continue;
    found.push({
      number,
      from: match.index,
      markerEnd: match.index + match[0].length,
      strong,
      inferred: false,
    });
  }
  return found;
}

/** A sentence beginning with 是 between two offsets: a point whose number was lost. */
function findLost(folded: string, from: number, to: number, number: number): Candidate | undefined {
  lostPoint.lastIndex = from;
  const match = lostPoint.exec(folded);
  if (!match || match.index >= to) return undefined;
  return { number, from: match.index, markerEnd: match.index + 1, strong: true, inferred: true };
}

/** Where the strong candidates of each number stand, to look ahead without reading them all again. */
class StrongPlaces {
  readonly #places = new Map<number, number[]>();

  constructor(all: readonly Candidate[]) {
    for (const { number, from, strong } of all) {
      if (!strong) continue;
      const places = this.#places.get(number);
      if (places) places.push(from);
      else this.#places.set(number, [from]);
    }
  }

  /** The first one of a number behind an offset; infinity where there is none. */
  next(number: number, offset: number): number {
    const places = this.#places.get(number) ?? [];
    let low = 0;
    let high = places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[middle] as number) > offset) high = middle;
      else low = middle + 1;
    }
    return places[low] ?? Number.POSITIVE_INFINITY;
  }
}

const endsSentence = /[。!?;]["”’)]*\s*$/u;

/**
 * Chooses from candidates of one family those that form a series beginning at `start`.
 * @param start number the series has to begin with: 1, or one more than a series already open
 */
function chooseSeries(folded: string, all: readonly Candidate[], start: number): Candidate[] {
  const places = new StrongPlaces(all);
  const chosen: Candidate[] = [];
  let expected = start;
  const choose = (candidate: Candidate) => {
    chosen.push(candidate);
    expected = candidate.number + 1;
  };
  for (const candidate of all) {
    const number = candidate.number === 0 ? expected : candidate.number;
    const begun = chosen.length > 0;
    const second = places.next(number + 1, candidate.from);
    const followed = second < Number.POSITIVE_INFINITY;
    if (number === expected) {
      // a weak one counts when its successor follows, and no better placed one stands before that
      const weak = !candidate.strong && (!followed || places.next(number, candidate.from) < second);
      if (!weak) choose({ ...candidate, number });
    } else if (candidate.strong && number === expected + 1) {
      const lost = findLost(folded, chosen.at(-1)?.markerEnd ?? 0, candidate.from, expected);
      if (lost) choose(lost);
      if (lost || begun || followed) choose(candidate);
    } else if (candidate.strong && begun && number === 1 && followed) {
      choose(candidate);
    } else if (candidate.strong && begun && number > expected && number <= expected + 3) {
      choose(candidate);
    } else if (candidate.strong && begun && number > 1 && number === expected - 1) {
      const before = folded.slice(Math.max(0, candidate.from - 12), candidate.from);
      if (endsSentence.test(before)) chosen.push(candidate);
    }
  }
  return chosen;
}

const longestLead = 45;

/** A figure makes a sentence a statement rather than the name of a point. */
const figure = /(?<!\d)\d+(?:\.\d+)?(?:件|次|人|项|个|%|万|家|场)/u;

/** End of the short sentence that stands first between two offsets and names what follows; null where there is none. */
export function leadEnd(folded: string, from: number, to: number): number | null {
  let depth = 0;
  for (let i = from; i < to && i < from + 4 * longestLead; i++) {
    const character = folded[i] as string;
    if ('《“('.includes(character)) depth++;
    else if ('》”)'.includes(character)) depth = Math.max(0, depth - 1);
    else if ('。!?'.includes(character) && depth === 0) {
      const lead = folded.slice(from, i + 1);
      const isName =
        visibleLength(lead) <= longestLead && !/[;:]/u.test(lead) && !figure.test(lead);
      return isName && folded.slice(i + 1, to).trim() !== '' ? i + 1 : null;
    }
  }
  return null;
}

/**
 * Finds the points of a text.
 * @param open how many points the section already has, when this text may go on with their series
 * @returns points in order; the text before the first one belongs to none of them
 */
export function findPoints(text: Slice, open = 0): Point[] {
  const indent = damagedIndent.exec(text.text)?.[0].length ?? 0;
  const folded = ' '.repeat(indent) + text.folded.slice(indent);
  const runs = pointFamilies
    .map((family) => {
      const all = candidates(folded, family);
      const next = open > 0 ? chooseSeries(folded, all, open + 1) : [];
      const fresh = chooseSeries(folded, all, 1);
      return next.length > 0 &&
        (fresh.length < 2 || (next[0] as Candidate).from <= (fresh[0] as Candidate).from)
        ? { run: next, goesOn: true }
        : { run: fresh, goesOn: false };
    })
    .filter(
      ({ run, goesOn }) =>
        run.length >= 2 || (run.length === 1 && (goesOn || (run[0] as Candidate).from === indent)),
    );
  runs.sort((a, b) => (a.run[0] as Candidate).from - (b.run[0] as Candidate).from);
  const run = runs[0]?.run ?? [];
  return run.map((candidate, index) => {
    const to = run[index + 1]?.from ?? text.length;
    return {
      number: candidate.number,
      inferred: candidate.inferred,
      from: candidate.from === indent ? 0 : candidate.from,
      to,
      markerEnd: candidate.markerEnd,
      leadEnd: leadEnd(folded, candidate.markerEnd, to),
    };
  });
}
