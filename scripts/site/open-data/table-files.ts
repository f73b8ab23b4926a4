/** One table of all reports in every format, written while the reports pass by. */
import path from 'node:path';
import { fileWriter, ParquetWriter } from 'hyparquet-writer';
import { byteOrderMark, csvLine } from '../../../src/model/csv.ts';
import { routes } from '../../../src/model/routes.ts';
import {
  type Cell,
  type Column,
  type TableFormat,
  type TableName,
  tableFormatList,
  tables,
} from '../../../src/model/tables.ts';
import { TextFile } from './text-file.ts';

type Row = Record<string, Cell>;

/** A file that takes the rows of a table one after the other. */
interface TableFile {
  /** @param row cells in the order of the columns */
  add(row: Row): void;
  close(): void;
}

class CsvFile implements TableFile {
  readonly #file: TextFile;

  constructor(file: string, columns: readonly Column[]) {
    this.#file = new TextFile(file);
    this.#file.write(byteOrderMark + csvLine(columns.map(({ name }) => name)));
  }

  add(row: Row): void {
    this.#file.write(csvLine(Object.values(row)));
  }

  close(): void {
    this.#file.close();
  }
}

class JsonFile implements TableFile {
  readonly #file: TextFile;
  #empty = true;

  constructor(file: string) {
    this.#file = new TextFile(file);
  }

  add(row: Row): void {
    this.#file.write((this.#empty ? '[\n' : ',\n') + JSON.stringify(row));
    this.#empty = false;
  }

  close(): void {
    this.#file.write(this.#empty ? '[]\n' : '\n]\n');
    this.#file.close();
  }
}

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

class ParquetFile implements TableFile {
  readonly #columns: readonly Column[];
  readonly #writer: ParquetWriter;
  #data: Cell[][];

  constructor(file: string, columns: readonly Column[]) {
    this.#columns = columns;
    this.#writer = new ParquetWriter({ writer: fileWriter(file), schema: schemaOf(columns) });
    this.#data = columns.map(() => []);
  }

  add(row: Row): void {
    Object.values(row).forEach((cell, column) => {
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

const allFormats = tableFormatList.map(({ extension }) => extension);
const writers: Record<TableFormat, new (file: string, columns: readonly Column[]) => TableFile> = {
  csv: CsvFile,
  json: JsonFile,
  parquet: ParquetFile,
};

/** The files of one table, one for each format. */
export class TableFiles implements TableFile {
  readonly #files: TableFile[];

  /** @param siteDir folder of the site, in which the folder of the open data exists */
  constructor(table: TableName, siteDir: string, formats: readonly TableFormat[] = allFormats) {
    this.#files = formats.map((extension) => {
      const file = path.join(siteDir, routes.table(table, extension));
      return new writers[extension](file, tables[table].columns);
    });
  }

  add(row: Row): void {
    for (const file of this.#files) file.add(row);
  }

  close(): void {
    for (const file of this.#files) file.close();
  }
}
