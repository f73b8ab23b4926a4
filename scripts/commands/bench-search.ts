/**
 * Measures the search of built sites: `npm run bench:search -- [--questions N] [folder …]`; without a folder the site
 * of the last build. Asks N literals, 1,300 if not said. Accuracy, bytes and time come from the search page in a real
 * browser, the truth from the pages of the reports. `npm run bench` builds sites of any size.
 */
import { routes } from '../../src/model/routes.ts';
import { allVariants } from '../../src/search/variants.ts';
import { launchBrowser } from '../files/browser.ts';
import { defineCommand } from '../files/run-command.ts';
import { sizeOf } from '../measure/bench/measure.ts';
import { queryTable } from '../measure/bench/print.ts';
import { measureAccuracy, measureQueries } from '../measure/search/browser.ts';
import { questions, renderedSections } from '../measure/search/truth.ts';
import { serveDirectory } from '../site/hosts/serve-directory.ts';

/** Two queries each: in an empty browser, then in the same page. From common to rare. */
const queries: [string, string][] = [
  ['法治政府', '行政复议'],
  ['负责人出庭应诉', '民法典'],
  ['突入其来', '上下共同努力'],
  ['法', '会前学法'],
  ['规范性文件 合法性审核', '行政执法 -监督'],
  ['制度改革委员会会议', '印发的通知要求各单位'],
];

async function measure(siteDir: string, asking: number): Promise<void> {
  const { files, bytes } = sizeOf(`${siteDir}/${routes.searchIndex()}`);
  const sections = renderedSections(siteDir, await allVariants());
  const reports = new Set(sections.map(({ report }) => report)).size;
  console.log(
    `\n${siteDir}：${reports} 篇报告，${sections.length} 节；索引 ${files} 个文件，${(bytes / 1e6).toFixed(1)} MB`,
  );
  const server = await serveDirectory(siteDir);
  const browser = await launchBrowser();
  const { asked, wrong, unmarked, first, times } = await measureAccuracy(
    browser,
    server.url,
    sections,
    questions(sections, Math.ceil((asking * 10) / 13), Math.floor((asking * 3) / 13)),
  );
  const spread = (list: number[]) =>
    [0.5, 0.95, 1].map((share) => list[Math.ceil(list.length * share) - 1]?.toFixed(0)).join(' / ');
  console.log(`查询 ${asked} 次，与原文不符 ${wrong.length} 次，未标出 ${unmarked} 处`);
  console.log(`引擎用时，中位 / 95% / 最长：首批 ${spread(first)} ms，查完 ${spread(times)} ms`);
  if (wrong.length) console.log(wrong.slice(0, 20).join('\n'));
  console.log(queryTable(await measureQueries(browser, server.url, queries)));
  await browser.close();
  await server.close();
  if (wrong.length || unmarked) process.exitCode = 1;
}

await defineCommand({
  name: 'bench:search',
  about: '在真实浏览器里核对检索的准确，并测量用时与流量。',
  positionals: '[网站文件夹 …]',
  options: {
    questions: { type: 'string', default: '1300', value: '<次数>', about: '查询的次数，默认 1300' },
  },
  async run({ values, positionals, settings, misused }) {
    const asking = Number(values.questions);
    if (!Number.isInteger(asking) || asking < 1) throw misused('--questions 应为正整数。');
    for (const folder of positionals.length ? positionals : [settings.outDir])
      await measure(folder, asking);
  },
});
