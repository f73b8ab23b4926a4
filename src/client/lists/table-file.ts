/** What a table of facts shows as a file for spreadsheets, under the names that readers see. */
import { byteOrderMark, csvLine } from '../../model/csv.ts';
import type { Cell } from '../../model/tables.ts';

const wordsOf = (element: Element | null | undefined) =>
  (element?.textContent ?? '').replace(/\s+/gu, ' ').trim();

/** Cells of a number: the number itself, its unit, and the words as they are shown. */
const numberCells = (cell: HTMLElement): Cell[] => [
  Number(cell.dataset['value']),
  cell.dataset['unit'] ?? '',
  wordsOf(cell),
];

function cellsOf(cell: HTMLTableCellElement): Cell[] {
  if (cell.dataset['value'] !== undefined) return numberCells(cell);
  const parts = [...cell.querySelectorAll(':scope > span')].map(wordsOf);
  return [parts.length > 1 ? parts.join('；') : wordsOf(cell)];
}

function rowCells(row: HTMLTableRowElement): Cell[] {
  const [head, ...cells] = [...row.cells];
  const link = row.querySelector<HTMLAnchorElement>('td a') ?? row.querySelector('a');
  return [
    wordsOf(head?.querySelector('.above')),
    wordsOf(head?.querySelector('a')),
    ...cells.flatMap(cellsOf),
    link?.href ?? '',
  ];
}

/**
 * The file: a line for each row, and one for each report without a value, which says 未披露 and no number.
 * @param heads the heads of the table
 */
export function tableFile(
  heads: readonly HTMLTableCellElement[],
  rows: readonly HTMLTableRowElement[],
  items: readonly HTMLLIElement[],
): Blob {
  const [first, ...others] = heads.map((head) => {
    const name = wordsOf(head);
    return head.classList.contains('number') ? [name, '单位', '写法'] : [name];
  });
  const names = ['上级地区', ...(first ?? []), ...others.flat(), '网址'];
  const number = names.indexOf('写法');
  const undisclosed = items.map((item) => {
    const line: Cell[] = names.map(() => '');
    const [, name = '', year = ''] = /^(.*) (\d+)$/u.exec(wordsOf(item)) ?? [];
    [line[0], line[1], line[2]] = [item.title, name, Number(year)];
    line[number] = '未披露';
    line[names.length - 1] = item.querySelector('a')?.href ?? '';
    return line;
  });
  const lines = [names, ...rows.map(rowCells), ...undisclosed].map(csvLine);
  return new Blob([byteOrderMark, ...lines], { type: 'text/csv' });
}
