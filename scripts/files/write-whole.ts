/** Writes files so that nobody, at no time, finds half of one. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Writes a file whole or not at all; its folder is made.
 * @throws the error of the system; the former file stays, and no draft is left, then
 */
export function writeWhole(target: string, content: string): void {
  mkdirSync(path.dirname(target), { recursive: true });
  const draft = `${target}.${process.pid}.tmp`;
  try {
    writeFileSync(draft, content);
    renameSync(draft, target);
  } finally {
    rmSync(draft, { force: true });
  }
}
