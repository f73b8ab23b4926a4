/** Builds the site once, from the real collection, for the tests that look at it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { runCommand } from './command.ts';
import { writeManyReports } from './site/many.ts';

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

/** @throws with what the build printed, when it fails. */
async function build(outDir: string, basePath: string, more = {}): Promise<void> {
  const environment = { OUT_DIR: outDir, BASE_PATH: basePath, ...more };
  const { code, output } = await runCommand('build', environment);
  if (code !== 0) throw new Error(`npm run build failed:\n${output}`);
}

export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'site-'));
  const siteDir = path.join(folder, 'root');
  const subPathSiteDir = path.join(folder, 'sub-path');
  await build(siteDir, '/');
  await build(subPathSiteDir, subPath, { SITE_URL: siteUrl });
  const manySiteDir = path.join(folder, 'many');
  const contentDir = path.join(folder, 'many-content');
  writeManyReports(contentDir);
  await build(manySiteDir, '/', { CONTENT_DIR: contentDir });
  project.provide('siteDir', siteDir);
  project.provide('subPathSiteDir', subPathSiteDir);
  project.provide('subPath', subPath);
  project.provide('siteUrl', siteUrl);
  project.provide('manySiteDir', manySiteDir);
  return () => rmSync(folder, { recursive: true, force: true });
}
