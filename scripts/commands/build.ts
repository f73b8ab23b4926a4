/** `npm run build`: converts the reports and builds the site into `OUT_DIR`. */
import { defineCommand } from '../files/run-command.ts';
import { buildSite } from '../site/build-site.ts';

await defineCommand({
  name: 'build',
  about: '转换报告并生成网站，完成后才替换原有网站。',
  async run({ settings }) {
    await buildSite(settings);
    console.log(`\n网站已生成：${settings.outDir}`);
  },
});
