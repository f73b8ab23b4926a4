/** The opened part of the index: shards are opened one by one, literals are found in all opened ones. */
import { type Catalogue, type Manifest, unpackCatalogue } from './catalogue.ts';
import { singleToken, termToken } from './codec.ts';
import { type IndexLocation, openTokenIndex, type TokenIndex } from './pagefind.ts';
import { coverOf, startsOf } from './phrase.ts';
import { type IndexedReport, unfoldReport } from './report.ts';

/** First positions of the occurrences of a literal, by report. */
export type Occurrences = Map<IndexedReport, number[]>;

async function fetchJson<Value>(address: string, cache: RequestCache = 'default'): Promise<Value> {
  const response = await fetch(address, { cache });
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return response.json();
}

/** Literals whose occurrences are kept at hand. */
const remembered = 60;

export class Library {
  readonly manifest: Manifest;
  readonly #base: string;
  readonly #tokens: TokenIndex;
  /** Terms with tokens of their own, folded. */
  readonly terms: ReadonlySet<string>;
  readonly #opened = new Map<string, { opening: Promise<void>; done: boolean }>();
  readonly #reports = new Map<string, IndexedReport>();
  readonly #found = new Map<string, { version: number; occurrences: Promise<Occurrences> }>();
  /** Number of shards opened: what was found before another one was opened is out of date. */
  #version = 0;

  private constructor(base: string, manifest: Manifest, tokens: TokenIndex) {
    this.#base = base;
    this.manifest = manifest;
    this.#tokens = tokens;
    this.terms = new Set(manifest.terms);
  }

  /** @throws when the manifest or Pagefind cannot be loaded. */
  static async open(location: IndexLocation): Promise<Library> {
    const [manifest, tokens] = await Promise.all([
      // It names the shards: one out of date would name some that are gone.
      fetchJson<Manifest>(`${location.base}search.json`, 'no-cache'),
      openTokenIndex(location),
    ]);
    return new Library(location.base, manifest, tokens);
  }

  /** Whether shards have been opened. */
  isOpen(names: string[]): boolean {
    return names.every((name) => this.#opened.get(name)?.done);
  }

  /** Opens shards by name. @throws when one cannot be loaded; it may be tried again. */
  async openShards(names: string[]): Promise<void> {
    await Promise.all(names.map((name) => this.#openShard(name)));
  }

  #openShard(name: string): Promise<void> {
    const known = this.#opened.get(name);
    if (known) return known.opening;
    const opening = Promise.all([
      fetchJson<Catalogue>(`${this.#base}${name}/catalogue.json`),
      this.#tokens.open(name),
    ]).then(([catalogue]) => {
      for (const entry of unpackCatalogue(catalogue))
        this.#reports.set(entry.record, unfoldReport(entry));
      shard.done = true;
      this.#version++;
    });
    const shard = { opening, done: false };
    this.#opened.set(name, shard);
    opening.catch(() => this.#opened.delete(name));
    return opening;
  }

  /**
   * Occurrences of a folded literal of one unit or more in the opened shards.
   * @param placed Whether positions must tell where in its passage the literal stands. Frequent terms cost less
   *   when only the passage, whether in its heading, and how often must be known. One unit is never placed.
   */
  find(literal: string, placed = false): Promise<Occurrences> {
    const key = `${placed} ${literal}`;
    const known = this.#found.get(key);
    if (known?.version === this.#version) return known.occurrences;
    const occurrences = this.#find(literal, placed);
    if (this.#found.size >= remembered) this.#found.clear();
    this.#found.set(key, { version: this.#version, occurrences });
    occurrences.catch(() => this.#found.delete(key));
    return occurrences;
  }

  async #find(literal: string, placed: boolean): Promise<Occurrences> {
    if (!placed && this.terms.has(literal)) return this.#positions(termToken(literal));
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
    for (const [record, positions] of await this.#tokens.positions(token)) {
      const report = this.#reports.get(record);
      if (report)
        occurrences.set(
          report,
          [...new Set(positions)].sort((a, b) => a - b),
        );
    }
    return occurrences;
  }
}
