/**
 * `npm run build`: converts the reports and builds the site into `OUT_DIR`. With `--part 1/2` one of two parts of the
 * pages and the search index is made, into the cache of the collection; with `--parts DIR DIR` the caches of all parts
 * are taken over. Each part may be made by another machine.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { outDir } from '../../src/collection/settings.ts';
import { CommandError, runCommand } from '../files/run-command.ts';
import { buildPart, buildSite } from '../site/build-site.ts';
import { parsePart } from '../site/part.ts';

const usage =
  '可用的参数：--part 1/2（只做两份中的第一份，存入缓存），--parts <缓存目录>…（合成各份）；写在 -- 之后。';

function options() {
  try {
    const { values, positionals } = parseArgs({
      options: { part: { type: 'string' }, parts: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const part = values.part === undefined ? undefined : parsePart(values.part);
    const wrong = values.part !== undefined && (!part || values.parts);
    if (!wrong && positionals.length > 0 === values.parts)
      return { part, parts: positionals.map((folder) => path.resolve(folder)) };
  } catch {
    // Falls through to the sentence: what node:util says is in English.
  }
  throw new CommandError(usage);
}

await runCommand(async () => {
  const { part, parts } = options();
  if (part) {
    await buildPart(part);
    console.log(`\n第 ${part.number}/${part.of} 份已存入缓存。`);
  } else {
    await buildSite('npm run build', parts);
    console.log(`\n网站已生成：${outDir}`);
  }
});
