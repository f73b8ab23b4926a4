/** Runs the commands that keep a collection, with arguments, in a collection of the test's own. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { type Ended, runCommand } from '../command.ts';
import { temporaryFolder } from '../folder.ts';
import { type WarmEnded, warmProgram } from '../warm.ts';

const program = warmProgram();

/** A folder with an empty collection, removed after the tests (see {@link temporaryFolder}). */
export class TestCollection {
  readonly folder = temporaryFolder('collection');
  readonly sources = path.join(this.folder, 'sources');

  constructor() {
    mkdirSync(this.sources);
  }

  #environment(more: Record<string, string>): Record<string, string> {
    return { GITHUB_ACTIONS: '', CONTENT_DIR: this.folder, ...more };
  }

  /** `npm run <command> -- …`, with nobody at the terminal. */
  run(
    command: string,
    args: string[] = [],
    environment: Record<string, string> = {},
  ): Promise<WarmEnded> {
    return program.run(command, this.#environment(environment), args);
  }

  /** The same in a process of its own, as people run it. */
  runAlone(
    command: string,
    args: string[] = [],
    environment: Record<string, string> = {},
  ): Promise<Ended> {
    return runCommand(command, this.#environment(environment), args);
  }
}
