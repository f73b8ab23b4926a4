/**
 * Measures the search: `node scripts/run.cjs bench-search [reports …]`, after a build. 0 stands for the reports
 * of the collection, any other number for as many synthetic ones made from them. Accuracy, bytes and time come
 * from the search page of the built site in a real browser.
 */
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { convertedIds, readReportData } from '../src/collection.ts';
import { routes } from '../src/model/routes.ts';
import { allVariants } from '../src/search/variants.ts';
import { outDir } from '../src/settings.ts';
import { launchBrowser } from '../tests/browser.ts';
import { measureAccuracy, measureCost } from './bench-search/browser.ts';
import { synthesise } from './bench-search/synthetic.ts';
import { questions, trueSections } from './bench-search/truth.ts';
import { indexSearch } from './index-search.ts';
import { serveDirectory } from './publish/serve-directory.ts';

/** Two queries each: in an empty browser, then in the same page. From common to rare. */
const queries: [string, string][] = [
  ['法治政府', '行政复议'],
  ['负责人出庭应诉', '民法典'],
  ['突入其来', '上下共同努力'],
  ['法', '会前学法'],
  ['规范性文件 合法性审核', '行政执法 -监督'],
];

/** Total size of the files of a folder. */
async function sizeOf(folder: string): Promise<{ files: number; bytes: number }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(
    files.map(async ({ parentPath, name }) => (await readFile(path.join(parentPath, name))).length),
  );
  return { files: files.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

async function measure(count: number): Promise<void> {
  const real = convertedIds().map(readReportData);
  const reports = count ? synthesise(real, count) : real;
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-'));
  const siteDir = path.join(folder, 'site');
  const data = path.join(siteDir, path.dirname(routes.reportData('id')));
  await cp(outDir, siteDir, { recursive: true });
  await rm(data, { recursive: true });
  await mkdir(data, { recursive: true });
  for (const report of reports)
    await writeFile(path.join(siteDir, routes.reportData(report.id)), JSON.stringify(report));

  const start = performance.now();
  await indexSearch({ reportsDir: data, siteDir, cacheDir: path.join(folder, 'cache') });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const { files, bytes } = await sizeOf(path.join(siteDir, routes.searchIndex()));
  console.log(`\n${reports.length} 篇报告:索引 ${seconds} 秒,${files} 个文件,${bytes} 字节`);

  const sections = trueSections(reports, await allVariants());
  const server = await serveDirectory(siteDir);
  const browser = await launchBrowser();
  const { asked, wrong, unmarked } = await measureAccuracy(
    browser,
    server.url,
    sections,
    questions(sections, 1000, 300),
  );
  console.log(`查询 ${asked} 次,与原文不符 ${wrong.length} 次,未标出 ${unmarked} 处`);
  if (wrong.length) console.log(wrong.slice(0, 20).join('\n'));
  for (const [query, second] of queries) {
    const { cold, complete, warm } = await measureCost(browser, server.url, query, second);
    const show = ([bytes, time]: [number, number]) => `${Math.round(bytes / 1000)} kB/${time} ms`;
    console.log(`${query}:首批 ${show(cold)},查完 ${show(complete)};再查 ${second}:${show(warm)}`);
  }
  await browser.close();
  await server.close();
  await rm(folder, { recursive: true });
  if (wrong.length) process.exitCode = 1;
}

const sizes = process.argv.slice(2).map(Number);
for (const count of sizes.length ? sizes : [0, 500, 1000]) await measure(count);
