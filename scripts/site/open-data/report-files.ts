/** The open data of single reports: files that lie ready in the collection, under the addresses they are published at. */
import { copyFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Collection } from '../../../src/collection/files.ts';
import { routes } from '../../../src/model/routes.ts';
import { linkOrCopy } from '../../files/link-or-copy.ts';

interface ReportFile {
  /** Address relative to the site's base. */
  address: string;
  file: string;
  /** The converter replaces the file when it changes and never writes into it. */
  replaced: boolean;
}

/** Files of a report that are published byte for byte. */
export function reportFiles(collection: Collection, id: string): ReportFile[] {
  const { data, record, facts } = collection.generatedFiles(id);
  return [
    { address: routes.reportData(id), file: data, replaced: true },
    { address: routes.record(id), file: record, replaced: true },
    { address: routes.factsData(id), file: facts, replaced: true },
    {
      address: routes.sourceFile(id),
      file: path.join(collection.sourcesDir, id, 'source.txt'),
      replaced: false,
    },
  ];
}

/**
 * Publishes the files of all reports. Those the converter replaces get a second name, which costs no space; sources
 * are copied, because an editor may write into them.
 */
export function publishReportFiles(collection: Collection, siteDir: string): void {
  const made = new Set<string>();
  for (const id of collection.convertedIds())
    for (const { address, file, replaced } of reportFiles(collection, id)) {
      const target = path.join(siteDir, address);
      const folder = path.dirname(target);
      if (!made.has(folder)) mkdirSync(folder, { recursive: true });
      made.add(folder);
      if (replaced) linkOrCopy(file, target);
      else copyFileSync(file, target);
    }
}
