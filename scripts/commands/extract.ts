/** `npm run extract -- <source files…> --json`: the facts of reports, without building a site. */
import path from 'node:path';
import { readKnowledge } from '../convert/run.ts';
import { CommandError, defineCommand } from '../files/run-command.ts';
import { type Extraction, extractFile } from '../import/extract-file.ts';

function summary(file: string, extraction: Extraction): string {
  const { sections, quantities, indicators, checks, documents } = extraction;
  return `${path.basename(file)}：${sections.length} 节，${quantities.length} 个数量，${indicators.length} 个指标值，${checks.length} 处核算，${documents.length} 处引用`;
}

await defineCommand({
  name: 'extract',
  about: '不生成网站，从报告文件中读出章节、数量、指标、核算与引用；每个文件一行。',
  positionals: '<文件 …>',
  options: { json: { type: 'boolean', about: '每行为 JSON；否则只报各表行数' } },
  async run({ values, positionals, collection, misused }) {
    if (positionals.length === 0) throw misused();
    const knowledge = readKnowledge(collection);
    const failed: string[] = [];
    for (const file of positionals) {
      const result = await extractFile(file, knowledge);
      if ('fault' in result) {
        failed.push(`${file}：${result.fault}`);
        continue;
      }
      console.log(values.json ? JSON.stringify(result) : summary(file, result));
    }
    if (failed.length > 0) throw new CommandError(failed.join('\n'));
  },
});
