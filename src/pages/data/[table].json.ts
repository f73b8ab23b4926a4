import type { APIRoute } from 'astro';
import { streamed, tableRows } from '../../data-tables.ts';
import { type TableName, tableNames } from '../../model/tables.ts';

export const getStaticPaths = () => tableNames.map((table) => ({ params: { table } }));

async function* rows(table: TableName): AsyncGenerator<string> {
  let separator = '[\n';
  for await (const row of tableRows(table)) {
    yield separator + JSON.stringify(row);
    separator = ',\n';
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n';
}

/** A table of all reports as an array of objects, one on each line. */
export const GET: APIRoute<Record<string, never>, { table: TableName }> = ({ params }) =>
  streamed(rows(params.table), 'application/json');
