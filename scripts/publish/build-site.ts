/** The whole way from sources to a site: convert, render, index, and only then replace the former site. */
import { rmSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { reportsDir } from '../../src/collection.ts';
import { routes } from '../../src/model/routes.ts';
import { contentDir, outDir, programDir } from '../../src/settings.ts';
import { convertCollection } from '../convert/run.ts';
import { indexSearch } from '../index-search.ts';
import { loadAstro } from './astro.ts';
import { assertReplaceable, replaceDirectory } from './replace-directory.ts';
import { CommandError } from './run-command.ts';
import { Stages } from './stages.ts';

async function convert(): Promise<string> {
  const { converted, failed, messages, warnings } = await convertCollection();
  if (failed > 0) {
    console.error(messages);
    throw new CommandError('报告转换有误（见上），网站未生成，原有网站保持不变。');
  }
  // What the converter found odd concerns those who tend the reports, not those who want the site.
  const odd = warnings > 0 ? `（${warnings} 处可供核对，见 npm run convert）` : '';
  return `${converted} 篇报告${odd}`;
}

async function render(siteDir: string): Promise<string> {
  const astro = await loadAstro();
  // Astro logs a fault several times over before it throws it.
  await astro.build({ root: programDir, outDir: siteDir, logLevel: 'silent' });
  const files = await readdir(siteDir, { recursive: true });
  return `${files.filter((file) => file.endsWith('.html')).length} 个网页`;
}

async function index(siteDir: string): Promise<string> {
  // Like Astro's, the cache belongs to the collection it was made from.
  const own = contentDir.startsWith(programDir + path.sep) ? programDir : contentDir;
  const cacheDir = path.join(own, '.cache/search');
  const { reports, sections } = await indexSearch({ reportsDir, siteDir, cacheDir });
  return `${reports} 篇报告，${sections} 节`;
}

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
