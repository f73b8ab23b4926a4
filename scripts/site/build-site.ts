/** The whole way from sources to a site: convert, render, index, and only then replace the former site. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { openCollection } from '../../src/collection/files.ts';
import { programDir } from '../../src/collection/program-dir.ts';
import type { Settings } from '../../src/collection/settings.ts';
import { routes } from '../../src/model/routes.ts';
import { takeLock } from '../files/lock.ts';
import { CommandError } from '../files/run-command.ts';
import { systemFault } from '../files/system-fault.ts';
import { assertWritable, withCollection } from '../files/with-collection.ts';
import { complete, convert, indexPart, make, renderPart } from './build-stages.ts';
import { type Part, partSite } from './part.ts';
import { assertReplaceable, recoverDirectory, replaceDirectory } from './replace-directory.ts';
import { Stages } from './stages.ts';
import { removeAbandoned, unfinishedFolder } from './unfinished.ts';

/** Signals that ask a process to end, with the exit code a shell expects of it. */
const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** Makes the site in a folder of its own and lets it take the place of the former one. */
async function makeSite(settings: Settings, parts: readonly string[]): Promise<void> {
  const folder = unfinishedFolder();
  const site = path.join(folder, 'site');
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const stops = Object.entries(signals).map(([signal, code]) => {
    const stop = () => {
      remove();
      process.exit(code);
    };
    process.once(signal, stop);
    return () => process.off(signal, stop);
  });
  const stages = new Stages(3);
  try {
    await stages.run('转换报告', () => convert(settings));
    await stages.run('生成网页、开放数据与检索索引', () => make(settings, site, parts));
    await stages.run('写入网站附属文件', () => complete(settings, site));
    await replaceDirectory(site, settings.outDir);
  } finally {
    for (const forget of stops) forget();
    remove();
  }
}

/**
 * Builds the site into `OUT_DIR` and prints its progress. The site is made in a folder of its own, which takes
 * its place at the end: on any failure, and when the process is killed, the former site stays as it was.
 * @param command as a person would type it, for those who find the collection taken
 * @param parts caches that {@link buildPart} left, on this machine or another
 * @throws {CommandError} when a report does not convert, after all were tried; when another build is at work; when
 *   the disk is full or not to be written
 */
export async function buildSite(
  settings: Settings,
  command = 'npm run build',
  parts: readonly string[] = [],
): Promise<void> {
  const { contentDir, cacheDir, outDir } = settings;
  const collection = openCollection(settings);
  const unchanged = '网站未生成，原有网站保持不变。';
  try {
    assertReplaceable(outDir, routes.reportsData(), [programDir, contentDir]);
    assertWritable([
      path.dirname(outDir),
      path.join(programDir, '.cache'),
      cacheDir,
      collection.reportsDir,
    ]);
    const release = takeLock(`${outDir}.lock`, outDir, command);
    try {
      recoverDirectory(outDir);
      removeAbandoned();
      await withCollection(collection, command, () => makeSite(settings, parts));
    } finally {
      release();
    }
  } catch (error) {
    if (error instanceof CommandError) throw error;
    const fault = systemFault(error);
    if (fault !== undefined) throw new CommandError(`${fault}${unchanged}`);
    console.error(error);
    throw new CommandError('网站未能生成（原因见上），原有网站保持不变。');
  }
}

/**
 * Makes one part of the pages and of the search index, which stay in the cache of the collection. `OUT_DIR` is not
 * touched.
 * @throws {CommandError} when a report does not convert
 */
export async function buildPart(settings: Settings, part: Part): Promise<void> {
  await withCollection(openCollection(settings), 'npm run build -- --part', async () => {
    const site = partSite(settings.cacheDir);
    rmSync(site, { recursive: true, force: true });
    const stages = new Stages(3);
    await stages.run('转换报告', () => convert(settings));
    await stages.run('生成一部分网页', () => renderPart(settings, site, part));
    await stages.run('建立一部分检索索引', () => indexPart(settings, part));
  });
}
