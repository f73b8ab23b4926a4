/** `npm run extract -- <source files…> --json`: the facts of reports, without building a site. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readCatalogues, readThemes } from '../../src/collection/files.ts';
import { readRegions } from '../../src/collection/regions.ts';
import { CommandError, runCommand } from '../files/run-command.ts';
import { type Extraction, extractFile } from '../import/extract-file.ts';

const usage =
  '用法：npm run --silent extract -- <原文文件…> [--json]。每个文件输出一行 JSON；不带 --json 时只报各表行数。';

function summary(file: string, extraction: Extraction): string {
  const { sections, quantities, indicators, checks, documents } = extraction;
  return `${path.basename(file)}：${sections.length} 节，${quantities.length} 个数量，${indicators.length} 个指标值，${checks.length} 处核算，${documents.length} 处引用`;
}

await runCommand(async () => {
  let parsed: { values: { json?: boolean }; positionals: string[] };
  try {
    parsed = parseArgs({ options: { json: { type: 'boolean' } }, allowPositionals: true });
  } catch {
    throw new CommandError(usage);
  }
  const { values, positionals } = parsed;
  if (positionals.length === 0) throw new CommandError(usage);
  const knowledge = { themes: readThemes(), regions: readRegions(), facts: readCatalogues() };
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
});
