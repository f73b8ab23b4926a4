/** Pieces of text on a PDF page → rows in reading order, columns one after the other. */

/** A piece of text where it stands; `y` grows upwards, as PDF has it. */
export interface Piece {
  text: string;
  x: number;
  y: number;
  width: number;
  /** Size of the type. */
  size: number;
  /** Name of its font in the file. */
  font: string;
}

/** Pieces that touch each other on one line. */
export interface Segment extends Piece {
  pieces: Piece[];
}

/** A line of the page: more than one segment where wide gaps part it. */
export interface Row {
  segments: Segment[];
  x: number;
  right: number;
  y: number;
  size: number;
}

/** Rows that share their margins: a page, or a column of one. */
export interface Region {
  rows: Row[];
  left: number;
  right: number;
}

const right = (piece: Piece) => piece.x + piece.width;
const latin = /[\p{Script=Latin}\d]/u;

/** Joins pieces that stand on one line without a wide gap. */
export function toSegments(pieces: readonly Piece[]): Segment[] {
  const lines: Piece[][] = [];
  for (const piece of [...pieces].sort((a, b) => b.y - a.y)) {
    const line = lines.at(-1);
    const base = line?.[0];
    if (base && Math.abs(base.y - piece.y) <= Math.min(base.size, piece.size) * 0.45)
      line.push(piece);
    else lines.push([piece]);
  }
  return lines.flatMap((line) => {
    const segments: Segment[] = [];
    for (const piece of line.sort((a, b) => a.x - b.x)) {
      const last = segments.at(-1);
      const gap = last ? piece.x - right(last) : Number.POSITIVE_INFINITY;
      if (!last || gap > Math.max(last.size, piece.size) * 0.9) {
        segments.push({ ...piece, pieces: [piece] });
        continue;
      }
      const blank =
        gap > piece.size * 0.2 &&
        latin.test(last.text.at(-1) ?? '') &&
        latin.test(piece.text[0] ?? '');
      last.pieces.push(piece);
      last.text += (blank ? ' ' : '') + piece.text;
      last.width = Math.max(right(last), right(piece)) - last.x;
      last.size = Math.max(last.size, piece.size);
    }
    return segments.filter(({ text }) => text.trim() !== '');
  });
}

/** Whether a segment runs over both columns, and not just a stop that hangs into the margin. */
const crosses = (it: Piece, at: number) => it.x < at - it.size * 2 && right(it) > at + it.size * 2;
const centre = (it: Piece) => it.x + it.width / 2;

/** Whether the text ends in the first lines of the second column, beside those of a first one that is full. */
function endsAtTop(before: readonly Segment[], after: readonly Segment[]): boolean {
  const [first] = after;
  if (!first || after.length > 2 || before.length < 10) return false;
  const { y: lowest } = before[after.length] as Segment;
  return after.every(({ x, y, size }) => Math.abs(x - first.x) < size && y > lowest);
}

/** Where a page of two columns is parted; undefined for one column, and for tables, whose cells are narrow. */
function gutterOf(segments: readonly Segment[]): number | undefined {
  if (segments.length < 12) return undefined;
  const from = Math.min(...segments.map(({ x }) => x));
  const to = Math.max(...segments.map(right));
  const half = (to - from) / 2;
  for (let step = 0; step <= 20; step++) {
    const at = from + half + (step % 2 ? -1 : 1) * Math.ceil(step / 2) * (half / 30);
    const crossing = segments.filter((it) => crosses(it, at)).length;
    const before = segments.filter((it) => !crosses(it, at) && centre(it) < at);
    const after = segments.filter((it) => !crosses(it, at) && centre(it) >= at);
    // Most lines of a column are full; cells of a table are not.
    const width = (of: readonly Segment[]) =>
      of.map((it) => it.width).sort((a, b) => b - a)[Math.floor(of.length / 4)] ?? 0;
    if (crossing > segments.length * 0.15 || width(before) < half * 0.7) continue;
    if (Math.min(before.length, after.length) >= 3 && width(after) >= half * 0.7) return at;
    // A page number may stand astride of the gutter.
    if (
      endsAtTop(
        before,
        after.filter(({ x }) => x >= at),
      )
    )
      return at;
  }
  return undefined;
}

function toRows(segments: readonly Segment[]): Row[] {
  const rows: Row[] = [];
  for (const segment of [...segments].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1);
    if (row && Math.abs(row.y - segment.y) <= Math.min(row.size, segment.size) * 0.45) {
      row.segments.push(segment);
      row.segments.sort((a, b) => a.x - b.x);
      row.x = Math.min(row.x, segment.x);
      row.right = Math.max(row.right, right(segment));
    } else
      rows.push({
        segments: [segment],
        x: segment.x,
        right: right(segment),
        y: segment.y,
        size: segment.size,
      });
  }
  return rows;
}

/** The left edge most rows share; the leftmost of all where none is shared. */
function leftMargin(rows: readonly Row[]): number {
  const counts = new Map<number, number>();
  for (const { x, size } of rows) {
    const key = Math.round(x / (size / 3));
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const shared = rows.filter(
    ({ x, size }) => (counts.get(Math.round(x / (size / 3))) ?? 0) >= Math.max(2, rows.length / 6),
  );
  return Math.min(...(shared.length > 0 ? shared : rows).map(({ x }) => x));
}

/** The right edge of full rows; the few that hang over it, with stops or wide tables, do not count. */
function rightMargin(rows: readonly Row[]): number {
  const edges = rows.map((row) => row.right).sort((a, b) => b - a);
  return edges[Math.floor(edges.length / 10)] ?? 0;
}

function toRegion(rows: Row[]): Region {
  return {
    rows,
    left: rows.length ? leftMargin(rows) : 0,
    right: rightMargin(rows),
  };
}

/** The regions of a page in reading order. What runs over both columns parts what is above from what is below. */
export function readPage(pieces: readonly Piece[]): Region[] {
  const segments = toSegments(pieces);
  const gutter = gutterOf(segments);
  if (gutter === undefined) return [toRegion(toRows(segments))];
  const regions: Region[] = [];
  let band: Segment[] = [];
  const close = () => {
    const sides = [
      band.filter((it) => centre(it) < gutter),
      band.filter((it) => centre(it) >= gutter),
    ];
    for (const side of sides) if (side.length > 0) regions.push(toRegion(toRows(side)));
    band = [];
  };
  for (const segment of segments) {
    if (crosses(segment, gutter)) {
      close();
      regions.push(toRegion(toRows([segment])));
    } else band.push(segment);
  }
  close();
  return regions;
}
