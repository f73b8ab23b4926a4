/** What reports say about something, sentence by sentence, and which of it says about the same. */

import { walkOutline } from '../../model/outline.ts';
import type { ReportData, Section } from '../../model/report.ts';
import { standsAlone } from '../../model/section-styles.ts';
import { cutSentences } from '../compare/sentences.ts';
import { normalise } from '../compare/similarity.ts';

/** A sentence of a report. */
export interface Said {
  report: ReportData;
  /** Section that holds it. */
  section: string;
  text: string;
}

/** The sentences of one report that are asked for: those of a part, and of a theme where one is given. */
export function saidOf(report: ReportData, part: string, theme: string): Said[] {
  const sentences: Said[] = [];
  for (const { entry, ancestors } of walkOutline(report.sections)) {
    const isAsked =
      entry.part === part &&
      (!theme || [entry, ...ancestors].some(({ themes }) => themes.includes(theme)));
    if (!isAsked) continue;
    for (const text of sentencesOf(entry, ancestors.length))
      sentences.push({ report, section: entry.id, text });
  }
  return sentences;
}

/** Sentences of a section itself, its heading the first; headings of whole chapters say nothing of what is in them. */
function sentencesOf(section: Section, depth: number): string[] {
  const { printedHeading, editorial, text } = section;
  const heading = editorial || (depth === 0 && standsAlone(section)) ? '' : (printedHeading ?? '');
  const sentences = text.split('\n').flatMap(cutSentences);
  return [heading, ...sentences].map((each) => each.trim()).filter(Boolean);
}

/** Sentences of others that say about the same, or one alone. */
export interface Group {
  said: Said[];
  /** How many reports say it, one's own left out. */
  reports: number;
  /** One's own report says it too. */
  own: boolean;
}

/** Fewer pairs of characters agree by chance. */
export const leastPairs = 7;
/** Share of the shorter sentence's pairs of characters that the longer one has as well. */
export const leastShared = 0.6;
/** Share of all their pairs that both have: a long sentence may hold a short one that says something else. */
export const leastOverlap = 0.18;

/** Pairs of neighbouring characters; numbers count as 0, as they differ where the wording is the same. */
function pairsOf(sentence: string): Set<string> {
  const characters = [...normalise(sentence).replace(/\p{N}+/gu, '0')];
  return new Set(characters.slice(1).map((next, at) => characters[at] + next));
}

/**
 * Puts sentences of about the same wording together: each goes to the group of the sentence it shares most with, or
 * begins one. Groups that more reports share come first, then those whose first sentence stood earlier.
 * @param own sentences of one's own report: it is told which groups they belong to, and they stand in none
 */
export function groupSaid(others: readonly Said[], own: readonly Said[] = []): Group[] {
  const groups: { said: Said[] }[] = [];
  const known: Known[] = [];
  // Only sentences that share a pair are ever compared.
  const holders = new Map<string, number[]>();
  for (const said of [...others, ...own]) {
    const pairs = pairsOf(said.text);
    const group = nearest(pairs, known, holders) ?? groups.length;
    if (groups[group]) groups[group].said.push(said);
    else groups.push({ said: [said] });
    if (pairs.size < leastPairs) continue;
    for (const pair of pairs) {
      const list = holders.get(pair);
      if (list) list.push(known.length);
      else holders.set(pair, [known.length]);
    }
    known.push({ pairs: pairs.size, group });
  }
  const mine = new Set(own);
  return groups
    .map(({ said }) => ({ said: said.filter((each) => !mine.has(each)), all: said.length }))
    .filter(({ said }) => said.length > 0)
    .map(({ said, all }) => ({
      said,
      reports: new Set(said.map(({ report }) => report.id)).size,
      own: all > said.length,
    }))
    .sort((a, b) => b.reports - a.reports);
}

/** A sentence that is in a group. */
interface Known {
  /** Number of its pairs. */
  pairs: number;
  group: number;
}

/** The group of the sentence that shares most with one, if there is one near enough. */
function nearest(
  pairs: Set<string>,
  known: readonly Known[],
  holders: ReadonlyMap<string, number[]>,
): number | undefined {
  if (pairs.size < leastPairs) return undefined;
  const shared = new Map<number, number>();
  for (const pair of pairs)
    for (const at of holders.get(pair) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
  let best: { group: number; overlap: number } | undefined;
  for (const [at, count] of shared) {
    const { pairs: size, group } = known[at] as Known;
    const overlap = count / (size + pairs.size - count);
    const isNear = count / Math.min(size, pairs.size) >= leastShared && overlap >= leastOverlap;
    if (isNear && (!best || overlap > best.overlap)) best = { group, overlap };
  }
  return best?.group;
}
