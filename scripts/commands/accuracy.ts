/**
 * `npm run accuracy [-- <folder>]`: compares what is read out of texts with hand-made labels: figures of the five gold
 * reports, and everything in the labelled corpus. A folder of one's own has `<id>.yaml` (labels) and `<id>.txt`
 * (source); then it alone is measured. `--texts <folder>` reads texts that nobody labelled and lists every difference
 * that their pages would show.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Knowledge } from '../convert/convert-report.ts';
import { readKnowledge } from '../convert/run.ts';
import { CommandError, defineCommand } from '../files/run-command.ts';
import { baselineFile, keptOf } from '../measure/accuracy/baseline.ts';
import {
  belowRequired,
  type GoldFigures,
  goldDir,
  measureGold,
  readGold,
} from '../measure/accuracy/gold.ts';
import { measureCorpus } from '../measure/accuracy/measure-corpus.ts';
import { tablesOf } from '../measure/accuracy/table.ts';
import { readTexts, textsReport } from '../measure/accuracy/texts.ts';

function showGold({ remarks, quantities, indicators }: GoldFigures): void {
  for (const remark of remarks) console.log(remark);
  console.log(`数量   标注 ${quantities.labelled}，读出 ${quantities.right}`);
  const { labelled, right, wrong } = indicators;
  console.log(`指标值 标注 ${labelled}，读出 ${right}，误读 ${wrong}`);
}

/** Figures as a file, a line for each. */
const asJson = (value: object) =>
  `${JSON.stringify(value, null, 2).replace(/\{[^{}]+\}/gu, (tally) => tally.replace(/\s+/gu, ' '))}\n`;
/**
 * Name of the one row that is asked for, and the word that its remarks hold.
 * @throws {CommandError} when there is no indicator or theme of that name
 */
function rowOf(
  { indicator, theme }: { indicator?: string | undefined; theme?: string | undefined },
  { facts, themes }: Knowledge,
): { row: string; mark: string } | undefined {
  if (indicator !== undefined) {
    if (!facts?.indicators.definitions.some(({ slug }) => slug === indicator))
      throw new CommandError(`indicators.yaml 里没有指标 ${indicator}`);
    return { row: `slug.${indicator}`, mark: ` ${indicator} ` };
  }
  if (theme === undefined) return undefined;
  if (!themes.themes.some(({ slug }) => slug === theme))
    throw new CommandError(`themes.yaml 里没有主题 ${theme}`);
  return { row: `theme.${theme}`, mark: ` theme.${theme} ` };
}

await defineCommand({
  name: 'accuracy',
  about: '把程序读出的内容同人工标注比较。',
  positionals: '[文件夹]',
  options: {
    remarks: { type: 'boolean', about: '列出 open 部分漏掉和读错的' },
    indicator: {
      type: 'string',
      value: '<代号>',
      about: '只看一项指标：列出 open 部分认出的、漏掉的和误认的',
    },
    theme: {
      type: 'string',
      value: '<代号>',
      about: '只看一个主题：列出 open 部分认出的、漏掉的和误认的章节，及所据的词',
    },
    texts: {
      type: 'string',
      value: '<文件夹>',
      about: '只读没有标注的文本，列出与文中不同的验算',
    },
    json: { type: 'string', value: '<文件>', about: '把各项数字写入文件' },
    baseline: { type: 'boolean', about: '把语料的各项数字记为基线' },
  },
  async run({ positionals: [name], values, collection }) {
    const folder = name ? path.resolve(name) : goldDir;
    const knowledge = readKnowledge(collection);
    if (values.texts) {
      const readings = await readTexts(path.resolve(values.texts), knowledge);
      console.log(textsReport(readings));
      if (readings.some(({ fault }) => fault)) throw new CommandError('有的文本没有读全。');
      return;
    }
    const one = rowOf(values, knowledge);
    if (one) {
      const { tallies, remarks, rights } = await measureCorpus(knowledge);
      console.log(tablesOf(tallies, one.row));
      const lines = [...rights, ...remarks].filter((line) => line.includes(one.mark));
      console.log(`\n${lines.join('\n')}`);
      return;
    }
    const gold = measureGold(readGold(folder, knowledge));
    showGold(gold);
    const corpus = name ? undefined : await measureCorpus(knowledge);
    if (corpus) {
      console.log(tablesOf(corpus.tallies));
      if (values.remarks) console.log(`\n${corpus.remarks.join('\n')}`);
      if (values.baseline) writeFileSync(baselineFile, asJson(keptOf(corpus.tallies)));
    }
    const { quantities, indicators } = gold;
    if (values.json)
      writeFileSync(values.json, asJson({ gold: { quantities, indicators }, ...corpus?.tallies }));
    const short = belowRequired(gold);
    if (short.length > 0) throw new CommandError(`准确度低于要求：${short.join('，')}`);
  },
});
