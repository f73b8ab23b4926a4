/** The open data in the development server, which renders no files: read or made when it is asked for. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { convertedIds, readReportData } from '../../../src/collection/files.ts';
import { routes } from '../../../src/model/routes.ts';
import { tableNames } from '../../../src/model/tables.ts';
import { reportMarkdown } from '../../../src/open-data/markdown.ts';
import { sendFile } from '../hosts/serve-directory.ts';
import { reportFiles } from './report-files.ts';
import { textOf, writeTables } from './write.ts';

/** Id in an address of the open data, wherever it stands there. */
const idPattern = /^data\/\w+\/([^/]+)\.\w+$/;
const formats = ['csv', 'json', 'parquet'] as const;

/**
 * Answers a request for open data that needs no page.
 * @param address relative to the site's base
 * @returns whether it is such an address
 */
export function respondWithOpenData(
  address: string,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  const headOnly = request.method === 'HEAD';
  if (
    tableNames.some((table) => formats.some((format) => routes.table(table, format) === address))
  ) {
    const folder = mkdtempSync(path.join(tmpdir(), 'tables-'));
    response.once('close', () => rmSync(folder, { recursive: true, force: true }));
    writeTables(folder);
    sendFile(response, 200, path.join(folder, address), headOnly);
    return true;
  }
  const id = idPattern.exec(address)?.[1];
  if (!id || !convertedIds().includes(id)) return false;
  if (address === routes.markdownFile(id)) {
    response.writeHead(200, { 'Content-Type': 'text/markdown; charset=utf-8' });
    response.end(reportMarkdown(readReportData(id)));
    return true;
  }
  if (address === routes.textData(id)) {
    response.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8' });
    response.end(textOf(readReportData(id)));
    return true;
  }
  const file = reportFiles(id).find((each) => each.address === address)?.file;
  if (!file || !existsSync(file)) return false;
  sendFile(response, 200, file, headOnly);
  return true;
}
