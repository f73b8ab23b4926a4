/** An opened shard of the index: its reports, and where literals stand in them. */
import { type Catalogue, unpackCatalogue } from './catalogue.ts';
import { singleToken, termToken } from './codec.ts';
import type { Finder, Occurrences } from './library.ts';
import type { FindToken } from './pagefind.ts';
import { coverOf, startsOf } from './phrase.ts';
import { type IndexedReport, unfoldReport } from './report.ts';

/** Literals whose occurrences are kept at hand. */
const remembered = 60;

export class Shard implements Finder {
  readonly #reports: Map<string, IndexedReport>;
  readonly #findToken: FindToken;
  readonly #terms: ReadonlySet<string>;
  readonly #found = new Map<string, Promise<Occurrences>>();

  /** @param terms Terms with tokens of their own, folded. */
  constructor(catalogue: Catalogue, findToken: FindToken, terms: ReadonlySet<string>) {
    const entries = unpackCatalogue(catalogue);
    this.#reports = new Map(entries.map((entry) => [entry.record, unfoldReport(entry)]));
    this.#findToken = findToken;
    this.#terms = terms;
  }

  find(literal: string, placed = false): Promise<Occurrences> {
    const key = `${placed} ${literal}`;
    const known = this.#found.get(key);
    if (known) return known;
    const occurrences = this.#find(literal, placed);
    if (this.#found.size >= remembered) this.#found.clear();
    this.#found.set(key, occurrences);
    occurrences.catch(() => this.#found.delete(key));
    return occurrences;
  }

  async #find(literal: string, placed: boolean): Promise<Occurrences> {
    if (!placed && this.#terms.has(literal)) return this.#positions(termToken(literal));
    if (literal.length === 1) return this.#positions(singleToken(literal));
    const cover = coverOf(literal);
    const [first, ...others] = await Promise.all(cover.map(({ token }) => this.#positions(token)));
    const occurrences: Occurrences = new Map();
    for (const [report, positions] of first as Occurrences) {
      const rest = others.map((other) => other.get(report));
      if (rest.some((found) => !found)) continue;
      const starts = startsOf(cover, [positions, ...(rest as number[][])]);
      if (starts.length) occurrences.set(report, starts);
    }
    return occurrences;
  }

  /** Positions of a token, ascending. */
  async #positions(token: string): Promise<Occurrences> {
    const occurrences: Occurrences = new Map();
    for (const [record, positions] of await this.#findToken(token)) {
      const report = this.#reports.get(record);
      const ascending = [...new Set(positions)].sort((a, b) => a - b);
      if (report) occurrences.set(report, ascending);
    }
    return occurrences;
  }
}
