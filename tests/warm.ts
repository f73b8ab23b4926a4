/**
 * Commands of the project in a process that stays: a second build takes a third of the work of the first, a check next to
 * none. Where the process itself is tested (signals, its death, several at once) `command.ts` starts one for each command.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { afterAll } from 'vitest';
import { programDir } from '../src/collection/program-dir.ts';
import { outputOf, userEnvironment } from './command.ts';

/** What the process is asked for. */
export interface WarmRequest {
  command: string;
  args: readonly string[];
  environment: Readonly<Record<string, string>>;
}

/** What the process answers: the exit code, and what was written where, in its order. */
export interface WarmAnswer {
  code: number;
  written: ['stdout' | 'stderr', string][];
}

/** How a command ended, and what it wrote: to both streams, and to each. */
export interface WarmEnded {
  code: number;
  output: string;
  stdout: string;
  stderr: string;
}

interface Host {
  child: ChildProcess;
  /** All that came from elsewhere than the commands: from processes they start, or from the end of this one. */
  stray(): string;
}

export class WarmProgram {
  #host: Host | undefined;
  #last: Promise<unknown> = Promise.resolve();

  /**
   * `npm run <command> -- <args>` with nobody at the terminal; one command after another.
   * @throws when the process ends over it
   */
  run(
    command: string,
    environment: Record<string, string> = {},
    args: readonly string[] = [],
  ): Promise<WarmEnded> {
    const ended = this.#last.then(() => this.#ask({ command, args, environment }));
    this.#last = ended.catch(() => {});
    return ended;
  }

  async close(): Promise<void> {
    await this.#last;
    const host = this.#host;
    this.#host = undefined;
    if (!host?.child.connected) return;
    const ended = once(host.child, 'exit');
    host.child.disconnect();
    await ended;
  }

  #start(): Host {
    const child = spawn(process.execPath, [path.join(import.meta.dirname, 'warm-host.ts')], {
      cwd: programDir,
      env: userEnvironment({}),
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    return { child, stray: outputOf(child.stdout, child.stderr) };
  }

  async #ask(request: WarmRequest): Promise<WarmEnded> {
    this.#host ??= this.#start();
    const { child, stray } = this.#host;
    const before = stray().length;
    const answered = Promise.withResolvers<WarmAnswer>();
    const fail = () => answered.reject(new Error(`${request.command} ended: ${stray()}`));
    child.once('message', answered.resolve).once('exit', fail);
    child.send(request);
    const { code, written } = await answered.promise;
    child.off('exit', fail);
    const of = (...names: string[]) =>
      written.flatMap(([name, text]) => (names.includes(name) ? text : [])).join('');
    const more = stray().slice(before);
    return {
      code,
      output: of('stdout', 'stderr') + more,
      stdout: of('stdout'),
      stderr: of('stderr') + more,
    };
  }
}

/** A process for the commands of a test file, started by the first of them and ended after its tests. */
export function warmProgram(): WarmProgram {
  const program = new WarmProgram();
  afterAll(() => program.close());
  return program;
}
