/** `npm run bundle`: the built site as a zip that opens on a machine without network. */
import { statSync } from 'node:fs';
import path from 'node:path';
import { defineCommand } from '../files/run-command.ts';
import { bundleSite } from '../ship/bundle-site.ts';

await defineCommand({
  name: 'bundle',
  about: '把生成的网站打成一个不联网也能打开的压缩包。',
  options: {
    output: { type: 'string', value: '<压缩包路径>', about: '写到哪里，默认在 OUT_DIR 旁' },
  },
  async run({ values, settings }) {
    const target = path.resolve(values.output ?? `${settings.outDir}.zip`);
    const { files, extra } = await bundleSite(settings.outDir, target);
    if (extra.length > 0)
      console.log(`清单之外的 ${extra.length} 个文件未打包：${extra.slice(0, 5).join('、')}`);
    const megabytes = (statSync(target).size / 1e6).toFixed(1);
    console.log(
      `已打包：${target}（${files} 个文件，${megabytes} MB）。\n` +
        '解压后在 fazhi-nianbao 文件夹中运行 python3 serve.py，再打开它显示的网址；详见其中的 使用说明.txt。',
    );
  },
});
