/** What the files of a report must be before anything reads them: files of its own, of a size a report can have. */
import { lstatSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { VFile } from 'vfile';
import { report } from './messages.ts';
import { largestSource } from './parse/read.ts';

/** Files below the folder of a report, and whatever else is there that is no folder. */
function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

/**
 * What keeps a report from being read: a link, which could lead to any file of the machine, a device or pipe, which
 * never ends, or a source of a size that no report has.
 * @param shown a path as people are shown it
 * @returns the file with its fault; undefined where there is none
 */
export function faultOfFiles(folder: string, shown: (file: string) => string): VFile | undefined {
  const places = lstatSync(folder).isDirectory() ? filesOf(folder) : [folder];
  for (const place of places) {
    const stats = lstatSync(place);
    const file = new VFile({ path: shown(place) });
    if (!stats.isFile()) {
      report(file, 'source-link', undefined);
      return file;
    }
    if (path.basename(place) === 'source.txt' && stats.size > largestSource) {
      report(file, 'source-too-large', undefined, { size: (stats.size / 2 ** 20).toFixed(1) });
      return file;
    }
  }
  return undefined;
}
