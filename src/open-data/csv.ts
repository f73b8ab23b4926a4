/** Comma-separated values after RFC 4180, with a byte order mark so that spreadsheets take them for UTF-8. */
import type { Cell, Column } from '../model/tables.ts';

export const byteOrderMark = '\ufeff';

function cell(value: Cell): string {
  if (value === null) return '';
  const text = String(value);
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One line of a table, with its line end. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

/** A whole table. */
export function csv(columns: readonly Column[], rows: readonly Record<string, Cell>[]): string {
  const lines = rows.map((row) => csvLine(columns.map(({ name }) => row[name] ?? null)));
  return byteOrderMark + csvLine(columns.map(({ name }) => name)) + lines.join('');
}
