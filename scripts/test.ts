/** `npm test`: makes sure of a browser, then runs the tests; arguments go to Vitest. */
import { findBrowser } from '../tests/browser.ts';
import { CommandError, runCommand } from './publish/run-command.ts';
import { runTool } from './publish/run-tool.ts';

await runCommand(async () => {
  const browser = await findBrowser().catch((error: Error) => {
    throw new CommandError(error.message);
  });
  console.log(`浏览器：${browser}`);
  process.exitCode = await runTool('vitest', 'vitest.mjs', ['run', ...process.argv.slice(2)]);
});
