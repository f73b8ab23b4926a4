/** A command whose heap would be too small is run again with a larger one, as if it were the same process. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { programDir } from '../../src/collection/program-dir.ts';
import { outputOf } from '../command.ts';

const heap = path.join(programDir, 'scripts/heap.cjs');
const { missingHeap } = createRequire(import.meta.url)(heap) as { missingHeap(): number };

/** Runs a script with a heap of 300 MB, the way a command is run again. */
async function runAgain(script: string) {
  const args = JSON.stringify(['-e', script]);
  const code = `require(${JSON.stringify(heap)}).runWithHeap(300, ${args})`;
  const child = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  return { child, output: outputOf(child.stdout) };
}

describe('the heap', () => {
  it('that somebody has set is left as it is', () => {
    process.execArgv.push('--max-old-space-size=100');
    try {
      expect(missingHeap()).toBe(0);
    } finally {
      process.execArgv.pop();
    }
  });

  it('is the one that was asked for, and the exit code that of the command', async () => {
    const { child, output } = await runAgain(
      "console.log(require('v8').getHeapStatistics().heap_size_limit / 2 ** 20); process.exitCode = 3",
    );
    const [code] = await once(child, 'close');
    expect(code).toBe(3);
    expect(Number(output())).toBeGreaterThan(299);
    expect(Number(output())).toBeLessThan(500);
  });

  it('goes with a command that ends when it is asked to, and when what started it is killed', async () => {
    for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
      const { child, output } = await runAgain(
        `require(${JSON.stringify(heap)}); console.log(process.pid); setInterval(() => {}, 1000)`,
      );
      await expect.poll(output).toMatch(/^\d+\n/);
      child.kill(signal);
      // The output ends when the last process that can write to it has ended.
      await once(child, 'close');
    }
  });
});
