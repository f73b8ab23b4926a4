/**
 * Points inside running text: 一是…二是…, 第一,…第二,…, 首先,…其次,…. A series is accepted by its order; a lead whose
 * number was lost (是深化…。二是…) is found from its neighbours and marked as inferred.
 */
import {
  damagedIndent,
  fold,
  lostPoint,
  type PointFamily,
  pointBoundary,
  pointFamilies,
  pointNotAfter,
  visibleLength,
} from './grammar.ts';

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
  for (const match of folded.matchAll(lostPoint)) {
    if (match.index < from || match.index >= to) continue;
    return { number, from: match.index, markerEnd: match.index + 1, strong: true, inferred: true };
  }
  return undefined;
}

/**
 * Chooses from candidates of one family those that form a series beginning at `start`.
 * @param start number the series has to begin with: 1, or one more than a series already open
 */
function chooseSeries(folded: string, all: readonly Candidate[], start: number): Candidate[] {
  const chosen: Candidate[] = [];
  let expected = start;
  for (const candidate of all) {
    const number = candidate.number === 0 ? expected : candidate.number;
    const from = chosen.at(-1)?.markerEnd ?? 0;
    const followed = all.some(
      (other) => other.from > candidate.from && other.number === number + 1 && other.strong,
    );
    if (number === expected) {
      if (!candidate.strong && !followed) continue;
      // a better placed candidate for the same number is still to come
      const better =
        !candidate.strong &&
        all.some(
          (other) =>
            other.from > candidate.from &&
            other.number === number &&
            other.strong &&
            !all.some(
              (next) => next.number === number + 1 && next.strong && next.from < other.from,
            ),
        );
      if (better) continue;
      chosen.push({ ...candidate, number });
      expected = number + 1;
    } else if (candidate.strong && number === expected + 1) {
      const lost = findLost(folded, from, candidate.from, expected);
      if (lost) chosen.push(lost);
      else if (chosen.length === 0 && !followed) continue;
      chosen.push(candidate);
      expected = number + 1;
    } else if (candidate.strong && candidate.number === 1 && followed && chosen.length > 0) {
      chosen.push(candidate);
      expected = 2;
    } else if (
      candidate.strong &&
      chosen.length > 0 &&
      number > expected &&
      number <= expected + 3
    ) {
      chosen.push(candidate);
      expected = number + 1;
    } else if (
      candidate.strong &&
      chosen.length > 0 &&
      number === expected - 1 &&
      number > 1 &&
      /[。!?;]["”’)]*\s*$/u.test(folded.slice(0, candidate.from))
    ) {
      chosen.push(candidate);
    }
  }
  return chosen;
}

const longestLead = 45;

/** End of the short first sentence of a point, where more text follows it. */
function leadEnd(folded: string, from: number, to: number): number | null {
  const text = folded.slice(from, to);
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const character = text[i] as string;
    if (/[《“(]/u.test(character)) depth++;
    else if (/[》”)]/u.test(character)) depth = Math.max(0, depth - 1);
    else if (/[。!?]/u.test(character) && depth === 0) {
      const lead = text.slice(0, i + 1);
      if (visibleLength(lead) > longestLead || visibleLength(text.slice(i + 1)) === 0) return null;
      return /[;:]/u.test(lead) || /\d+(?:\.\d+)?(?:件|次|人|项|个|%|万|家|场)/u.test(lead)
        ? null
        : from + i + 1;
    }
  }
  return null;
}

/**
 * Finds the points of a text.
 * @param open how many points the section already has, when this text may go on with their series
 * @returns points in order; the text before the first one belongs to none of them
 */
export function findPoints(text: string, open = 0): Point[] {
  const indent = damagedIndent.exec(text)?.[0].length ?? 0;
  const folded = ' '.repeat(indent) + fold(text).slice(indent);
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
