/** `npm test`: makes sure of a browser, then runs the tests; arguments go to Vitest. */
import { findBrowser } from '../files/browser.ts';
import { runTool } from '../site/run-tool.ts';

const browser = await findBrowser().catch((error: Error) => {
  console.error(`\n错误：${error.message}`);
});
if (browser === undefined) process.exitCode = 1;
else {
  console.log(`浏览器：${browser}`);
  process.exitCode = await runTool('vitest', 'vitest.mjs', ['run', ...process.argv.slice(2)]);
}
