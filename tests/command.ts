/** Runs the commands of the project as users do. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { programDir } from '../src/settings.ts';

/** What the test runner sets for itself; the command shall not know that it is tested. */
const ofTestRunner = /^(NODE_ENV|VITE|TEST|MODE|DEV|PROD|SSR|BASE_URL)/;

/** The environment of a user, with further variables. */
export function userEnvironment(environment: Record<string, string>): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !ofTestRunner.test(name));
  return { ...Object.fromEntries(own), ...environment };
}

/** Runs `npm run <command>` with further environment variables, and waits for its end. */
export async function runCommand(
  command: string,
  environment: Record<string, string>,
): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, [path.join(programDir, 'scripts/run.cjs'), command], {
    cwd: programDir,
    env: userEnvironment(environment),
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output };
}
