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
import { parseArgs } from 'node:util';
import { launchBrowser } from '../files/browser.ts';
import { writeCorpus } from '../measure/bench/corpus.ts';
import { measureDev } from '../measure/bench/dev.ts';
import { measureEdits } from '../measure/bench/edits.ts';
import { largestFiles } from '../measure/bench/largest.ts';
import { measureStage, sizeOf } from '../measure/bench/measure.ts';
import { measurePeers } from '../measure/bench/peers.ts';
import * as print from '../measure/bench/print.ts';
import { weighPages } from '../measure/bench/weigh.ts';
import { measureCost } from '../measure/search/browser.ts';
import { serveDirectory } from '../site/hosts/serve-directory.ts';

const { values } = parseArgs({
  options: {
    reports: { type: 'string', default: '1000' },
    folder: { type: 'string', default: path.join(tmpdir(), 'bench') },
    json: { type: 'string' },
    edits: { type: 'boolean', default: false },
    dev: { type: 'boolean', default: false },
    growth: { type: 'boolean', default: false },
    peers: { type: 'boolean', default: false },
    'peers-from': { type: 'string', default: tmpdir() },
    'no-browser': { type: 'boolean', default: false },
  },
});
const reports = Number(values.reports);
if (!Number.isInteger(reports) || reports < 1) {
  console.error('--reports 应为正整数');
  process.exit(1);
}

/** From common to rare: the query of an empty browser, and the next one in the same page. */
const queries: [string, string][] = [
  ['法治政府', '行政复议'],
  ['负责人出庭应诉', '民法典'],
  ['规范性文件 合法性审核', '行政执法 -监督'],
];

/** Where a collection of so many reports and its site lie, and the settings that say so. */
function placesOf(count: number) {
  const contentDir = path.join(values.folder, `content-${count}`);
  const siteDir = path.join(values.folder, `site-${count}`);
  const env = { ...process.env, CONTENT_DIR: contentDir, OUT_DIR: siteDir };
  return { contentDir, siteDir, env };
}

/** Makes a collection of which nothing was built yet. */
function makeCollection(count: number): void {
  const { contentDir, siteDir } = placesOf(count);
  console.log(`生成 ${count} 份合成报告：${contentDir}`);
  rmSync(siteDir, { recursive: true, force: true });
  writeCorpus(contentDir, count);
}

/** Builds a site stage by stage, and removes all of it. */
async function buildStages(count: number): Promise<print.StageCost[]> {
  const { contentDir, siteDir, env } = placesOf(count);
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
  for (const folder of [siteDir, reportsDir, path.join(contentDir, '.cache')])
    rmSync(folder, { recursive: true });
  return stages;
}

/** Builds a site from nothing as `npm run build` does. */
async function buildWhole(count: number): Promise<print.StageCost> {
  const { siteDir, env } = placesOf(count);
  const cost = await measureStage('build', siteDir, env);
  return { ...cost, ...sizeOf(siteDir) };
}

const result: Record<string, unknown> = {
  reports,
  machine: cpus()[0]?.model,
  cores: availableParallelism(),
  node: process.versions.node,
};
console.log(
  `机器：${result['machine'] ?? '?'}，${result['cores']} 核，${(totalmem() / 2 ** 30).toFixed(0)} GiB；Node ${process.versions.node}`,
);
const { contentDir, siteDir, env } = placesOf(reports);
makeCollection(reports);
const stages = await buildStages(reports);
const whole = await buildWhole(reports);
console.log(print.stageTable([...stages, whole]));
Object.assign(result, { stages, whole });

if (values.growth) {
  const fourth = Math.ceil(reports / 4);
  makeCollection(fourth);
  await buildWhole(fourth);
  const small = largestFiles(placesOf(fourth).siteDir);
  const large = largestFiles(siteDir);
  console.log(print.growthTable(small, large));
  Object.assign(result, { growth: { small, large } });
}
if (!values['no-browser']) {
  const server = await serveDirectory(siteDir);
  const browser = await launchBrowser();
  const costs = [];
  for (const [query, second] of queries)
    costs.push({ query, second, ...(await measureCost(browser, server.url, query, second)) });
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
  const peers = await measurePeers(contentDir, values.folder, values['peers-from']);
  if (peers.length === 0)
    console.log('没有装可比的生成器（hugo、eleventy、astro starlight、vitepress）。');
  else console.log(print.peerTable(whole.wall, peers));
  Object.assign(result, { peers });
}
if (values.json) writeFileSync(values.json, `${JSON.stringify(result, null, 1)}\n`);
