/** The opened part of the index: shards are opened one by one, literals are found in all opened ones. */
import type { Catalogue, Manifest } from './catalogue.ts';
import { type IndexLocation, openTokenIndex, type TokenIndex } from './pagefind.ts';
import { Shard } from './shard.ts';
import type { Finder, Spots } from './spots.ts';

async function fetchJson<Value>(address: string, cache: RequestCache = 'default'): Promise<Value> {
  const response = await fetch(address, { cache });
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return response.json();
}

export class Library implements Finder {
  readonly manifest: Manifest;
  readonly #base: string;
  readonly #tokens: TokenIndex;
  /** Terms with tokens of their own, folded. */
  readonly terms: ReadonlySet<string>;
  readonly #opening = new Map<string, Promise<void>>();
  readonly #opened = new Map<string, Shard>();

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
    return names.every((name) => this.#opened.has(name));
  }

  /** Opens shards by name. @throws when one cannot be loaded; it may be tried again. */
  async openShards(names: string[]): Promise<void> {
    await Promise.all(names.map((name) => this.#openShard(name)));
  }

  #openShard(name: string): Promise<void> {
    const known = this.#opening.get(name);
    if (known) return known;
    const opening = Promise.all([
      fetchJson<Catalogue>(`${this.#base}${name}/catalogue.json`),
      this.#tokens.open(name),
    ]).then(([catalogue, find]) => {
      this.#opened.set(name, new Shard(catalogue, find, this.terms));
    });
    this.#opening.set(name, opening);
    opening.catch(() => this.#opening.delete(name));
    return opening;
  }

  /** Some opened shards, to be looked through by themselves. */
  within(names: string[]): Finder {
    const shards = names.flatMap((name) => this.#opened.get(name) ?? []);
    return { find: (literal, placed) => findInAll(shards, literal, placed) };
  }

  /** Looks through all opened shards. */
  find(literal: string, placed = false): Promise<Spots> {
    return findInAll([...this.#opened.values()], literal, placed);
  }
}

async function findInAll(shards: Shard[], literal: string, placed = false): Promise<Spots> {
  const found = await Promise.all(shards.map((shard) => shard.find(literal, placed)));
  return new Map(found.flatMap((spots) => [...spots]));
}
