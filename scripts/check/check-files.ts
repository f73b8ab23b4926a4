/** Holds the files of a report against the hashes they were published with. */
import path from 'node:path';
import type { Collection } from '../../src/collection/files.ts';
import { report } from '../convert/messages.ts';
import type { LockedReport } from './anchors/lock.ts';
import { hashFiles } from './anchors/report-files.ts';
import type { CheckedReport } from './types.ts';

/** Files of `versions/`: former texts, and their originals. */
const versionName = /^versions\/\d{4}-\d{2}-\d{2}(?:-\d+)?\.(?:txt|original\.[A-Za-z0-9]+)$/u;

/** Reports changed and missing files, and former versions that no page can be made of. */
export function checkFiles(
  collection: Collection,
  { id, source }: CheckedReport,
  locked: LockedReport | undefined,
): void {
  const files = hashFiles(collection, id);
  for (const name of Object.keys(files))
    if (name.startsWith('versions/') && !versionName.test(name))
      report(source, 'version-name', undefined, { name: path.posix.basename(name) });
  const kept = new Set(Object.values(files));
  for (const [file, hash] of Object.entries(locked?.files ?? {})) {
    const now = files[file];
    // A file that went to versions/ gave way to a corrected one.
    if (now === hash || kept.has(hash)) continue;
    if (now === undefined) report(source, 'source-file-lost', undefined, { file });
    else {
      // Whatever words a change of the source touches, the check of the addresses finds.
      const rule = file === 'source.txt' ? 'source-changed' : 'original-changed';
      report(source, rule, undefined, { file, hash: now.slice(0, 12) });
    }
  }
}
