/** `npm run check:content`: all faults of all sources in one run. */
import { checkCollection } from '../check/check-collection.ts';
import { findings, githubAnnotations, textOf } from '../check/format.ts';
import { defineCommand } from '../files/run-command.ts';

await defineCommand({
  name: 'check:content',
  about: '一次列出全部报告的错误与可疑之处，不写任何文件。',
  options: {
    format: {
      type: 'string',
      default: 'text',
      value: '<text|json>',
      about: '输出的格式，默认 text',
    },
  },
  async run({ values: { format }, collection, misused }) {
    if (format !== 'text' && format !== 'json') throw misused(`没有格式 ${format}。`);
    const { reports, files } = checkCollection(collection);
    const list = findings(files);
    const errors = list.filter(({ level }) => level === 'error').length;
    if (format === 'json')
      console.log(
        JSON.stringify(
          { reports: reports.length, errors, warnings: list.length - errors, findings: list },
          null,
          2,
        ),
      );
    else {
      if (list.length > 0) console.log(`${textOf(list)}\n`);
      if (process.env['GITHUB_ACTIONS']) console.log(githubAnnotations(list));
      console.log(
        `检查了 ${reports.length} 份报告：错误 ${errors} 处，提醒 ${list.length - errors} 处。`,
      );
    }
    if (errors > 0) process.exitCode = 1;
  },
});
