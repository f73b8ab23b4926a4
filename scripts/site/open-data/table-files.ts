/** One table of all reports as CSV, JSON and Parquet, written while the reports pass by. */
import path from 'node:path';
import { fileWriter, ParquetWriter } from 'hyparquet-writer';
import { routes } from '../../../src/model/routes.ts';
import { type Cell, type Column, type TableName, tables } from '../../../src/model/tables.ts';
import { byteOrderMark, csvLine } from '../../../src/open-data/csv.ts';
import { TextFile } from './text-file.ts';

/** Rows that are kept in memory for a row group of the Parquet file. */
const rowsOfGroup = 20_000;

const types = {
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT32' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
} as const;

const schemaOf = (columns: readonly Column[]) => [
  { name: 'root', num_children: columns.length },
  ...columns.map(({ name, type }) => ({
    name,
    repetition_type: 'OPTIONAL' as const,
    ...types[type],
  })),
];

class ParquetFile {
  readonly #columns: readonly Column[];
  readonly #writer: ParquetWriter;
  #data: Cell[][];

  constructor(file: string, columns: readonly Column[]) {
    this.#columns = columns;
    this.#writer = new ParquetWriter({ writer: fileWriter(file), schema: schemaOf(columns) });
    this.#data = columns.map(() => []);
  }

  add(cells: readonly Cell[]): void {
    cells.forEach((cell, column) => {
      this.#data[column]?.push(cell);
    });
    if ((this.#data[0]?.length ?? 0) >= rowsOfGroup) this.#flush();
  }

  #flush(): void {
    const columnData = this.#columns.map(({ name }, at) => ({ name, data: this.#data[at] ?? [] }));
    this.#writer.write({ columnData, rowGroupSize: rowsOfGroup });
    this.#data = this.#columns.map(() => []);
  }

  close(): void {
    if ((this.#data[0]?.length ?? 0) > 0) this.#flush();
    this.#writer.finish();
  }
}

/** The files of one table. */
export class TableFiles {
  readonly #csv: TextFile;
  readonly #json: TextFile;
  readonly #parquet: ParquetFile;
  #empty = true;

  /** @param siteDir folder of the site, in which the folder of the open data exists */
  constructor(table: TableName, siteDir: string) {
    const { columns } = tables[table];
    const file = (format: 'csv' | 'json' | 'parquet') =>
      path.join(siteDir, routes.table(table, format));
    this.#csv = new TextFile(file('csv'));
    this.#json = new TextFile(file('json'));
    this.#parquet = new ParquetFile(file('parquet'), columns);
    this.#csv.write(byteOrderMark + csvLine(columns.map(({ name }) => name)));
  }

  /** @param row cells in the order of the columns */
  add(row: Record<string, Cell>): void {
    const cells = Object.values(row);
    this.#csv.write(csvLine(cells));
    this.#json.write((this.#empty ? '[\n' : ',\n') + JSON.stringify(row));
    this.#parquet.add(cells);
    this.#empty = false;
  }

  close(): void {
    this.#json.write(this.#empty ? '[]\n' : '\n]\n');
    this.#csv.close();
    this.#json.close();
    this.#parquet.close();
  }
}
