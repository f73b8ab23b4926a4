/** Which files of a long import are done, so that it can be taken up again. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { writeWhole } from '../files/write-whole.ts';

const stateFile = z.record(z.string(), z.string());

/** Remembers, by the content of a file, the id it was imported as. A damaged state is begun anew. */
export class ImportState {
  readonly #file: string;
  readonly #done: Map<string, string>;

  constructor(file: string) {
    this.#file = file;
    this.#done = new Map();
    try {
      const state = stateFile.parse(JSON.parse(readFileSync(file, 'utf8')));
      this.#done = new Map(Object.entries(state));
    } catch {
      // None yet, or not readable: the reports in the collection still stop what is there already.
    }
  }

  /** Key of a file by its bytes. */
  static key(bytes: Uint8Array): string {
    return createHash('sha256').update(bytes).digest('hex');
  }

  /** The id a file was imported as. */
  idOf(key: string): string | undefined {
    return this.#done.get(key);
  }

  /** Remembers a file, on disk at once. */
  remember(key: string, id: string): void {
    this.#done.set(key, id);
    writeWhole(this.#file, `${JSON.stringify(Object.fromEntries(this.#done), null, 1)}\n`);
  }
}
