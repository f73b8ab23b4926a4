/** The open data in the development server, which renders no files: read or made when it is asked for. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Collection } from '../../../src/collection/files.ts';
import type { Settings } from '../../../src/collection/settings.ts';
import { textFile } from '../../../src/model/printed.ts';
import { routes } from '../../../src/model/routes.ts';
import { tableFormatList, tableNames } from '../../../src/model/tables.ts';
import { reportMarkdown } from '../../../src/open-data/markdown.ts';
import { siteSettings } from '../hosts/serve-directory.ts';
import { sendFile } from '../hosts/static-server.ts';
import { reportFiles } from './report-files.ts';
import { writeTable } from './write.ts';

/** Id in an address of the open data, wherever it stands there. */
const idPattern = /^data\/\w+\/([^/]+)\.\w+$/;
/** The tables by address. */
const tablesByAddress = new Map(
  tableNames.flatMap((table) =>
    tableFormatList.map(
      ({ extension: format }) => [routes.table(table, format), { table, format }] as const,
    ),
  ),
);

/**
 * Answers a request for open data that needs no page.
 * @param address relative to the site's base
 * @returns whether it is such an address
 */
export function respondWithOpenData(
  { basePath }: Settings,
  collection: Collection,
  address: string,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  const site = siteSettings(basePath);
  const send = (file: string) => void sendFile(site, request, response, file);
  const table = tablesByAddress.get(address);
  if (table) {
    const folder = mkdtempSync(path.join(tmpdir(), 'tables-'));
    response.once('close', () => rmSync(folder, { recursive: true, force: true }));
    writeTable(collection, table, folder);
    send(path.join(folder, address));
    return true;
  }
  const id = idPattern.exec(address)?.[1];
  if (!id || !collection.convertedIds().includes(id)) return false;
  if (address === routes.markdownFile(id)) {
    response.writeHead(200, { 'Content-Type': 'text/markdown; charset=utf-8' });
    response.end(reportMarkdown(collection.readData(id)));
    return true;
  }
  if (address === routes.textData(id)) {
    response.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8' });
    response.end(textFile(collection.readData(id).sections));
    return true;
  }
  const found = reportFiles(collection, id).find((each) => each.address === address);
  if (!found || !existsSync(found.file)) return false;
  // A source may have become a link since it was converted.
  if (!found.replaced && !collection.sourceFiles(id).includes(path.basename(found.file)))
    return false;
  send(found.file);
  return true;
}
