/** Figures of tables as clauses: the words at the head of row and column say what a cell counts. */
import { simplify } from '../../parse/simplify.ts';
import { type Frame, parseClauses } from '../clauses/parse.ts';
import { isA, type Lexicon } from '../clauses/words.ts';
import type { Quantity } from '../quantities/collect.ts';
import { type Cell, totalWords } from '../quantities/tables.ts';

type CellQuantity = Quantity & { cell: Cell };

/** Longest text before a table that is read as what it is about. */
const longestCaption = 120;

const yearOf = ({ row, column }: Cell) => Number(/20\d\d/u.exec(`${row} ${column}`)?.[0] ?? 0);

/** Cells that match, or all where none does. */
function only(
  cells: readonly CellQuantity[],
  wanted: (each: CellQuantity) => boolean,
): CellQuantity[] {
  return cells.some(wanted) ? cells.filter(wanted) : [...cells];
}

/**
 * Of the cells of a table those that tell of the whole of a matter in the last of its years: the totals, or where rows
 * or columns are matters, such as 行政复议 and 行政诉讼, all but their total.
 */
function telling(cells: readonly CellQuantity[], lexicon: Lexicon): CellQuantity[] {
  const latest = Math.max(...cells.map(({ cell }) => yearOf(cell)));
  const ofYear = cells.filter(({ cell }) => yearOf(cell) === latest);
  return (['row', 'column'] as const).reduce((left, side) => {
    const heads = [...new Set(left.map(({ cell }) => cell[side]))];
    const areMatters = heads.some((head) =>
      lexicon(simplify(head)).some((word) => isA(word, 'matter')),
    );
    return only(left, ({ cell }) => totalWords.test(cell[side]) !== areMatters);
  }, ofYear);
}

/** A frame of every cell that tells of the year and of the whole. */
export function cellFrames(quantities: readonly Quantity[], lexicon: Lexicon): Frame<Quantity>[] {
  const byTable = Map.groupBy(
    quantities.filter((each): each is CellQuantity => each.cell !== undefined),
    ({ cell }) => cell.at.table,
  );
  return [...byTable.values()].flatMap((cells) => {
    const start = cells[0]?.passage.text.lastIndexOf('\n', cells[0].start) ?? 0;
    const before = cells[0]?.passage.text.slice(Math.max(0, start - longestCaption), start) ?? '';
    const caption = before
      .split('\n')
      .findLast((line) => line.trim() !== '' && !line.includes('\t'));
    const above = [simplify(caption ?? '')];
    return telling(cells, lexicon).flatMap((quantity) => {
      const { row, column } = quantity.cell;
      const words = simplify(`${row} ${column}`);
      const figure = { ...quantity, start: words.length, end: words.length + 1 };
      return parseClauses(`${words}#`, [figure], above, lexicon).map((frame) => ({
        ...frame,
        figure: quantity,
      }));
    });
  });
}
