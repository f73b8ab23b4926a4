/** The figures of the corpus that no change may fall behind. */
import path from 'node:path';
import { programDir } from '../../../src/collection/program-dir.ts';
import type { Half } from './corpus.ts';
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
