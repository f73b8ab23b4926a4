/** Joins folders that were written beside one another. */
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';

/** Moves everything in `from` to the same place in `to`, on the same device; what is in both is taken from `from`. */
export function mergeDirectory(from: string, to: string): void {
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory() && existsSync(target)) mergeDirectory(source, target);
    else renameSync(source, target);
  }
  rmSync(from, { recursive: true });
}
