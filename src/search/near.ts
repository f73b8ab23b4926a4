/** Sections in whose neighbourhood all terms of a query stand: the second tier. */
import { type Hit, matchesOf } from './evaluate.ts';
import type { Finder } from './finder.ts';
import type { Term } from './query.ts';
import type { IndexedPassage, IndexedReport } from './report.ts';

/** The neighbourhood of a section: the section of the second level that it is or lies in, `s1-k2` of `s1-k2-i3`. */
function neighbourhood({ id }: IndexedPassage): string {
  return id.split('-').slice(0, 2).join('-');
}

/**
 * Passages of a part of the index that hold at least one term, none of the excluded ones, and all terms in
 * their neighbourhood. Terms that a passage itself lacks have no matches in its hit.
 */
export async function evaluateNear(finder: Finder, terms: Term[]): Promise<Hit[]> {
  const find = (term: Term) => matchesOf(finder, term, true);
  const sought = await Promise.all(terms.filter(({ exclude }) => !exclude).map(find));
  const unwanted = await Promise.all(terms.filter(({ exclude }) => exclude).map(find));
  const hits: Hit[] = [];
  for (const report of sought[0]?.keys() ?? []) {
    const held = sought.map((matches) => matches.get(report));
    const areas = held.map((passages) => areasOf(report, passages?.keys() ?? []));
    report.passages.forEach((passage, at) => {
      const matches = held.map((passages) => passages?.get(at) ?? []);
      if (matches.every((list) => !list.length)) return;
      if (!areas.every((area) => area.has(neighbourhood(passage)))) return;
      if (unwanted.some((other) => other.get(report)?.has(at))) return;
      hits.push({ report, passage, matches });
    });
  }
  return hits;
}

function areasOf({ passages }: IndexedReport, numbers: Iterable<number>): Set<string> {
  return new Set([...numbers].map((at) => neighbourhood(passages[at] as IndexedPassage)));
}
