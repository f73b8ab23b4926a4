/** `npm run build`: converts the reports and builds the site into `OUT_DIR`. */
import { outDir } from '../src/settings.ts';
import { buildSite } from './publish/build-site.ts';
import { runCommand } from './publish/run-command.ts';

await runCommand(async () => {
  await buildSite();
  console.log(`\n网站已生成：${outDir}`);
});
