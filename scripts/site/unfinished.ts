/** Folders that sites are made in before they take their place. */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { programDir } from '../../src/collection/program-dir.ts';
import { isRunning } from '../files/owner.ts';

// Astro renders from within the checkout; a folder of its own keeps builds at the same time apart.
const parent = path.join(programDir, '.cache');
const host = hostname().replace(/[^\w-]/gu, '_');
const prefix = `site-${host}-`;

let sites = 0;

/**
 * A folder for a site this process makes; it is not made here. Each site has another: Astro imports from it what renders the
 * pages, and a process imports an address once.
 */
export function unfinishedFolder(): string {
  sites += 1;
  return path.join(parent, `${prefix}${process.pid}-${sites}`);
}

/** Removes the folders of processes of this machine that have ended without doing so themselves. */
export function removeAbandoned(): void {
  if (!existsSync(parent)) return;
  for (const name of readdirSync(parent)) {
    const pid = name.startsWith(prefix) ? Number.parseInt(name.slice(prefix.length), 10) : 0;
    if (pid > 0 && pid !== process.pid && !isRunning(pid))
      rmSync(path.join(parent, name), { recursive: true, force: true });
  }
}
