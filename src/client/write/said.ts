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

/** Sentences of at least two reports that say about the same, or one alone. */
export interface Group {
  said: Said[];
  /** How many reports say it. */
  reports: number;
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
 * Puts sentences of about the same wording together: each goes to the group whose first sentence shares most with it,
 * or begins one. Groups that more reports share come first, then those whose first sentence stood earlier.
 */
export function groupSaid(all: readonly Said[]): Group[] {
  const groups: { said: Said[]; pairs: Set<string> }[] = [];
  // Only groups that share a pair with a sentence are ever compared with it.
  const holders = new Map<string, number[]>();
  for (const said of all) {
    const pairs = pairsOf(said.text);
    const best = pairs.size < leastPairs ? undefined : nearest(pairs, groups, holders);
    if (best !== undefined) groups[best]?.said.push(said);
    else {
      for (const pair of pairs) {
        const list = holders.get(pair);
        if (list) list.push(groups.length);
        else holders.set(pair, [groups.length]);
      }
      groups.push({ said: [said], pairs });
    }
  }
  return groups
    .map(({ said }) => ({ said, reports: new Set(said.map(({ report }) => report.id)).size }))
    .sort((a, b) => b.reports - a.reports);
}

function nearest(
  pairs: Set<string>,
  groups: readonly { pairs: Set<string> }[],
  holders: ReadonlyMap<string, number[]>,
): number | undefined {
  const shared = new Map<number, number>();
  for (const pair of pairs)
    for (const at of holders.get(pair) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
  let best: { at: number; overlap: number } | undefined;
  for (const [at, count] of shared) {
    const size = groups[at]?.pairs.size ?? 0;
    const overlap = count / (size + pairs.size - count);
    const isNear =
      size >= leastPairs &&
      count / Math.min(size, pairs.size) >= leastShared &&
      overlap >= leastOverlap;
    if (isNear && (!best || overlap > best.overlap)) best = { at, overlap };
  }
  return best?.at;
}
