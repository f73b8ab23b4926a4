/**
 * `npm run bench -- --reports N`: measures the whole pipeline on a synthetic collection outside the repository, and the
 * search and pages of its site in a real browser. `--edits` builds again after edits, `--dev` edits while the
 * development server runs, `--growth` compares the largest files with those of a fourth of the reports, `--peers` builds
 * the same collection with other generators: Hugo where it is installed, Eleventy, Starlight and VitePress where they are
 * in the `node_modules` of `--peers-from DIR`. `--folder DIR` holds collection and site, `--json FILE`
 * takes the figures, `--no-browser` leaves the browser out.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os';
import path from 'node:path';
import { launchBrowser } from '../files/browser.ts';
import { defineCommand } from '../files/run-command.ts';
import { writeCorpus } from '../measure/bench/corpus.ts';
import { measureDev } from '../measure/bench/dev.ts';
import { measureEdits } from '../measure/bench/edits.ts';
import { largestFiles } from '../measure/bench/largest.ts';
import { measureStage, sizeOf } from '../measure/bench/measure.ts';
import { measurePeers } from '../measure/bench/peers.ts';
import * as print from '../measure/bench/print.ts';
import { weighPages } from '../measure/bench/weigh.ts';
import { measureQueries } from '../measure/search/browser.ts';
import { serveDirectory } from '../site/hosts/serve-directory.ts';

/** From common to rare: the query of an empty browser, and the next one in the same page. */
const queries: [string, string][] = [
  ['法治政府', '行政复议'],
  ['负责人出庭应诉', '民法典'],
  ['规范性文件 合法性审核', '行政执法 -监督'],
];

/** Where a collection of so many reports and its site lie, and the settings that say so. */
function placesOf(folder: string, count: number) {
  const contentDir = path.join(folder, `content-${count}`);
  const siteDir = path.join(folder, `site-${count}`);
  const env = { ...process.env, CONTENT_DIR: contentDir, OUT_DIR: siteDir };
  return { contentDir, siteDir, env };
}

/** Makes a collection of which nothing was built yet. */
function makeCollection(folder: string, count: number): void {
  const { contentDir, siteDir } = placesOf(folder, count);
  console.log(`生成 ${count} 份合成报告：${contentDir}`);
  rmSync(siteDir, { recursive: true, force: true });
  writeCorpus(contentDir, count);
}

/** Builds a site stage by stage, and removes all of it. */
async function buildStages(folder: string, count: number): Promise<print.StageCost[]> {
  const { contentDir, siteDir, env } = placesOf(folder, count);
  const reportsDir = path.join(contentDir, 'reports');
  mkdirSync(siteDir, { recursive: true });
  const stages: print.StageCost[] = [];
  for (const stage of ['convert', 'pages', 'data', 'index', 'list']) {
    const before = stage === 'convert' ? { files: 0, bytes: 0 } : sizeOf(siteDir);
    const cost = await measureStage(stage, siteDir, env);
    const after = sizeOf(stage === 'convert' ? reportsDir : siteDir);
    stages.push({ ...cost, files: after.files - before.files, bytes: after.bytes - before.bytes });
    console.log(`      ${stage}：${cost.wall.toFixed(1)} 秒`);
  }
  for (const each of [siteDir, reportsDir, path.join(contentDir, '.cache')])
    rmSync(each, { recursive: true });
  return stages;
}

/** Builds a site from nothing as `npm run build` does. */
async function buildWhole(folder: string, count: number): Promise<print.StageCost> {
  const { siteDir, env } = placesOf(folder, count);
  const cost = await measureStage('build', siteDir, env);
  return { ...cost, ...sizeOf(siteDir) };
}

await defineCommand({
  name: 'bench',
  about: '在合成的报告集上测量整个流程，并在真实浏览器里测量检索与网页。',
  options: {
    reports: { type: 'string', default: '1000', value: '<份数>', about: '报告份数，默认 1000' },
    folder: {
      type: 'string',
      default: path.join(tmpdir(), 'bench'),
      value: '<文件夹>',
      about: '报告集与网站放在哪里',
    },
    json: { type: 'string', value: '<文件>', about: '把各项数字写入文件' },
    edits: { type: 'boolean', about: '改动之后再次生成' },
    dev: { type: 'boolean', about: '在开发服务器运行时改动' },
    growth: { type: 'boolean', about: '与四分之一的报告比较各类最大的文件' },
    peers: { type: 'boolean', about: '用其他生成器生成同一报告集' },
    'peers-from': {
      type: 'string',
      default: tmpdir(),
      value: '<文件夹>',
      about: '其 node_modules 中装有其他生成器',
    },
    'no-browser': { type: 'boolean', about: '不用浏览器' },
  },
  async run({ values, misused }) {
    const { folder } = values;
    const reports = Number(values.reports);
    if (!Number.isInteger(reports) || reports < 1) throw misused('--reports 应为正整数。');
    const result: Record<string, unknown> = {
      reports,
      machine: cpus()[0]?.model,
      cores: availableParallelism(),
      node: process.versions.node,
    };
    console.log(
      `机器：${result['machine'] ?? '?'}，${result['cores']} 核，${(totalmem() / 2 ** 30).toFixed(0)} GiB；Node ${process.versions.node}`,
    );
    const { contentDir, siteDir, env } = placesOf(folder, reports);
    makeCollection(folder, reports);
    const stages = await buildStages(folder, reports);
    const whole = await buildWhole(folder, reports);
    console.log(print.stageTable([...stages, whole]));
    Object.assign(result, { stages, whole });

    if (values.growth) {
      const fourth = Math.ceil(reports / 4);
      makeCollection(folder, fourth);
      await buildWhole(folder, fourth);
      const small = largestFiles(placesOf(folder, fourth).siteDir);
      const large = largestFiles(siteDir);
      console.log(print.growthTable(small, large));
      Object.assign(result, { growth: { small, large } });
    }
    if (!values['no-browser']) {
      const server = await serveDirectory(siteDir);
      const browser = await launchBrowser();
      const costs = await measureQueries(browser, server.url, queries);
      const pages = await weighPages(browser, server.url, siteDir);
      await browser.close();
      await server.close();
      console.log(print.queryTable(costs));
      console.log(print.pageTable(pages));
      Object.assign(result, { queries: costs, pages });
    }
    if (values.edits) {
      const edits = await measureEdits(contentDir, siteDir, env);
      console.log(print.editTable(edits));
      Object.assign(result, { edits });
    }
    if (values.dev) {
      const dev = await measureDev(contentDir);
      console.log(print.devTable(dev));
      Object.assign(result, { dev });
    }
    if (values.peers) {
      const peers = await measurePeers(contentDir, folder, values['peers-from']);
      if (peers.length === 0)
        console.log('没有装可比的生成器（hugo、eleventy、astro starlight、vitepress）。');
      else console.log(print.peerTable(whole.wall, peers));
      Object.assign(result, { peers });
    }
    if (values.json) writeFileSync(values.json, `${JSON.stringify(result, null, 1)}\n`);
  },
});
