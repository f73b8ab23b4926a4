/** The tables of a measurement, as a terminal shows them. */
import type { DevCost } from './dev.ts';
import type { EditCost } from './edits.ts';
import type { Cost } from './measure.ts';
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

type Pair = [bytes: number, milliseconds: number];
interface QueryCost {
  query: string;
  second: string;
  cold: Pair;
  complete: Pair;
  warm: Pair;
}

export function queryTable(costs: readonly QueryCost[]): string {
  const show = ([bytes, time]: Pair) => `${Math.round(bytes / 1000)} kB / ${time} ms`;
  return table(
    ['查询', '首批结果', '查完', '再查', ''],
    costs.map(({ query, second, cold, complete, warm }) => [
      query,
      show(cold),
      show(complete),
      second,
      show(warm),
    ]),
  );
}

export const pageTable = (pages: readonly PageWeight[]) =>
  table(
    ['网页', 'HTML', 'CSS', 'JS', '合计'],
    pages.map((page) => [page.name, ...[page.html, page.css, page.js, page.total].map(kilobytes)]),
  );
