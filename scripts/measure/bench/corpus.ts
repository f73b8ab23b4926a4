/**
 * A synthetic collection for measurements: reports with the structure, vocabulary and lengths of the real ones, no two
 * alike, spread over real regions and years, in all heading styles. The same number gives the same bytes.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openCollection } from '../../../src/collection/files.ts';
import { programDir } from '../../../src/collection/program-dir.ts';
import { readRegions } from '../../../src/collection/regions.ts';
import { readSettings } from '../../../src/collection/settings.ts';
import { chineseNumber } from '../../../src/model/chinese-number.ts';
import type { Region } from '../../../src/model/regions.ts';
import type { ReportData, Section } from '../../../src/model/report.ts';
import { Random } from './random.ts';

const years = [2025, 2024, 2023, 2022, 2021, 2020, 2019, 2018, 2017, 2016];

interface Stock {
  openings: string[];
  headings: string[];
  leads: string[];
  sentences: string[];
  problems: string[];
}

/** The sentences and headings of the real reports, to be mixed anew. */
function readStock(): Stock {
  const folder = path.join(programDir, 'content/reports');
  const stock: Stock = { openings: [], headings: [], leads: [], sentences: [], problems: [] };
  const cut = (text: string) => text.split(/(?<=。)/u).filter((sentence) => sentence.length > 12);
  const walk = (section: Section) => {
    if (section.heading && section.style !== 's' && !section.editorial)
      (section.style === 'i' ? stock.leads : stock.headings).push(section.heading);
    (section.part === 'problems' ? stock.problems : stock.sentences).push(...cut(section.text));
    section.children.forEach(walk);
  };
  for (const name of readdirSync(folder)
    .filter((file) => /^\d{6}-\d{4}\.json$/.test(file))
    .sort()) {
    const data: ReportData = JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
    stock.openings.push(
      ...data.sections
        .slice(0, 1)
        .filter((section) => section.style === 'p')
        .map((section) => section.text),
    );
    data.sections.filter((section) => section.style === 's').forEach(walk);
  }
  return stock;
}

const ownNames = /海西蒙古族藏族自治州|海西州|海西|建德市|建德|武山县|武山|五华区|五华|兴安盟/gu;
const figures = /(?<!\d)\d+(?:\.\d+)?(?=(?:余|多)?(?:件|次|人|项|个|份|场|家|条|%|万|元|名))/gu;

/** A sentence with another place and other figures. */
function vary(sentence: string, region: string, random: Random): string {
  return sentence.replace(ownNames, region).replace(figures, (figure) => {
    const value = Number(figure);
    if (value > 100 || figure.includes('.'))
      return figure.includes('.')
        ? (value * (0.6 + 0.4 * random.next())).toFixed(2)
        : String(Math.round(value * (0.4 + random.next())));
    return String(random.between(1, 2 * value + 3));
  });
}

/** How sections are numbered: each style as met in the five reports and beside them. */
const styles = [
  { second: (n: number) => `(${chineseNumber(n)})`, runsOn: false, ownLine: false },
  { second: (n: number) => `（${chineseNumber(n)}）`, runsOn: false, ownLine: true },
  { second: (n: number) => `${n}.`, runsOn: true, ownLine: false },
  { second: (n: number) => `(${chineseNumber(n)})`, runsOn: true, ownLine: true },
  { second: (n: number) => `${n}、`, runsOn: false, ownLine: true },
];

/** The text of one report of about 7,000 characters, as long as the real ones are on average. */
function writeReport(region: Region, year: number, index: number, stock: Stock): string {
  const random = new Random(index * 7919 + year);
  const style = random.pick(styles);
  const name = region.name;
  const text = (count: number) =>
    Array.from({ length: count }, () => vary(random.pick(stock.sentences), name, random)).join('');
  const lines = [
    `${name}${year}年度法治政府建设情况报告`,
    `发布时间：${year + 1}-0${random.between(1, 4)}-${random.between(10, 28)} 来源：${name}司法局 浏览次数：`,
    '',
    vary(random.pick(stock.openings), name, random).replace(/20\d\d年/u, `${year}年`),
  ];
  let number = 0;
  const chapters = ['主要举措和成效', '存在的问题和不足', `${year + 1}年工作安排`];
  chapters.forEach((chapter, at) => {
    lines.push(`${chineseNumber(at + 1)}、${chapter}`);
    if (!style.runsOn) number = 0;
    if (at === 1) {
      lines.push(
        Array.from(
          { length: random.between(3, 5) },
          (_, n) => `${chineseNumber(n + 1)}是${vary(random.pick(stock.problems), name, random)}`,
        ).join(''),
      );
      return;
    }
    for (let n = random.between(5, 8); n > 0; n--) {
      const heading = style.second(++number) + vary(random.pick(stock.headings), name, random);
      const body =
        at === 0 && random.next() < 0.6
          ? Array.from(
              { length: random.between(3, 5) },
              (_, point) =>
                `${chineseNumber(point + 1)}是${vary(random.pick(stock.leads), name, random)}。${text(random.between(2, 4))}`,
            ).join('')
          : text(random.between(3, 6));
      lines.push(...(style.ownLine ? [heading, body] : [`${heading}。${body}`]));
    }
  });
  lines.push(`${name}人民政府`, `${year + 1}年${random.between(1, 3)}月${random.between(1, 28)}日`);
  return `${lines.join('\n')}\n`;
}

/**
 * Writes a collection of `count` reports into a folder, in place of what is there.
 * @throws when the project's own reports have not been converted: their sentences are the stock
 */
export function writeCorpus(folder: string, count: number): void {
  const stock = readStock();
  if (stock.sentences.length === 0)
    throw new Error('no converted reports to take sentences from: run npm run convert');
  const regions = readRegions(openCollection(readSettings({}, programDir)))
    .all()
    .filter((region) => region.until === undefined);
  rmSync(folder, { recursive: true, force: true });
  for (let index = 0; index < count; index++) {
    // years fill up one after the other, so that a larger collection holds more of them, as real ones do
    const perYear = Math.min(regions.length, Math.max(200, Math.ceil(count / years.length)));
    const year = years[Math.floor(index / perYear) % years.length] as number;
    const region = regions[((index % perYear) * 7919) % regions.length] as Region;
    const report = path.join(folder, 'sources', `${region.code}-${year}`);
    mkdirSync(report, { recursive: true });
    writeFileSync(path.join(report, 'source.txt'), writeReport(region, year, index, stock));
  }
}
