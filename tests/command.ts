/** Runs the commands of the project as users do. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { programDir } from '../src/collection/program-dir.ts';

/** What the test runner sets for itself; the command shall not know that it is tested. */
const ofTestRunner = /^(NODE_ENV|VITE|TEST|MODE|DEV|PROD|SSR|BASE_URL)/;

/** The environment of a user, with further variables. */
export function userEnvironment(environment: Record<string, string>): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !ofTestRunner.test(name));
  return { ...Object.fromEntries(own), ...environment };
}

/** What a program has written so far to the streams that are given, in the order in which it came. */
export function outputOf(...streams: (Readable | null)[]): () => string {
  let output = '';
  for (const stream of streams)
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  return () => output;
}

/**
 * Waits for the address that a server tells people to open.
 * @throws with all that it has written when it ends without one
 */
export function addressFrom(server: ChildProcess): Promise<string> {
  const output = outputOf(server.stdout, server.stderr);
  const ended = Promise.withResolvers<string>();
  server.stdout?.on('data', () => {
    const found = /https?:\/\/\S+/.exec(output())?.[0];
    if (found) ended.resolve(found);
  });
  server.once('error', ended.reject);
  server.once('close', () => ended.reject(new Error(`ended without an address: ${output()}`)));
  return ended.promise;
}

/** How a program ended, and what it has written. */
export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  /** What it wrote to both streams, and to each. */
  output: string;
  stdout: string;
  stderr: string;
}

/** Waits for the end of a program that was just started, and of all that can write in its name. */
export async function endOf(child: ChildProcess): Promise<Ended> {
  const output = outputOf(child.stdout, child.stderr);
  const [stdout, stderr] = [outputOf(child.stdout), outputOf(child.stderr)];
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  return { code, signal, output: output(), stdout: stdout(), stderr: stderr() };
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
): Promise<Ended> {
  const script = path.join(checkout, 'scripts/run.cjs');
  const child = spawn(process.execPath, [script, command, ...args], {
    cwd: checkout,
    env: userEnvironment(environment),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return endOf(child);
}
