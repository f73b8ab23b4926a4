/** `npm run check`: types, lint and format of the code; all are checked even if one has faults. */
import { CommandError, defineCommand } from '../files/run-command.ts';
import { runTool } from '../site/run-tool.ts';

const checks: { name: string; run: () => Promise<number> }[] = [
  {
    name: '类型',
    run: () => runTool('astro', 'bin/astro.mjs', ['check', '--minimumSeverity', 'warning']),
  },
  {
    name: '规范与格式',
    run: () => runTool('@biomejs/biome', 'bin/biome', ['check', '--diagnostic-level=warn', '.']),
  },
];

await defineCommand({
  name: 'check',
  about: '检查代码的类型、规范与格式。',
  async run() {
    const failed: string[] = [];
    for (const { name, run } of checks) {
      console.log(`检查${name}`);
      if ((await run()) !== 0) failed.push(name);
    }
    if (failed.length > 0) throw new CommandError(`未通过：${failed.join('、')}（见上）。`);
    console.log('检查通过。');
  },
});
