import type { APIRoute } from 'astro';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { tableRows } from '../../data-tables.ts';
import { type Cell, type TableName, tableNames, tables } from '../../model/tables.ts';

export const getStaticPaths = () => tableNames.map((table) => ({ params: { table } }));

const types = { string: 'STRING', integer: 'INT32', number: 'DOUBLE', boolean: 'BOOLEAN' } as const;

/** A table of all reports as Apache Parquet. */
export const GET: APIRoute<Record<string, never>, { table: TableName }> = async ({ params }) => {
  const { columns } = tables[params.table];
  const data = new Map<string, Cell[]>(columns.map(({ name }) => [name, []]));
  for await (const row of tableRows(params.table))
    for (const { name } of columns) data.get(name)?.push(row[name] ?? null);
  const buffer = parquetWriteBuffer({
    columnData: columns.map(({ name, type }) => ({
      name,
      data: data.get(name) ?? [],
      type: types[type],
      nullable: true,
    })),
  });
  return new Response(buffer, { headers: { 'content-type': 'application/vnd.apache.parquet' } });
};
