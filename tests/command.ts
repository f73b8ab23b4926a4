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

/**
 * Runs `npm run <command> -- <args>` with further environment variables, and waits for its end.
 * @param checkout folder of the program, by default this one
 */
export async function runCommand(
  command: string,
  environment: Record<string, string>,
  args: readonly string[] = [],
  checkout = programDir,
): Promise<{ code: number | null; output: string }> {
  const script = path.join(checkout, 'scripts/run.cjs');
  const child = spawn(process.execPath, [script, command, ...args], {
    cwd: checkout,
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
