/** `npm run convert`: sources and annotations → MDX, open data and conversion records. */
import { convertCollection } from '../convert/run.ts';
import { defineCommand } from '../files/run-command.ts';
import { withCollection } from '../files/with-collection.ts';

await defineCommand({
  name: 'convert',
  about: '把原文与注释转换为网页内容和开放数据，列出全部错误与提醒。',
  run: ({ collection }) =>
    withCollection(collection, 'npm run convert', async () => {
      const { converted, failed, messages, warnings } = await convertCollection(collection);
      if (messages !== '') console.error(`${messages}\n`);
      const odd = warnings > 0 ? `，提醒 ${warnings} 处` : '';
      console.log(
        failed === 0
          ? `已转换 ${converted} 份报告${odd}`
          : `已转换 ${converted} 份，${failed} 份有错误未转换${odd}`,
      );
      if (failed > 0) process.exitCode = 1;
    }),
});
