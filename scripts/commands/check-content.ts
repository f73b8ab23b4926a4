/** `npm run check:content`: all faults of all sources in one run. */
import { parseArgs } from 'node:util';
import { checkCollection } from '../check/check-collection.ts';
import { findings, githubAnnotations, textOf } from '../check/format.ts';
import { CommandError, runCommand } from '../files/run-command.ts';

/** @throws {CommandError} on arguments it does not know */
function readFormat(): 'text' | 'json' {
  try {
    const { values } = parseArgs({ options: { format: { type: 'string', default: 'text' } } });
    if (values.format === 'text' || values.format === 'json') return values.format;
  } catch {
    // Falls through to the sentence below: what node:util says is in English.
  }
  throw new CommandError('可用的参数：--format json（用 npm run 时写在 -- 之后）。');
}

await runCommand(async () => {
  const format = readFormat();
  const { reports, files } = checkCollection();
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
      `检查了 ${reports.length} 份报告：错误 ${errors} 处，提醒 ${list.length - errors} 处。${list.length > 0 ? '各条规则的说明见 docs/rules/<规则>.md。' : ''}`,
    );
  }
  if (errors > 0) process.exitCode = 1;
});
