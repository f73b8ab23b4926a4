/** The open data that needs no page: the files of every report, and the tables of all reports. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Collection } from '../../../src/collection/files.ts';
import { textFile } from '../../../src/model/printed.ts';
import { reportIdPattern } from '../../../src/model/report-id.ts';
import { routes } from '../../../src/model/routes.ts';
import { rowsOf, tableNames } from '../../../src/model/tables.ts';
import { reportMarkdown } from '../../../src/open-data/markdown.ts';
import { publishReportFiles } from './report-files.ts';
import { TableFiles } from './table-files.ts';

const yearOf = (id: string) => Number(reportIdPattern.exec(id)?.groups?.['year']);

/** All reports in the order of the corpus: newest year first, then by id. */
const idsInOrder = (collection: Collection) =>
  collection.convertedIds().sort((a, b) => yearOf(b) - yearOf(a) || (a < b ? -1 : 1));

/** Writes the tables, and the printed text and the Markdown of the reports, which are read one at a time and once. */
export function writeTables(collection: Collection, siteDir: string): void {
  for (const address of [routes.markdownFile('-'), routes.textData('-')])
    mkdirSync(path.join(siteDir, path.dirname(address)), { recursive: true });
  const files = tableNames.map((table) => ({ table, file: new TableFiles(table, siteDir) }));
  for (const id of idsInOrder(collection)) {
    const data = collection.readData(id);
    const facts = collection.readFacts(id);
    for (const { table, file } of files)
      for (const row of rowsOf(table, facts, data.sections)) file.add(row);
    writeFileSync(path.join(siteDir, routes.markdownFile(id)), reportMarkdown(data));
    writeFileSync(path.join(siteDir, routes.textData(id)), textFile(data.sections));
  }
  for (const { file } of files) file.close();
}

/** Writes all of it into the folder of a site, beside what else is there. */
export function writeOpenData(collection: Collection, siteDir: string): void {
  publishReportFiles(collection, siteDir);
  writeTables(collection, siteDir);
}
