/** Which process something on disk belongs to, and whether it still runs. */
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { z } from 'zod';

export const owner = z.object({
  pid: z.int().positive(),
  host: z.string(),
  /** Identifies the start of the process, so that a later one with its number is told apart; Linux only. */
  started: z.string().optional(),
  /** What it does, as a person would type it. */
  command: z.string(),
  /** ISO time at which it took what it owns. */
  since: z.string(),
});
export type Owner = z.infer<typeof owner>;

/** State letter and start of a process; undefined where the system does not tell. */
function statusOf(pid: number): { state: string; started: string } | undefined {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program may hold blanks and brackets; the start is the 20th word behind it.
    const words = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { state: words[0] as string, started: `${boot} ${words[19]}` };
  } catch {
    return undefined;
  }
}

/** This process as an owner. */
export function thisProcess(command: string): Owner {
  const started = statusOf(process.pid)?.started;
  return {
    pid: process.pid,
    host: hostname(),
    ...(started === undefined ? {} : { started }),
    command,
    since: new Date().toISOString(),
  };
}

/** Whether a process of this machine has the number; one that has ended and is only waited for does not count. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/[ZX]/u.test(statusOf(pid)?.state ?? '');
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Whether an owner has certainly ended. Of one on another machine that cannot be known. */
export function hasEnded({ pid, host, started }: Owner): boolean {
  if (host !== hostname()) return false;
  if (!isRunning(pid)) return true;
  const now = statusOf(pid)?.started;
  return started !== undefined && now !== undefined && started !== now;
}
