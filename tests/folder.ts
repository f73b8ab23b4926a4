/** Folders of tests: temporary ones, and what is in them. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, onTestFinished, TestRunner } from 'vitest';

/**
 * Makes a folder and removes it after the test that is running (also for its `beforeEach`), elsewhere after all tests of
 * the file or `describe` that it is made in. Hooks that are set later run before that.
 */
export function temporaryFolder(name: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), `${name}-`));
  const afterwards = TestRunner.getCurrentTest() ? onTestFinished : afterAll;
  afterwards(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Hash of every file below a folder, by its path with slashes; sorted. */
export function treeOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries(
    files.map((file) => [
      path.relative(folder, file).replaceAll(path.sep, '/'),
      createHash('sha256').update(readFileSync(file)).digest('hex'),
    ]),
  );
}
