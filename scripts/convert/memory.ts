/**
 * What earlier conversions came to, so that a report is not converted again while nothing it is made from has changed.
 * A memory is a help and never an authority: what it says counts only while source, annotation, catalogues and program
 * are those it was made from and the generated files are, byte for byte, those that were written.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Collection, catalogueNames } from '../../src/collection/files.ts';
import { hashFile } from '../../src/collection/hash-file.ts';
import { programDir } from '../../src/collection/program-dir.ts';
import { hashOfCode } from '../files/imports.ts';
import { writeWhole } from '../files/write-whole.ts';
import type { ReportResult } from './results.ts';

interface Remembered extends ReportResult {
  /** Hash of source, annotation and recipe. */
  input: string;
  /** Hash of the generated files. */
  output: string;
}

const hashOf = (parts: readonly (string | Uint8Array)[]) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('base64url');
};

/** Bytes of a file; of one that does not exist, a word that no file's hash is made from. */
const bytesOf = (file: string): string | Uint8Array =>
  existsSync(file) ? readFileSync(file) : '\0absent';

/** Hash of a file; of one that does not exist, a word that is no hash. */
const digestOf = (file: string) => (existsSync(file) ? hashFile(file).sha256 : 'absent');

/** Everything beside a report that decides what it is converted to: program, packages, catalogues. */
export function recipe(collection: Collection): string {
  const files = [
    path.join(programDir, 'package-lock.json'),
    ...catalogueNames.map((name) => collection.file(name)),
  ];
  const code = hashOfCode(programDir, [path.join(import.meta.dirname, 'run.ts')]);
  return hashOf([process.versions.node, code, ...files.map(bytesOf)]);
}

function outputOf(collection: Collection, id: string): string {
  return Object.values(collection.generatedFiles(id)).map(digestOf).join(' ');
}

export class Memory {
  readonly #collection: Collection;
  readonly #recipe: string;
  readonly #reports: Map<string, Remembered>;
  /** Hashes of what reports are made from, taken before they are converted. */
  readonly #inputs = new Map<string, string>();

  private constructor(collection: Collection, reports: Map<string, Remembered>) {
    this.#collection = collection;
    this.#recipe = recipe(collection);
    this.#reports = reports;
  }

  /** Reads the memory of a collection; one that is missing, damaged or of another form is an empty one. */
  static open(collection: Collection): Memory {
    try {
      const stored = JSON.parse(readFileSync(collection.memoryFile, 'utf8')) as Remembered[];
      return new Memory(collection, new Map(stored.map((entry) => [entry.id, entry])));
    } catch {
      return new Memory(collection, new Map());
    }
  }

  #inputOf(folder: string): string {
    return hashOf([
      this.#recipe,
      ...['source.txt', 'report.yaml'].map((name) => bytesOf(path.join(folder, name))),
    ]);
  }

  /** What converting a report came to, if it would come to the same again. */
  recall(id: string, folder: string): ReportResult | undefined {
    const input = this.#inputOf(folder);
    this.#inputs.set(id, input);
    const known = this.#reports.get(id);
    if (
      !known?.converted ||
      known.input !== input ||
      known.output !== outputOf(this.#collection, id)
    )
      return undefined;
    return { id, converted: true, paths: known.paths, messages: known.messages };
  }

  /** Notes what converting a report came to, that was not recalled before. */
  note(result: ReportResult): void {
    // a source that was changed while it was converted has another hash by now, and is converted again
    const input = this.#inputs.get(result.id) ?? '';
    this.#reports.set(result.id, {
      ...result,
      input,
      output: outputOf(this.#collection, result.id),
    });
  }

  /** Writes the memory for the reports that there are. */
  save(ids: readonly string[]): void {
    const entries = ids.flatMap((id) => this.#reports.get(id) ?? []);
    writeWhole(this.#collection.memoryFile, JSON.stringify(entries));
  }
}
