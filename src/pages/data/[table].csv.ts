import type { APIRoute } from 'astro';
import { byteOrderMark, csvLine } from '../../csv.ts';
import { streamed, tableRows } from '../../data-tables.ts';
import { type TableName, tableNames, tables } from '../../model/tables.ts';

export const getStaticPaths = () => tableNames.map((table) => ({ params: { table } }));

async function* lines(table: TableName): AsyncGenerator<string> {
  const { columns } = tables[table];
  yield byteOrderMark + csvLine(columns.map(({ name }) => name));
  for await (const row of tableRows(table)) yield csvLine(Object.values(row));
}

/** A table of all reports as CSV: UTF-8 with a byte order mark. */
export const GET: APIRoute<Record<string, never>, { table: TableName }> = ({ params }) =>
  streamed(lines(params.table), 'text/csv; charset=utf-8');
