/** The open data that needs no page: the files of every report, and the tables of all reports. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { convertedIds, readLeads, readReportData, readReportFacts } from '../../src/collection.ts';
import { routes } from '../../src/model/routes.ts';
import { rowsOf, tableNames } from '../../src/model/tables.ts';
import { reportMarkdown } from '../../src/report-markdown.ts';
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

/** Writes all of it into the folder of a site, where it exists already beside what else is there. */
export function writeOpenData(siteDir: string): void {
  publishReportFiles(convertedIds(), siteDir);
  writeTables(siteDir);
}

/**
 * Writes the open data in a thread of its own, beside the pages.
 * @returns when it is written
 */
export function writeOpenDataBeside(siteDir: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: siteDir });
    worker.once('error', reject);
    worker.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`open data: thread ended with ${code}`)),
    );
  });
}
