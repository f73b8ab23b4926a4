/** Runs the commands that keep a collection, with arguments, in a collection of the test's own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { programDir } from '../../src/collection/program-dir.ts';
import { outputOf, userEnvironment } from '../command.ts';
import { temporaryFolder } from '../folder.ts';

export interface Run {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** A folder with an empty collection, removed after the tests (see {@link temporaryFolder}). */
export class TestCollection {
  readonly folder = temporaryFolder('collection');
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
    const stdout = outputOf(child.stdout);
    const stderr = outputOf(child.stderr);
    const [code] = (await once(child, 'close')) as [number | null];
    return { code, stdout: stdout(), stderr: stderr() };
  }
}
