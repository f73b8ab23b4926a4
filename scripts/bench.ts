/**
 * `npm run bench -- --reports N [--folder DIR] [--json FILE] [--peers]`: measures the whole pipeline on a synthetic
 * collection outside the repository, and the search and pages of its site in a real browser.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { launchBrowser } from '../tests/browser.ts';
import { writeCorpus } from './bench/corpus.ts';
import { type Cost, measureStage, sizeOf } from './bench/measure.ts';
import { measurePeers } from './bench/peers.ts';
import { table } from './bench/table.ts';
import { weighPages } from './bench/weigh.ts';
import { measureCost } from './bench-search/browser.ts';
import { serveDirectory } from './publish/serve-directory.ts';

const { values } = parseArgs({
  options: {
    reports: { type: 'string', default: '1000' },
    folder: { type: 'string', default: path.join(tmpdir(), 'bench') },
    json: { type: 'string' },
    peers: { type: 'boolean', default: false },
    'no-browser': { type: 'boolean', default: false },
  },
});
const reports = Number(values.reports);
if (!Number.isInteger(reports) || reports < 1) {
  console.error('--reports 应为正整数');
  process.exit(1);
}
const contentDir = path.join(values.folder, `content-${reports}`);
const siteDir = path.join(values.folder, `site-${reports}`);
const env = {
  ...process.env,
  CONTENT_DIR: contentDir,
  OUT_DIR: siteDir,
  ASTRO_TELEMETRY_DISABLED: '1',
};

/** From common to rare: the query of an empty browser, and the next one in the same page. */
const queries: [string, string][] = [
  ['法治政府', '行政复议'],
  ['负责人出庭应诉', '民法典'],
  ['规范性文件 合法性审核', '行政执法 -监督'],
];

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;
const seconds = (value: number) => value.toFixed(1);

console.log(
  `机器：${cpus()[0]?.model ?? '?'}，${availableParallelism()} 核，${(totalmem() / 2 ** 30).toFixed(0)} GiB；Node ${process.versions.node}`,
);
console.log(`生成 ${reports} 份合成报告：${contentDir}`);
writeCorpus(contentDir, reports);
const source = sizeOf(contentDir);
console.log(`      ${source.files} 个文件，${megabytes(source.bytes)}`);

rmSync(siteDir, { recursive: true, force: true });
mkdirSync(siteDir, { recursive: true });
const stages: (Cost & { files: number; bytes: number })[] = [];
for (const stage of ['convert', 'pages', 'index']) {
  const before = stage === 'convert' ? { files: 0, bytes: 0 } : sizeOf(siteDir);
  const cost = await measureStage(stage, siteDir, env);
  const after = stage === 'convert' ? sizeOf(path.join(contentDir, 'reports')) : sizeOf(siteDir);
  stages.push({ ...cost, files: after.files - before.files, bytes: after.bytes - before.bytes });
  console.log(`      ${stage}：${seconds(cost.wall)} 秒`);
}
const sum = (key: 'wall' | 'cpu' | 'files' | 'bytes') =>
  stages.reduce((total, stage) => total + stage[key], 0);
console.log(
  table(
    ['阶段', '墙钟 秒', 'CPU 秒', '最大进程', '进程树', '文件', '字节'],
    [
      ...stages.map((stage) => [
        stage.stage,
        seconds(stage.wall),
        seconds(stage.cpu),
        megabytes(stage.largest),
        megabytes(stage.tree),
        String(stage.files),
        megabytes(stage.bytes),
      ]),
      [
        'total',
        seconds(sum('wall')),
        seconds(sum('cpu')),
        megabytes(Math.max(...stages.map((stage) => stage.largest))),
        megabytes(Math.max(...stages.map((stage) => stage.tree))),
        String(sum('files')),
        megabytes(sum('bytes')),
      ],
    ],
  ),
);

const result: Record<string, unknown> = {
  reports,
  machine: cpus()[0]?.model,
  cores: availableParallelism(),
  node: process.versions.node,
  stages,
};
if (!values['no-browser']) {
  const server = await serveDirectory(siteDir);
  const browser = await launchBrowser();
  const costs = [];
  for (const [query, second] of queries)
    costs.push({ query, second, ...(await measureCost(browser, server.url, query, second)) });
  const pages = await weighPages(browser, server.url, siteDir);
  await browser.close();
  await server.close();
  const show = ([bytes, time]: [number, number]) => `${Math.round(bytes / 1000)} kB / ${time} ms`;
  console.log(
    table(
      ['查询', '首批结果', '查完', '再查', ''],
      costs.map(({ query, second, cold, complete, warm }) => [
        query,
        show(cold),
        show(complete),
        second,
        show(warm),
      ]),
    ),
  );
  console.log(
    table(
      ['网页', 'HTML', 'CSS', 'JS', '合计'],
      pages.map((page) => [
        page.name,
        ...[page.html, page.css, page.js, page.total].map(
          (bytes) => `${(bytes / 1000).toFixed(1)} kB`,
        ),
      ]),
    ),
  );
  Object.assign(result, { queries: costs, pages });
}
if (values.peers) {
  const peers = await measurePeers(contentDir, values.folder);
  const own = sum('wall');
  console.log(
    table(
      ['同一语料', '墙钟 秒', '最大进程', '本项目与其之比'],
      [
        ['法治年报', seconds(own), '', '1'],
        ...peers.map((peer) => [
          peer.name,
          seconds(peer.wall),
          megabytes(peer.largest),
          (own / peer.wall).toFixed(2),
        ]),
      ],
    ),
  );
  if (peers.length === 0) console.log('没有装可比的生成器（hugo）。');
  Object.assign(result, { peers });
}
if (values.json) writeFileSync(values.json, `${JSON.stringify(result, null, 1)}\n`);
