/** Text that knows where in the source it stands, however it was joined and cut. */
import type { Point, Position } from 'unist';
import type { Line } from './types.ts';

/** A stretch of the joined text that stands in one line of the source. */
interface Segment {
  /** Offset in the joined text. */
  at: number;
  line: Line;
}

/** Text joined from lines, and what recognition sees of it: both have the same length. */
interface Joined {
  text: string;
  folded: string;
  segments: readonly Segment[];
}

/** Index of the segment that an offset stands in, or behind: the last that begins at or before it. */
function lastBefore(segments: readonly Segment[], at: number): number {
  let low = 0;
  let high = segments.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((segments[middle] as Segment).at <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Where an offset of the joined text stands in the source. */
function pointAt({ segments }: Joined, at: number): Point {
  const found = segments[lastBefore(segments, at)] as Segment;
  // A blank that joins two lines stands in neither.
  const into = Math.max(0, Math.min(at - found.at, found.line.text.length));
  const { number, column, offset } = found.line;
  return { line: number, column: column + into, offset: offset + into };
}

/** An immutable piece of a paragraph. */
export class Slice {
  readonly #joined: Joined;
  readonly #from: number;
  readonly #to: number;

  private constructor(joined: Joined, from: number, to: number) {
    this.#joined = joined;
    this.#from = from;
    this.#to = to;
  }

  /** Joins lines; `glue` says what stands between two of them. */
  static join(lines: readonly Line[], glue: (above: string, below: string) => string): Slice {
    let text = '';
    let folded = '';
    const segments: Segment[] = [];
    for (const [index, line] of lines.entries()) {
      const between = index === 0 ? '' : glue((lines[index - 1] as Line).text, line.text);
      text += between;
      folded += between;
      segments.push({ at: text.length, line });
      text += line.text;
      folded += line.folded;
    }
    return new Slice({ text, folded, segments }, 0, text.length);
  }

  get text(): string {
    return this.#joined.text.slice(this.#from, this.#to);
  }

  get folded(): string {
    return this.#joined.folded.slice(this.#from, this.#to);
  }

  get length(): number {
    return this.#to - this.#from;
  }

  /** A part of the piece, as `String.slice` with offsets that are not negative. */
  slice(from: number, to = this.length): Slice {
    const end = Math.min(this.#from + to, this.#to);
    return new Slice(this.#joined, Math.min(this.#from + from, end), end);
  }

  /** The piece without the blanks around it. */
  trim(): Slice {
    const { text } = this;
    const from = text.length - text.trimStart().length;
    return this.slice(from, Math.max(from, text.trimEnd().length));
  }

  /** Its parts between occurrences of a sign. */
  split(sign: string): Slice[] {
    let at = 0;
    return this.text.split(sign).map((part) => {
      const piece = this.slice(at, at + part.length);
      at += part.length + sign.length;
      return piece;
    });
  }

  /** Where it stands in the source, from its first character to behind its last one. */
  get position(): Position {
    const start = pointAt(this.#joined, this.#from);
    if (this.length === 0) return { start, end: start };
    const last = pointAt(this.#joined, this.#to - 1);
    return {
      start,
      end: { line: last.line, column: last.column + 1, offset: (last.offset ?? 0) + 1 },
    };
  }
}
