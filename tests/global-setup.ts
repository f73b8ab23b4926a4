/** Builds three sites once, for the tests that look at them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { writeManyReports } from './site/many.ts';
import { WarmProgram } from './warm.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folder of the site, built for the root of a domain. */
    siteDir: string;
    /** Folder of the site, built for {@link ProvidedContext.subPath}. */
    subPathSiteDir: string;
    /** A base path with a slash at both ends. */
    subPath: string;
    /** Origin that the site under {@link ProvidedContext.subPath} is told; the other sites are told none. */
    siteUrl: string;
    /** Folder of a site with many reports, and bodies with several (see `site/many.ts`). */
    manySiteDir: string;
  }
}

const subPath = '/a/sub-path/';
const siteUrl = 'https://fazhi.example.org';

export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'site-'));
  const at = (name: string) => path.join(folder, name);
  writeManyReports(at('many-content'));
  // One after another in one process: the second and the third take a third of the work of the first.
  const program = new WarmProgram();
  for (const environment of [
    { OUT_DIR: at('root'), BASE_PATH: '/' },
    { OUT_DIR: at('sub-path'), BASE_PATH: subPath, SITE_URL: siteUrl },
    { OUT_DIR: at('many'), BASE_PATH: '/', CONTENT_DIR: at('many-content') },
  ]) {
    const { code, output } = await program.run('build', environment);
    if (code !== 0) throw new Error(`npm run build failed:\n${output}`);
  }
  await program.close();
  project.provide('siteDir', at('root'));
  project.provide('subPathSiteDir', at('sub-path'));
  project.provide('subPath', subPath);
  project.provide('siteUrl', siteUrl);
  project.provide('manySiteDir', at('many'));
  return () => rmSync(folder, { recursive: true, force: true });
}
