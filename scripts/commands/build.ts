/**
 * `npm run build`: converts the reports and builds the site into `OUT_DIR`. With `--part 1/2` one of two parts of the
 * pages and the search index is made, into the cache of the collection; with `--parts DIR DIR` the caches of all parts
 * are taken over. Each part may be made by another machine.
 */
import path from 'node:path';
import { defineCommand } from '../files/run-command.ts';
import { buildPart, buildSite } from '../site/build-site.ts';
import { parsePart } from '../site/part.ts';

await defineCommand({
  name: 'build',
  about: '转换报告并生成网站，完成后才替换原有网站。',
  positionals: '[缓存目录 …]',
  options: {
    part: { type: 'string', value: '1/2', about: '只做两份中的第一份，存入缓存' },
    parts: { type: 'boolean', about: '用所列缓存目录合成各份' },
  },
  async run({ values, positionals, settings, misused }) {
    const part = values.part === undefined ? undefined : parsePart(values.part);
    const wrong = values.part !== undefined && (!part || values.parts);
    if (wrong || positionals.length > 0 !== values.parts) throw misused();
    if (part) {
      await buildPart(settings, part);
      console.log(`\n第 ${part.number}/${part.of} 份已存入缓存。`);
      return;
    }
    const parts = positionals.map((folder) => path.resolve(folder));
    await buildSite(settings, 'npm run build', parts);
    console.log(`\n网站已生成：${settings.outDir}`);
  },
});
