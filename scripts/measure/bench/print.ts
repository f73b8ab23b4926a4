/** The tables of a measurement, as a terminal shows them. */
import { siteName } from '../../../src/model/genre.ts';
import type { QueryCost } from '../search/browser.ts';
import type { DevCost } from './dev.ts';
import type { EditCost } from './edits.ts';
import type { Largest } from './largest.ts';
import type { Cost } from './measure.ts';
import type { PeerCost } from './peers.ts';
import { table } from './table.ts';
import type { PageWeight } from './weigh.ts';

/** What a stage cost, and what it wrote. */
export interface StageCost extends Cost {
  files: number;
  bytes: number;
}

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;
const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
const seconds = (value: number) => value.toFixed(1);

/** Stages run alone one after the other, and the build, which runs pages, data and index beside each other. */
export const stageTable = (stages: readonly StageCost[]) =>
  table(
    ['阶段', '墙钟 秒', 'CPU 秒', '最大进程', '进程树', '文件', '字节'],
    stages.map((stage) => [
      stage.stage,
      seconds(stage.wall),
      seconds(stage.cpu),
      megabytes(stage.largest),
      megabytes(stage.tree),
      String(stage.files),
      megabytes(stage.bytes),
    ]),
  );

export const editTable = (edits: readonly EditCost[]) =>
  table(
    ['改动之后 npm run build', '墙钟 秒', 'CPU 秒', '最大进程'],
    edits.map(({ edit, wall, cpu, largest }) => [
      edit,
      seconds(wall),
      seconds(cpu),
      megabytes(largest),
    ]),
  );

export const devTable = ({ ready, firstPage, edits }: DevCost) =>
  table(
    ['npm run dev', '秒'],
    [
      ['可以打开', ready.toFixed(2)],
      ['第一个网页', firstPage.toFixed(2)],
      ...edits.map((time, index) => [`第 ${index + 1} 次改动出现在网页上`, time.toFixed(2)]),
    ],
  );

/** What the largest files weigh in a collection and in one of four times as many reports. */
export function growthTable(small: readonly Largest[], large: readonly Largest[]): string {
  const before = new Map(small.map((each) => [each.kind, each.bytes]));
  return table(
    ['最大的文件', 'N 份', '4N 份', '倍数', ''],
    large.map(({ kind, file, bytes }) => {
      const former = before.get(kind);
      const ratio = former ? (bytes / former).toFixed(2) : '';
      return [kind, former ? kilobytes(former) : '', kilobytes(bytes), ratio, file];
    }),
  );
}

export function queryTable(costs: readonly QueryCost[]): string {
  const show = ([bytes, time]: QueryCost['cold']) => `${Math.round(bytes / 1000)} kB / ${time} ms`;
  return table(
    ['查询', '首批结果', '查完', '再查', '首批', '查完'],
    costs.map(({ query, second, cold, complete, warm, warmComplete }) => [
      ...[query, show(cold), show(complete)],
      ...[second, show(warm), show(warmComplete)],
    ]),
  );
}

export const pageTable = (pages: readonly PageWeight[]) =>
  table(
    ['网页', 'HTML', 'CSS', 'JS', '合计'],
    pages.map((page) => [page.name, ...[page.html, page.css, page.js, page.total].map(kilobytes)]),
  );

export const peerTable = (own: number, peers: readonly PeerCost[]) =>
  table(
    ['同一语料', '墙钟 秒', '最大进程', '本项目与其之比'],
    [
      [siteName, seconds(own), '', '1'],
      ...peers.map((peer) => [
        peer.name,
        seconds(peer.wall),
        megabytes(peer.largest),
        (own / peer.wall).toFixed(2),
      ]),
    ],
  );
