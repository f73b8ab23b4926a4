/** The opened part of the index: shards are opened one by one, literals are found in all opened ones. */
import type { Catalogue, Manifest, ShardEntry } from './catalogue.ts';
import type { Finder, Matches } from './finder.ts';
import { GenuineFolder } from './genuine.ts';
import { fetchManifest } from './manifest-file.ts';
import { openShard, type PagefindModule } from './pagefind.ts';
import { Shard } from './shard.ts';

/** Where the index lies and how its program is loaded from there. */
export interface IndexLocation {
  /** Address of the folder `pagefind/`, with a slash at its end. */
  base: string;
  /**
   * @param address of `pagefind.js`, another one at every attempt
   * @param integrity of it, as browsers understand it
   * @throws when it cannot be loaded or is another program
   */
  load(address: string, integrity: string): Promise<PagefindModule>;
}

/** Name of Pagefind's program. */
const programFile = 'pagefind.js';
/** Attempts to load it before it is given up: browsers keep a module that failed under its address. */
const attempts = 2;

export class Library implements Finder {
  readonly manifest: Manifest;
  readonly #location: IndexLocation;
  readonly #root: GenuineFolder;
  /** Terms with tokens of their own, folded. */
  readonly terms: ReadonlySet<string>;
  #program: Promise<PagefindModule> | undefined;
  #attempts = 0;
  readonly #opening = new Map<string, Promise<Shard>>();
  readonly #opened = new Map<string, Shard>();

  private constructor(location: IndexLocation, manifest: Manifest) {
    this.#location = location;
    this.manifest = manifest;
    this.#root = new GenuineFolder(location.base, manifest.files);
    this.terms = new Set(manifest.terms);
  }

  /** @throws when the manifest cannot be had. */
  static async open(location: IndexLocation): Promise<Library> {
    return new Library(location, await fetchManifest(location.base));
  }

  /** Whether the site has another index by now; false where that cannot be told. */
  async isOutdated(): Promise<boolean> {
    const present = await fetchManifest(this.#location.base).catch(() => this.manifest);
    return present.hash !== this.manifest.hash;
  }

  /** Whether shards have been opened. */
  isOpen(names: string[]): boolean {
    return names.every((name) => this.#opened.has(name));
  }

  /** Opens a shard. @throws when a part of it cannot be had; it may be tried again. */
  async open(entry: ShardEntry): Promise<Finder> {
    const { name } = entry;
    const opening = this.#opening.get(name) ?? this.#open(entry);
    this.#opening.set(name, opening);
    try {
      const shard = await opening;
      this.#opened.set(name, shard);
      return { find: (literal, placed) => this.#findIn(name, shard, literal, placed) };
    } catch (error) {
      this.#forget(name, opening);
      throw error;
    }
  }

  async #open({ name, files }: ShardEntry): Promise<Shard> {
    const folder = new GenuineFolder(`${this.#location.base}${name}/`, files);
    const [program] = await Promise.all([
      this.#load(),
      this.#root.readAll([programFile]),
      folder.readAll(),
    ]);
    const [catalogue, find] = await Promise.all([
      folder.readJson<Catalogue>('catalogue.json'),
      openShard(program, this.#root, folder),
    ]);
    return new Shard(catalogue, find, this.terms);
  }

  /** Pagefind's program. */
  #load(): Promise<PagefindModule> {
    const loading = this.#program ?? this.#tryToLoad();
    this.#program = loading;
    loading.catch(() => {
      if (this.#program === loading) this.#program = undefined;
    });
    return loading;
  }

  async #tryToLoad(): Promise<PagefindModule> {
    const { base, load } = this.#location;
    const address = programAddress(base, this.manifest);
    let cause: unknown;
    for (let i = 0; i < attempts; i++)
      try {
        const another = this.#attempts++;
        return await load(address + (another ? `-${another}` : ''), this.manifest.integrity);
      } catch (error) {
        cause = error;
      }
    throw new Error(`${address} cannot be loaded`, { cause });
  }

  /** A shard that a part was missing from is opened anew when it is asked for the next time. */
  #forget(name: string, failed: Promise<Shard>): void {
    if (this.#opening.get(name) !== failed) return;
    this.#opening.delete(name);
    this.#opened.delete(name);
  }

  async #findIn(name: string, shard: Shard, literal: string, placed?: boolean): Promise<Matches> {
    const opening = this.#opening.get(name);
    try {
      return await shard.find(literal, placed);
    } catch (error) {
      if (opening && this.#opened.get(name) === shard) this.#forget(name, opening);
      throw error;
    }
  }

  /** Looks through all opened shards. */
  async find(literal: string, placed = false): Promise<Matches> {
    const found = await Promise.all(
      [...this.#opened].map(([name, shard]) => this.#findIn(name, shard, literal, placed)),
    );
    return new Map(found.flatMap((matches) => [...matches]));
  }
}

/** Where Pagefind's program is fetched from: what a cache holds of another build has another address. */
export const programAddress = (base: string, { files }: Pick<Manifest, 'files'>) =>
  `${base}${programFile}?${files[programFile]}`;
