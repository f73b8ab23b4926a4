/** `npm run convert`: sources and annotations → MDX, open data and conversion records. */
import { convertCollection } from '../convert/run.ts';
import { runCommand } from '../files/run-command.ts';
import { withCollection } from '../site/dev/with-collection.ts';

await runCommand(() =>
  withCollection('npm run convert', async () => {
    const { converted, failed, messages, warnings } = await convertCollection();
    if (messages !== '') console.error(`${messages}\n`);
    const odd = warnings > 0 ? `，提醒 ${warnings} 处` : '';
    console.log(
      failed === 0
        ? `已转换 ${converted} 份报告${odd}`
        : `已转换 ${converted} 份，${failed} 份有错误未转换${odd}`,
    );
    if (failed > 0) process.exitCode = 1;
  }),
);
