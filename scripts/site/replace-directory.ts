/** Puts a finished folder in the place of another, so that there is always a whole one. */
import {
  existsSync,
  lstatSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { cp, mkdir, rename, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { CommandError } from '../files/run-command.ts';

/** Whether something – a folder, or a link that may lead nowhere – has the name. */
const isThere = (target: string) => lstatSync(target, { throwIfNoEntry: false }) !== undefined;
const isLink = (target: string) =>
  lstatSync(target, { throwIfNoEntry: false })?.isSymbolicLink() === true;

/**
 * Refuses a target whose contents no build has made, before anything is done.
 * @param mark path of a file that every finished folder holds
 * @throws {CommandError} when replacing the target would destroy something else, or cannot be done
 */
export function assertReplaceable(target: string, mark: string, precious: string[]): void {
  const inside = precious.find((folder) => !path.relative(target, folder).startsWith('..'));
  if (inside !== undefined)
    throw new CommandError(
      `OUT_DIR(${target})包含 ${inside}，生成网站会将其删除。请改用另一目录。`,
    );
  if (!existsSync(target)) return;
  if (!statSync(target).isDirectory())
    throw new CommandError(`OUT_DIR(${target})是一个文件。请改用另一目录。`);
  if (!isLink(target) && statSync(target).dev !== statSync(path.dirname(target)).dev)
    throw new CommandError(
      `OUT_DIR(${target})是一个挂载点，不能整体更换。请改用其下的子目录，例如 ${path.join(target, 'site')}。`,
    );
  if (readdirSync(target).length === 0) return;
  if (!existsSync(path.join(target, mark)))
    throw new CommandError(
      `OUT_DIR(${target})中已有其他文件，为免误删，未生成网站。请清空该目录或改用另一目录。`,
    );
}

/** Moves a folder to a free name; on another device it is copied whole beside its target first. */
async function move(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    await cp(from, to, { recursive: true });
  }
}

/** Names beside a target: the folder that waits for its place, the one that gave way, the one a link leads to. */
const names = (target: string) => ({
  waiting: `${target}.unfinished-${process.pid}`,
  former: `${target}.former-${process.pid}`,
  linked: `${target}.site-${process.pid}-${Date.now()}`,
});

/** Lets a link lead to the finished folder instead, in one step of the file system. */
async function exchangeLink(finished: string, target: string): Promise<void> {
  const former = path.resolve(path.dirname(target), readlinkSync(target));
  const { linked, waiting } = names(target);
  try {
    await move(finished, linked);
    await symlink(path.basename(linked), waiting);
    await rename(waiting, target);
  } catch (error) {
    for (const left of [waiting, linked]) await rm(left, { recursive: true, force: true });
    throw error;
  }
  if (path.dirname(former) === path.dirname(target) && former !== linked)
    await rm(former, { recursive: true, force: true });
}

/**
 * Moves `finished` to `target`. The former target is put back when that fails, removed otherwise. Where the target is
 * a symbolic link, the link is turned and there is no moment without a site; a folder is missing between two renames,
 * and {@link recoverDirectory} puts it back should the process end there.
 */
export async function replaceDirectory(finished: string, target: string): Promise<void> {
  await mkdir(path.dirname(target), { recursive: true });
  if (isLink(target)) return exchangeLink(finished, target);
  const { waiting, former } = names(target);
  try {
    await move(finished, waiting);
    const replaces = existsSync(target);
    if (replaces) await rename(target, former);
    try {
      await rename(waiting, target);
    } catch (error) {
      if (replaces) await rename(former, target);
      throw error;
    }
  } finally {
    await rm(waiting, { recursive: true, force: true });
  }
  await rm(former, { recursive: true, force: true });
}

/**
 * Clears what a replacement left behind that was killed: the former folder takes its place again if none has it, and
 * everything else beside the target is removed. For the holder of the target's lock only.
 */
export function recoverDirectory(target: string): void {
  const parent = path.dirname(target);
  if (!existsSync(parent)) return;
  const prefix = `${path.basename(target)}.`;
  const current = isLink(target) ? path.basename(readlinkSync(target)) : undefined;
  const left = readdirSync(parent).filter(
    (name) =>
      name.startsWith(prefix) &&
      /^(?:unfinished-\d+|former-\d+|site-\d+-\d+)$/u.test(name.slice(prefix.length)) &&
      name !== current,
  );
  const former = left.find((name) => name.slice(prefix.length).startsWith('former-'));
  if (former !== undefined && !isThere(target)) renameSync(path.join(parent, former), target);
  for (const name of left) rmSync(path.join(parent, name), { recursive: true, force: true });
}
