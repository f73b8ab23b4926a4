/**
 * Runs commands of the project one after another, each as its message asks (see `warm.ts`): the files that npm scripts
 * run, with arguments, environment, output and exit code, in a process that has loaded its modules already.
 */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { programDir } from '../src/collection/program-dir.ts';
import type { WarmAnswer, WarmRequest } from './warm.ts';

const written: WarmAnswer['written'] = [];
for (const name of ['stdout', 'stderr'] as const)
  process[name].write = (chunk: string | Uint8Array, ...rest: unknown[]) => {
    written.push([name, typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString()]);
    for (const each of rest) if (typeof each === 'function') each();
    return true;
  };

const ownEnvironment = { ...process.env };
let count = 0;

async function run({ command, args, environment }: WarmRequest): Promise<WarmAnswer> {
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, ownEnvironment, environment);
  const script = path.join(programDir, 'scripts/commands', `${command}.ts`);
  process.argv = [process.execPath, script, ...args];
  process.exitCode = 0;
  written.length = 0;
  count += 1;
  try {
    // Another address makes another module of the command, which runs when it is loaded; what it imports stays.
    await import(`${pathToFileURL(script).href}?run=${count}`);
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
  }
  return { code: Number(process.exitCode), written: [...written] };
}

process.on('message', async (request: WarmRequest) => {
  process.send?.(await run(request));
});
process.on('disconnect', () => process.exit());
