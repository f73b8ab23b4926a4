/** Puts a finished folder in the place of another, so that there is always a whole one. */
import { existsSync, readdirSync } from 'node:fs';
import { cp, mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { CommandError } from './run-command.ts';

/**
 * Refuses a target whose contents no build has made, before anything is done.
 * @param mark path of a file that every finished folder holds
 * @throws {CommandError} when replacing the target would destroy something else.
 */
export function assertReplaceable(target: string, mark: string, precious: string[]): void {
  const inside = precious.find((folder) => !path.relative(target, folder).startsWith('..'));
  if (inside !== undefined)
    throw new CommandError(
      `OUT_DIR(${target})包含 ${inside}，生成网站会将其删除。请改用另一目录。`,
    );
  if (!existsSync(target) || readdirSync(target).length === 0) return;
  if (!existsSync(path.join(target, mark)))
    throw new CommandError(
      `OUT_DIR(${target})中已有其他文件，为免误删，未生成网站。请清空该目录或改用另一目录。`,
    );
}

/** Moves a folder; on another device it is copied whole beside its target first. */
async function move(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    const copy = `${to}.unfinished-${process.pid}`;
    try {
      await cp(from, copy, { recursive: true });
      await rename(copy, to);
    } finally {
      await rm(copy, { recursive: true, force: true });
    }
  }
}

/** Moves `finished` to `target`. The former target is put back when that fails, removed otherwise. */
export async function replaceDirectory(finished: string, target: string): Promise<void> {
  await mkdir(path.dirname(target), { recursive: true });
  const former = `${target}.former-${process.pid}`;
  const replaces = existsSync(target);
  if (replaces) await rename(target, former);
  try {
    await move(finished, target);
  } catch (error) {
    if (replaces) await rename(former, target);
    throw error;
  }
  await rm(former, { recursive: true, force: true });
}
