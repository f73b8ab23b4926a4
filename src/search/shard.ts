/** An opened shard of the index: its reports, and where literals stand in them. */
import { type Catalogue, unpackCatalogue } from './catalogue.ts';
import { singleToken, termToken } from './codec.ts';
import type { Finder, Matches } from './finder.ts';
import { holderOf, passageAt } from './layout.ts';
import type { FindToken } from './pagefind.ts';
import { coverOf, startsOf } from './phrase.ts';
import { type IndexedPassage, type IndexedReport, unfoldReport } from './report.ts';

/** Positions of a token in the records, by report. */
type Occurrences = Map<IndexedReport, number[]>;

/** Literals whose matches are kept at hand. */
const remembered = 60;

export class Shard implements Finder {
  readonly #reports: Map<string, IndexedReport>;
  readonly #findToken: FindToken;
  readonly #terms: ReadonlySet<string>;
  readonly #found = new Map<string, Promise<Matches>>();

  /** @param terms Terms with tokens of their own in every shard, folded. */
  constructor(catalogue: Catalogue, findToken: FindToken, terms: ReadonlySet<string>) {
    const entries = unpackCatalogue(catalogue);
    this.#reports = new Map(entries.map((entry) => [entry.record, unfoldReport(entry)]));
    this.#findToken = findToken;
    this.#terms = new Set([...terms, ...catalogue.phrases]);
  }

  find(literal: string, placed = false): Promise<Matches> {
    const key = `${placed} ${literal}`;
    const known = this.#found.get(key);
    if (known) return known;
    const matches = this.#find(literal, placed);
    if (this.#found.size >= remembered) this.#found.clear();
    this.#found.set(key, matches);
    matches.catch(() => this.#found.delete(key));
    return matches;
  }

  async #find(literal: string, placed: boolean): Promise<Matches> {
    if (!placed && this.#terms.has(literal)) return this.#tailMatches(termToken(literal));
    if (literal.length === 1) return this.#tailMatches(singleToken(literal));
    const cover = coverOf(literal);
    const [first, ...others] = await Promise.all(cover.map(({ token }) => this.#positions(token)));
    const matches: Matches = new Map();
    for (const [report, positions] of first as Occurrences) {
      const rest = others.map((other) => other.get(report));
      if (rest.some((found) => !found)) continue;
      const starts = startsOf(cover, [positions, ...(rest as number[][])]);
      const { passages } = report;
      const held = bySection(starts, (start) => [holderOf(passages, start, literal.length), start]);
      if (held.size) matches.set(report, held);
    }
    return matches;
  }

  /** Matches of a token that stands in the tails: of the first place of its heading, or of the rest of its text. */
  async #tailMatches(token: string): Promise<Matches> {
    const matches: Matches = new Map();
    for (const [report, positions] of await this.#positions(token)) {
      const held = bySection(positions, (position) => {
        const at = passageAt(report.passages, position, ({ tail }) => tail);
        const { start, head, tail } = report.passages[at] as IndexedPassage;
        return [at, position - tail < head ? start : start + head];
      });
      matches.set(report, held);
    }
    return matches;
  }

  /** Positions of a token. */
  async #positions(token: string): Promise<Occurrences> {
    const occurrences: Occurrences = new Map();
    for (const [record, positions] of await this.#findToken(token)) {
      const report = this.#reports.get(record);
      if (report) occurrences.set(report, positions);
    }
    return occurrences;
  }
}

/** Sorts positions by the passage that each belongs to, as places in the text, ascending. */
function bySection(
  positions: readonly number[],
  place: (position: number) => [passage: number | undefined, at: number],
): Map<number, number[]> {
  const matches = new Map<number, number[]>();
  for (const position of new Set(positions)) {
    const [passage, at] = place(position);
    if (passage === undefined) continue;
    const known = matches.get(passage);
    if (known) known.push(at);
    else matches.set(passage, [at]);
  }
  for (const places of matches.values()) places.sort((a, b) => a - b);
  return matches;
}
