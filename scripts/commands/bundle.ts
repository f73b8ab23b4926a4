/** `npm run bundle`: the built site as a zip that opens on a machine without network. */
import { statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { outDir } from '../../src/collection/settings.ts';
import { CommandError, runCommand } from '../files/run-command.ts';
import { bundleSite } from '../ship/bundle-site.ts';

/** @throws {CommandError} on arguments it does not know */
function readTarget(): string {
  try {
    const { values } = parseArgs({ options: { output: { type: 'string' } } });
    return path.resolve(values.output ?? `${outDir}.zip`);
  } catch {
    throw new CommandError('可用的参数：--output <压缩包路径>（用 npm run 时写在 -- 之后）。');
  }
}

await runCommand(async () => {
  const target = readTarget();
  const { files, extra } = await bundleSite(outDir, target);
  if (extra.length > 0)
    console.log(`清单之外的 ${extra.length} 个文件未打包：${extra.slice(0, 5).join('、')}`);
  const megabytes = (statSync(target).size / 1e6).toFixed(1);
  console.log(
    `已打包：${target}（${files} 个文件，${megabytes} MB）。\n` +
      '解压后在 fazhi-nianbao 文件夹中运行 python3 serve.py，再打开它显示的网址；详见其中的 使用说明.txt。',
  );
});
