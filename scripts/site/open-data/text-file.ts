/** A text file that is written piece by piece, so that it never is one string. */
import { closeSync, openSync, writeSync } from 'node:fs';

/** Characters kept before they are written. */
const buffered = 1 << 20;

export class TextFile {
  readonly #file: number;
  #pieces: string[] = [];
  #length = 0;

  /** @param path a file that is made, or emptied when it is there */
  constructor(path: string) {
    this.#file = openSync(path, 'w');
  }

  write(piece: string): void {
    this.#pieces.push(piece);
    this.#length += piece.length;
    if (this.#length > buffered) this.#flush();
  }

  #flush(): void {
    writeSync(this.#file, this.#pieces.join(''));
    this.#pieces = [];
    this.#length = 0;
  }

  close(): void {
    this.#flush();
    closeSync(this.#file);
  }
}
