/** Texts that nobody labelled: whether each is read whole, how long that takes, and which differences it is shown with. */
import path from 'node:path';
import type { CheckFact } from '../../../src/model/facts.ts';
import { convertReport, type Knowledge } from '../../convert/convert-report.ts';
import { findFiles } from '../../import/find-files.ts';
import { readBytes } from '../../import/read/read-document.ts';
import { readSafely } from '../../import/read/read-safely.ts';
import { Refusal } from '../../import/refusal.ts';

/** What came of one text. */
export interface TextReading {
  /** Relative to the folder. */
  name: string;
  characters: number;
  milliseconds: number;
  quantities: number;
  checks: number;
  /** Recomputed figures that are told as different. */
  differences: CheckFact[];
  /** Why it was not read: the rule of a refusal, or a fault of the program. */
  refused?: string;
  fault?: string;
}

/** Stands in for the region and year of a report: what is measured does not depend on them. */
const anyReport = '110000-2023';

const nothing = { characters: 0, milliseconds: 0, quantities: 0, checks: 0, differences: [] };

async function readText(file: string, name: string, knowledge: Knowledge): Promise<TextReading> {
  try {
    const { text } = await readSafely(readBytes(file), file);
    const source = new TextEncoder().encode(text);
    const start = performance.now();
    // Throws where the tree does not hold every character of the source.
    const { output } = convertReport(
      { id: anyReport, source, sourcePath: name, annotationPath: name },
      knowledge,
    );
    const read = { name, characters: text.length, milliseconds: performance.now() - start };
    if (!output?.facts) return { ...nothing, ...read, fault: 'not converted' };
    const { quantities, checks } = output.facts;
    const differences = checks.filter(({ verdict }) => verdict === 'differs');
    return { ...read, quantities: quantities.length, checks: checks.length, differences };
  } catch (error) {
    if (error instanceof Refusal) return { ...nothing, name, refused: error.rule };
    return { ...nothing, name, fault: error instanceof Error ? error.message : String(error) };
  }
}

/** Reads all texts of a folder and the folders below it. */
export async function readTexts(folder: string, knowledge: Knowledge): Promise<TextReading[]> {
  const readings: TextReading[] = [];
  for (const file of findFiles([folder]))
    readings.push(await readText(file, path.relative(folder, file), knowledge));
  return readings;
}

/** Shortest text whose time says something of its length. */
const leastTimed = 5000;

const sumOf = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

/** The figures of all texts, and every difference and fault, in words. */
export function textsReport(readings: readonly TextReading[]): string {
  const count = (key: 'characters' | 'quantities' | 'checks') =>
    sumOf(readings.map((reading) => reading[key]));
  const differences = readings.flatMap(({ name, differences: all }) =>
    all.map(({ kind, section, formula, stated, quote }) => {
      const words = quote.replace(/\s+/gu, ' ');
      return `  ${name} ${section} ${kind} ${formula}，文中 ${stated}：${words}`;
    }),
  );
  const unread = readings.flatMap(({ name, refused, fault }) =>
    refused || fault ? [`  ${name} ${refused ?? fault}`] : [],
  );
  const faults = readings.filter(({ fault }) => fault).length;
  const slowest = readings
    .filter(({ characters }) => characters >= leastTimed)
    .map(({ name, characters, milliseconds }) => ({
      name,
      rate: milliseconds / (characters / 1e4),
    }))
    .toSorted((a, b) => b.rate - a.rate)[0];
  const milliseconds = sumOf(readings.map((reading) => reading.milliseconds));
  const mean = milliseconds / Math.max(1, count('characters') / 1e4);
  return [
    `文本 ${readings.length} 篇，${count('characters')} 字；读坏 ${faults} 篇，拒收 ${unread.length - faults} 篇`,
    `数量 ${count('quantities')} 个，验算 ${count('checks')} 处，其中与文中不同 ${differences.length} 处`,
    `每万字 ${mean.toFixed(1)} 毫秒，最慢 ${slowest ? `${slowest.rate.toFixed(1)} 毫秒（${slowest.name}）` : '—'}`,
    ...differences,
    ...unread,
  ].join('\n');
}
