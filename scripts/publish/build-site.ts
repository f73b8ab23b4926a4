/** The whole way from sources to a site: convert, render, index, and only then replace the former site. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { routes } from '../../src/model/routes.ts';
import { contentDir, outDir, programDir } from '../../src/settings.ts';
import { convert, index, render } from './build-stages.ts';
import { assertReplaceable, replaceDirectory } from './replace-directory.ts';
import { CommandError } from './run-command.ts';
import { Stages } from './stages.ts';

/**
 * Builds the site into `OUT_DIR` and prints its progress. The site is made in a folder of its own, which takes
 * its place at the end: on any failure the former site stays as it was.
 * @throws {CommandError} when a report does not convert, after all were tried.
 */
export async function buildSite(): Promise<void> {
  assertReplaceable(outDir, routes.reportsData(), [programDir, contentDir]);
  // Astro renders from within the checkout; a folder of its own keeps builds at the same time apart.
  const unfinished = path.join(programDir, '.cache', `site-${process.pid}`);
  const remove = () => rmSync(unfinished, { recursive: true, force: true });
  const stop = () => {
    remove();
    process.exit(130);
  };
  process.once('SIGINT', stop);
  const stages = new Stages(3);
  try {
    await stages.run('转换报告', convert);
    await stages.run('生成网页', () => render(unfinished));
    await stages.run('建立检索索引', () => index(unfinished));
    await replaceDirectory(unfinished, outDir);
  } catch (error) {
    if (error instanceof CommandError) throw error;
    console.error(error);
    throw new CommandError('网站未能生成（原因见上），原有网站保持不变。');
  } finally {
    process.off('SIGINT', stop);
    remove();
  }
}
