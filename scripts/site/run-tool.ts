/** Runs the command of an npm package with the Node that runs this. */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { programDir } from '../../src/collection/program-dir.ts';

const require = createRequire(import.meta.url);

/** Exit code of a package's command, run in the checkout with its output shown. */
export function runTool(name: string, file: string, args: string[]): Promise<number> {
  const script = path.join(path.dirname(require.resolve(`${name}/package.json`)), file);
  const tool = spawn(process.execPath, [script, ...args], {
    cwd: programDir,
    stdio: 'inherit',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  return new Promise((resolve, reject) => {
    tool.on('error', reject);
    tool.on('exit', (code) => resolve(code ?? 1));
  });
}
