/**
 * `npm run accuracy [-- <folder>]`: compares quantities and indicator values with hand-made labels. A folder of one's
 * own has `<id>.yaml` (labels) and `<id>.txt` (source).
 */
import path from 'node:path';
import { readKnowledge } from '../convert/run.ts';
import { CommandError, defineCommand } from '../files/run-command.ts';
import { factsOf } from '../measure/accuracy/facts-of.ts';
import { goldDir, goldIds, readGold } from '../measure/accuracy/gold.ts';
import { measure, rates, required, total } from '../measure/accuracy/measure.ts';

const percent = (value: number) => `${(value * 100).toFixed(2)}%`;

await defineCommand({
  name: 'accuracy',
  about: '把识别出的数量与指标同人工标注比较。',
  positionals: '[文件夹]',
  async run({ positionals: [name], collection }) {
    const folder = name ? path.resolve(name) : goldDir;
    const knowledge = readKnowledge(collection);
    const all = total(
      goldIds(folder).map((id) => measure(readGold(folder, id), factsOf(folder, id, knowledge))),
    );
    for (const remark of all.remarks) console.log(remark);
    const { quantityRecall, indicatorPrecision, indicatorRecall } = rates(all);
    const { quantities, indicators } = all;
    console.log(
      `数量   召回 ${percent(quantityRecall)}（${quantities.found}/${quantities.labelled}）`,
    );
    console.log(
      `指标值 准确 ${percent(indicatorPrecision)}（多 ${indicators.wrong}），召回 ${percent(indicatorRecall)}（${indicators.found}/${indicators.labelled}）`,
    );
    const short = Object.entries(required).filter(
      ([name, least]) => rates(all)[name as keyof typeof required] < least,
    );
    if (short.length > 0)
      throw new CommandError('准确度低于要求：数量召回 99%，指标准确 97%、召回 90%。');
  },
});
