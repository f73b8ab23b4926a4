/** What it means to find a literal in the index. */
import type { IndexedReport } from './report.ts';

/**
 * Where a literal stands: by report, then by number of the passage whose section holds it, offsets of its first
 * unit in the folded text of the report, ascending.
 */
export type Matches = Map<IndexedReport, Map<number, number[]>>;

/** Finds literals in a part of the index. */
export interface Finder {
  /**
   * Where a folded literal of one unit or more stands.
   * @param placed Whether offsets must tell where exactly. Frequent terms cost less when only the section, whether
   *   in its heading, and how often must be known. One unit is never placed.
   * @throws when a part of the index cannot be fetched.
   */
  find(literal: string, placed?: boolean): Promise<Matches>;
}
