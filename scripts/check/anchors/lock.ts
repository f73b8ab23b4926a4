/**
 * `anchors.lock.json`: what has been published. For every report the hashes of its files, and for every address on its
 * page a hash of the text it stands for. Written by `npm run anchors -- --accept` only.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Collection } from '../../../src/collection/files.ts';
import type { Anchor } from '../../convert/write/anchors.ts';
import { writeWhole } from '../../files/write-whole.ts';

const lockedReport = z.strictObject({
  /** SHA-256 of the files of the report, by path within its folder. */
  files: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)),
  /** Short hashes of the texts, by address. */
  anchors: z.record(z.string(), z.string()),
});
const lockFile = z.strictObject({
  version: z.literal(1),
  reports: z.record(z.string(), lockedReport),
});

export type LockedReport = z.infer<typeof lockedReport>;
export type Lock = z.infer<typeof lockFile>;

export const emptyLock: Lock = { version: 1, reports: {} };

/** Path of the lock of a collection. */
export const lockPathOf = ({ place }: Collection) =>
  path.join(place.contentDir, 'anchors.lock.json');

/** Hash of the text of an address: 48 bits, which tell the texts of one report apart. */
export function hashText(text: string): string {
  return createHash('sha256').update(text.normalize('NFC')).digest('base64url').slice(0, 8);
}

/** The addresses of a report as the lock holds them. */
export function hashAnchors(anchors: readonly Anchor[]): LockedReport['anchors'] {
  return Object.fromEntries(anchors.map(({ id, text }) => [id, hashText(text)]));
}

/**
 * Reads the lock; an empty one where there is none yet.
 * @throws {SyntaxError | z.ZodError} when the file is damaged
 */
export function readLock(lockPath: string): Lock {
  if (!existsSync(lockPath)) return emptyLock;
  return lockFile.parse(JSON.parse(readFileSync(lockPath, 'utf8')));
}

const sorted = <Value>(record: Record<string, Value>): [string, Value][] =>
  Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));

/** Compact and stable: sorted reports, a line for each file and each chapter. */
export function lockText({ version, reports }: Lock): string {
  const report = ([id, { files, anchors }]: [string, LockedReport]) => {
    const chapters = Map.groupBy(Object.entries(anchors), ([anchor]) => anchor.split('-')[0]);
    const lines = [...chapters.values()].map((entries) =>
      entries
        .map(([anchor, hash]) => `${JSON.stringify(anchor)}:${JSON.stringify(hash)}`)
        .join(','),
    );
    const hashes = sorted(files).map(
      ([name, hash]) => `${JSON.stringify(name)}:${JSON.stringify(hash)}`,
    );
    return `${JSON.stringify(id)}:{"files":{\n${hashes.join(',\n')}},\n"anchors":{\n${lines.join(',\n')}}}`;
  };
  return `{"version":${version},"reports":{\n${sorted(reports).map(report).join(',\n')}\n}}\n`;
}

/** Writes the lock, whole or not at all. */
export function writeLock(lockPath: string, lock: Lock): void {
  writeWhole(lockPath, lockText(lock));
}
