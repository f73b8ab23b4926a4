/** Second names for files that are replaced and never written into. */
import { copyFileSync, linkSync } from 'node:fs';

/** Makes a second name for a file, or a copy where the disk gives it none. */
export function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}
