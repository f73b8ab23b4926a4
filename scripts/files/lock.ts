/** Keeps two processes from writing the same place at a time. A lock whose owner has died is taken over. */
import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CommandError } from './command-error.ts';
import { hasEnded, type Owner, owner, thisProcess } from './owner.ts';

/** The lock is held by another process. */
export class Locked extends CommandError {}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code;

/** Creates a file with its content in one step; false when there is one. */
function createWhole(file: string, content: string): boolean {
  const draft = `${file}.${randomUUID()}`;
  try {
    writeFileSync(draft, content, { flag: 'wx' });
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

const textOf = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
};

function ownerOf(text: string): Owner | undefined {
  try {
    return owner.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Takes away the lock of a dead owner; what turns out to be another lock by now is put back. */
function takeAway(file: string, text: string): void {
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  const moved = readFileSync(aside, 'utf8');
  if (moved !== text) createWhole(file, moved);
  rmSync(aside, { force: true });
}

function refusal(file: string, place: string, holder: Owner | undefined): Locked {
  const who = holder
    ? `${holder.command}（进程 ${holder.pid}，主机 ${holder.host}，${holder.since} 开始）`
    : '另一个进程';
  return new Locked(
    `${who}正在使用 ${place}，本次没有做任何改动。\n` +
      `请等它结束后再运行。如果确认它已不在运行，删除 ${file} 后重试。`,
  );
}

/**
 * Takes a lock until the returned function is called or the process ends in an orderly way.
 * @param file the lock; its folder is made
 * @param place what it protects, as shown to people
 * @param command what this process does, as shown to people who find the lock taken
 * @throws {Locked} at once when a living process, or one that cannot be judged from here, holds it
 */
export function takeLock(file: string, place: string, command: string): () => void {
  mkdirSync(path.dirname(file), { recursive: true });
  const own = JSON.stringify(thisProcess(command));
  for (let tries = 0; !createWhole(file, own); tries += 1) {
    const text = textOf(file);
    if (text === undefined) continue;
    const holder = ownerOf(text);
    if (tries > 20 || !holder || !hasEnded(holder)) throw refusal(file, place, holder);
    takeAway(file, text);
  }
  const release = () => {
    process.off('exit', release);
    if (textOf(file) === own) rmSync(file, { force: true });
  };
  process.once('exit', release);
  return release;
}
