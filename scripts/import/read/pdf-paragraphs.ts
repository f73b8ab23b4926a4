/**
 * Rows of a PDF → paragraphs. A row that runs to the right margin goes on in the next one, unless that is indented;
 * running heads and page numbers are left out; rows of a table keep their cells.
 */
import { fold } from '../../convert/parse/grammar.ts';
import { plainLook } from '../../convert/parse/looks.ts';
import { isPageNumber } from '../../convert/parse/page-grammar.ts';
import { markerAt } from '../../convert/parse/section-numbers.ts';
import type { Run, SeenLine } from './emphasis.ts';
import { joinAcross } from './join-text.ts';
import type { Region, Row } from './pdf-page.ts';

const rowText = (row: Row) => row.segments.map(({ text }) => text.trim()).join(' ');

/** A row's words without its numbers, by which running heads are the same on every page. */
const pattern = (row: Row) => `${Math.round(row.y / 4)} ${rowText(row).replace(/\d+/gu, '#')}`;

/** Rows at the top or bottom of pages that repeat, and page numbers. */
function marginRows(pages: readonly Region[][]): Set<Row> {
  const edges = pages.map((regions) => {
    const rows = regions.flatMap((region) => region.rows).sort((a, b) => b.y - a.y);
    return [...new Set([...rows.slice(0, 2), ...rows.slice(-2)])];
  });
  const times = new Map<string, number>();
  for (const rows of edges)
    for (const key of new Set(rows.map(pattern))) times.set(key, (times.get(key) ?? 0) + 1);
  const repeated = (row: Row) => (times.get(pattern(row)) ?? 0) >= Math.max(2, pages.length * 0.6);
  const isNumber = (row: Row) => {
    const text = fold(rowText(row));
    return isPageNumber(text) || /^\s*\d{1,3}\s*$/u.test(text);
  };
  return new Set(edges.flat().filter((row) => isNumber(row) || repeated(row)));
}

/** Whether a row and the one above or below it have cells that stand under each other. */
function isTabular(row: Row, neighbour: Row | undefined): boolean {
  if (!neighbour || row.segments.length < 2 || neighbour.segments.length < 2) return false;
  const aligned = row.segments.filter((cell) =>
    neighbour.segments.some(
      (other) =>
        Math.abs(cell.x - other.x) <= cell.size ||
        Math.abs(cell.x + cell.width / 2 - other.x - other.width / 2) <= cell.size,
    ),
  );
  return aligned.length >= Math.min(row.segments.length, neighbour.segments.length);
}

interface Placed {
  row: Row;
  text: string;
  table: boolean;
  /** Reaches the right margin. */
  full: boolean;
  indented: boolean;
  centred: boolean;
}

function place(region: Region, omitted: ReadonlySet<Row>, typical: Region): Placed[] {
  const rows = region.rows.filter((row) => !omitted.has(row));
  const margins = rows.length >= 4 ? region : { ...typical };
  return rows.map((row, at) => {
    const table = isTabular(row, rows[at - 1]) || isTabular(row, rows[at + 1]);
    const em = row.size;
    const before = row.x - margins.left;
    const after = margins.right - row.right;
    return {
      row,
      table,
      text: table ? row.segments.map(({ text }) => text.trim()).join('\t') : rowText(row),
      full: after <= em * 2.6,
      indented: before > em * 0.8,
      centred: before > em * 3 && Math.abs(before - after) <= em * 2.5,
    };
  });
}

const stopped = /[。!?;:…][”"’』」)》]*$/u;

function continues(above: Placed, below: Placed, indents: boolean): boolean {
  if (above.table || below.table || !above.full || below.indented || above.centred) return false;
  if (Math.abs(above.row.size - below.row.size) > above.row.size * 0.15) return false;
  if (indents) return true;
  return !stopped.test(fold(above.text)) && markerAt(fold(below.text), 0) === undefined;
}

/** How the words of a row are set; what a PDF calls its fonts only tells them apart. */
const runsOf = ({ row, table, centred }: Placed): Run[] =>
  table
    ? []
    : row.segments
        .flatMap(({ pieces }) => pieces)
        .map(({ text, size, font }) => ({
          text,
          look: { ...plainLook, centred, face: font, size: Math.round(size * 2) / 2 },
        }));

/** Paragraphs of a whole document. */
export function toParagraphs(pages: readonly Region[][]): SeenLine[] {
  const omitted = marginRows(pages);
  const regions = pages.flat();
  const typical = regions.reduce(
    (widest, region) => (region.rows.length > widest.rows.length ? region : widest),
    { rows: [], left: 0, right: 0 } as Region,
  );
  const placed = regions.flatMap((region) => place(region, omitted, typical));
  const body = placed.filter(({ table, centred }) => !table && !centred);
  const indents = body.filter(({ indented }) => indented).length >= Math.max(2, body.length / 30);
  const paragraphs: { text: string; runs: Run[] }[] = [];
  placed.forEach((current, at) => {
    const above = placed[at - 1];
    const last = paragraphs.at(-1);
    const runs = runsOf(current);
    if (last && above && continues(above, current, indents)) {
      last.text = joinAcross(last.text, current.text);
      last.runs.push(...runs);
    } else paragraphs.push({ text: current.text, runs });
  });
  return paragraphs;
}
