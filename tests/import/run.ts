/** Runs the commands that keep a collection, with arguments, in a collection of the test's own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { programDir } from '../../src/settings.ts';
import { userEnvironment } from '../command.ts';

export interface Run {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** A folder with an empty collection, removed by `remove`. */
export class TestCollection {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'collection-'));
  readonly sources = path.join(this.folder, 'sources');

  constructor() {
    mkdirSync(this.sources);
  }

  /** `npm run <command> -- …`, with nobody at the terminal. */
  async run(
    command: string,
    args: string[] = [],
    environment: Record<string, string> = {},
  ): Promise<Run> {
    const child = spawn(
      process.execPath,
      [path.join(programDir, 'scripts/run.cjs'), command, ...args],
      {
        cwd: programDir,
        env: userEnvironment({ GITHUB_ACTIONS: '', CONTENT_DIR: this.folder, ...environment }),
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    const run: Run = { code: null, stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      run.stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      run.stderr += text;
    });
    [run.code] = (await once(child, 'close')) as [number | null];
    return run;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
