/** Examines a whole collection: every source, every annotation, and what was promised of them. */
import { VFile } from 'vfile';
import type { Collection } from '../../src/collection/files.ts';
import { report } from '../convert/messages.ts';
import { convertSource, readKnowledge, shown, sourceIds } from '../convert/run.ts';
import { type Lock, lockPathOf, readLock } from './anchors/lock.ts';
import { checkAnchors } from './check-anchors.ts';
import { checkFiles } from './check-files.ts';
import { checkPeers } from './check-peers.ts';
import { checkThemes } from './check-themes.ts';
import type { CheckedReport } from './types.ts';

export interface CollectionCheck {
  reports: CheckedReport[];
  /** Every file looked at, with its messages. */
  files: VFile[];
  lock: Lock | undefined;
}

function readLockInto(file: VFile, lockPath: string): Lock | undefined {
  try {
    return readLock(lockPath);
  } catch (error) {
    report(file, 'anchors-syntax', undefined, {
      detail: (error as Error).message.split('\n')[0] ?? '',
    });
    return undefined;
  }
}

/**
 * Finds all faults and oddities of the collection in one run. Nothing is written.
 * @throws when a catalogue of the collection cannot be read
 */
export function checkCollection(collection: Collection): CollectionCheck {
  const { sourcesDir } = collection;
  const lockPath = lockPathOf(collection);
  const lockSource = new VFile({ path: shown(lockPath) });
  const lock = readLockInto(lockSource, lockPath);
  const ids = sourceIds(collection);
  if (ids.length === 0) {
    const file = new VFile({ path: shown(sourcesDir) });
    report(file, 'collection-empty', undefined, { folder: shown(sourcesDir) });
    return { reports: [], files: [lockSource, file], lock };
  }
  const knowledge = readKnowledge(collection);
  const reports = ids.map((id): CheckedReport => {
    const { files, output } = convertSource(collection, id, knowledge);
    const [source, annotation = source] = files as [VFile, VFile?];
    return { id, source, annotation, ...(output ? { output } : {}) };
  });
  for (const checked of reports) {
    checkThemes(checked);
    checkFiles(collection, checked, lock?.reports[checked.id]);
    if (lock) checkAnchors(checked, lock.reports[checked.id]);
  }
  checkPeers(reports);
  for (const id of Object.keys(lock?.reports ?? {}))
    if (!ids.includes(id)) report(lockSource, 'anchors-report-lost', undefined, { id });
  const files = reports.flatMap(({ source, annotation }) => [...new Set([source, annotation])]);
  return { reports, files: [lockSource, ...files], lock };
}
