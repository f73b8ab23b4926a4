/** The open data that needs no page: the files of every report, and the tables of all reports. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  convertedIds,
  readLeads,
  readReportData,
  readReportFacts,
} from '../../../src/collection/files.ts';
import { routes } from '../../../src/model/routes.ts';
import { rowsOf, tableNames } from '../../../src/model/tables.ts';
import { reportMarkdown } from '../../../src/open-data/markdown.ts';
import { publishReportFiles } from './report-files.ts';
import { TableFiles } from './table-files.ts';

/** All reports in the order of the corpus: newest year first, then by id. */
function idsInOrder(): string[] {
  return convertedIds()
    .map((id) => ({ id, year: readReportData(id).year }))
    .sort((a, b) => b.year - a.year || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

/** Writes the tables and the Markdown of the reports, which are read one at a time and once. */
export function writeTables(siteDir: string): void {
  mkdirSync(path.join(siteDir, path.dirname(routes.markdownFile('-'))), { recursive: true });
  const files = tableNames.map((table) => ({ table, file: new TableFiles(table, siteDir) }));
  for (const id of idsInOrder()) {
    const data = readReportData(id);
    const facts = readReportFacts(id);
    for (const { table, file } of files)
      for (const row of rowsOf(table, facts, data.sections)) file.add(row);
    writeFileSync(
      path.join(siteDir, routes.markdownFile(id)),
      reportMarkdown(data, readLeads(data)),
    );
  }
  for (const { file } of files) file.close();
}

/** Writes all of it into the folder of a site, beside what else is there. */
export function writeOpenData(siteDir: string): void {
  publishReportFiles(convertedIds(), siteDir);
  writeTables(siteDir);
}
