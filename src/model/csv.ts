/** Comma-separated values after RFC 4180, with a byte order mark so that spreadsheets take them for UTF-8. */
import type { Cell, Column } from './tables.ts';

export const byteOrderMark = '\ufeff';

/**
 * Beginnings that spreadsheets take for a formula: = + - @ and their wide forms, controls such as the tabulator (OWASP, “CSV
 * Injection”; ASVS 5.0, 1.2.10), and these behind blanks. Behind apostrophes as well, so that the one put before a text is
 * told from those of the text.
 */
const formula = /^'*(?:\s*[=+\-@＝＋－＠]|\p{Cc})/u;

/** For readers of the tables: how a text that begins like a formula is written. */
export const formulaNote =
  "CSV 中以 =、+、-、@（含全角及其前有空白的）、制表符或其他控制字符开头的文字，前面加了一个半角撇号（'），以免电子表格把它当作公式运行；去掉这一个撇号即是原文。其他格式里是原文，不加撇号。";

function cell(value: Cell): string {
  if (value === null) return '';
  const text = typeof value === 'string' && formula.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One line of a table, with its line end. No cell of it starts a formula; numbers stay numbers. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

/** A whole table. */
export function csv(columns: readonly Column[], rows: readonly Record<string, Cell>[]): string {
  const lines = rows.map((row) => csvLine(columns.map(({ name }) => row[name] ?? null)));
  return byteOrderMark + csvLine(columns.map(({ name }) => name)) + lines.join('');
}
