/** `npm test`: makes sure of a browser, then runs the tests; arguments go to Vitest. */
import { findBrowser } from '../files/browser.ts';
import { CommandError, runCommand } from '../files/run-command.ts';
import { runTool } from '../site/run-tool.ts';

await runCommand(async () => {
  const browser = await findBrowser().catch((error: Error) => {
    throw new CommandError(error.message);
  });
  console.log(`浏览器：${browser}`);
  process.exitCode = await runTool('vitest', 'vitest.mjs', ['run', ...process.argv.slice(2)]);
});
