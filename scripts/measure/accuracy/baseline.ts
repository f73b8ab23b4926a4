/** The figures of the corpus that no change may fall behind. */
import path from 'node:path';
import { programDir } from '../../../src/collection/program-dir.ts';
import { type Half, halves } from './corpus.ts';
import type { Tallies } from './tally.ts';

export type Baseline = Record<Half, Tallies>;

/** File that the figures are kept in; the site shows them to readers. */
export const baselineFile = path.join(programDir, 'src/pages/_accuracy.json');

/** What the baseline keeps: single indicators and themes, and certain and uncertain values, may trade places as long as all of them together do not fall. */
export function keptOf(tallies: Record<Half, Tallies>): Baseline {
  const kept = (all: Tallies) =>
    Object.fromEntries(
      Object.entries(all)
        .filter(([name]) => !/^(?:slug|marks|theme)\./u.test(name))
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  return { open: kept(tallies.open), sealed: kept(tallies.sealed) };
}

/** Where figures fall behind: fewer right, more wrong, or other labels than were counted. Numbers and names of figures alone. */
export function shortfalls(baseline: Baseline, reached: Baseline): string[] {
  const none = { labelled: 0, right: 0, wrong: 0, missing: 0 };
  return halves.flatMap((half) => {
    const names = new Set([...Object.keys(baseline[half]), ...Object.keys(reached[half])]);
    return [...names].flatMap((name) => {
      const { [name]: was = none } = baseline[half];
      const { [name]: is = none } = reached[half];
      const told = (what: 'labelled' | 'right' | 'wrong') =>
        `${half} ${name}: ${what} ${was[what]} → ${is[what]}`;
      return [
        ...(is.labelled === was.labelled ? [] : [told('labelled')]),
        ...(is.right < was.right ? [told('right')] : []),
        ...(is.wrong > was.wrong ? [told('wrong')] : []),
      ];
    });
  });
}
