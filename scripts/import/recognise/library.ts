/** The reports a collection holds already, as far as an import has to know them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { hostOf } from '../../convert/resolve/site-hosts.ts';
import { wordsOf } from './recognise.ts';
import { resemblance, type Sketch, sketch } from './similarity.ts';

interface Known {
  words: string;
  sketch: Sketch;
}

/** A report that is much like another, and how much (0 to 1). */
export interface Likeness {
  id: string;
  share: number;
}

/** Knows every source of the collection; reports imported meanwhile are added. */
export class Library {
  readonly #known = new Map<string, Known>();
  /** Codes of the regions whose reports come from a host. */
  readonly #hosts = new Map<string, Set<string>>();
  /** Sources of the collection. */
  readonly sourcesDir: string;

  private constructor(sourcesDir: string) {
    this.sourcesDir = sourcesDir;
  }

  /** Reads the collection. A source that is no text is passed over: the check tells of it. */
  static read(sourcesDir: string): Library {
    const library = new Library(sourcesDir);
    if (!existsSync(sourcesDir)) return library;
    for (const id of readdirSync(sourcesDir)) {
      const file = path.join(sourcesDir, id, 'source.txt');
      if (id.startsWith('.') || !existsSync(file)) continue;
      library.add(id, readFileSync(file, 'utf8'));
      const annotation = path.join(sourcesDir, id, 'report.yaml');
      if (existsSync(annotation)) library.#learnHost(id, readFileSync(annotation, 'utf8'));
    }
    return library;
  }

  #learnHost(id: string, annotation: string): void {
    const host = hostOf(/^url: *['"]?(\S+?)['"]?\s*(?:#|$)/mu.exec(annotation)?.[1] ?? '');
    const codes = this.#hosts.get(host) ?? new Set();
    this.#hosts.set(host, codes.add(id.slice(0, 6)));
  }

  /** Codes of the regions whose reports come from the host of an address. */
  regionsAt(url: string | undefined): string[] {
    const host = hostOf(url ?? '');
    return host ? [...(this.#hosts.get(host) ?? [])] : [];
  }

  add(id: string, text: string): void {
    const words = wordsOf(text);
    this.#known.set(id, { words, sketch: sketch(words) });
  }

  has(id: string): boolean {
    return this.#known.has(id);
  }

  /** The report most like a text, `preferred` first where it exists; undefined when none shares anything. */
  mostLike(text: string): Likeness | undefined {
    const words = wordsOf(text);
    const own = sketch(words);
    let best: Likeness | undefined;
    for (const [id, known] of this.#known) {
      const share = known.words === words ? 1 : Math.min(0.999, resemblance(own, known.sketch));
      if (share > 0 && (!best || share > best.share)) best = { id, share };
    }
    return best;
  }

  /** How much of a text a known report shares: 1 when they are the same, blanks and punctuation aside. */
  likeness(id: string, text: string): number {
    const known = this.#known.get(id);
    if (!known) return 0;
    const words = wordsOf(text);
    return known.words === words ? 1 : Math.min(0.999, resemblance(sketch(words), known.sketch));
  }
}
