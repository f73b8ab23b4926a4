/** Packs a built site with what is needed to open it on a machine without network. */
import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import path from 'node:path';
import { CommandError } from '../files/run-command.ts';
import { siteSettings } from '../site/hosts/serve-directory.ts';
import { folderPlace } from '../site/manifest/place.ts';
import { type Finding, listedPaths, verifySite } from '../site/manifest/verify-site.ts';
import { byCode } from '../site/manifest/walk.ts';
import { guideText } from './guide.ts';
import { writeZip, type ZipEntry } from './write-zip.ts';

/** The one folder of the archive. */
const top = 'fazhi-nianbao';
/** The servers that people start. */
const programs = ['serve.py', 'serve.cjs'];

/** What the second of them needs beside itself: the project's own server without its types. */
async function staticServer(): Promise<ZipEntry> {
  const file = path.join(import.meta.dirname, '../site/hosts/static-server.ts');
  const code = stripTypeScriptTypes(await readFile(file, 'utf8'));
  const text = code.replace(/(?<![ \t])[ \t]+$/gmu, '').replace(/\n{3,}/gu, '\n\n');
  return { name: 'static-server.mjs', content: new TextEncoder().encode(text) };
}

/** The small servers and their settings, by the names they have beside the folder of the site. */
export async function serverFiles(base: string): Promise<ZipEntry[]> {
  const settings = JSON.stringify(siteSettings(base), null, 1);
  const content = new TextEncoder().encode(`${settings}\n`);
  const entries: ZipEntry[] = [{ name: 'serve.json', content }, await staticServer()];
  for (const name of programs) {
    const content = await readFile(path.join(import.meta.dirname, 'files', name));
    entries.push({ name, content, executable: true });
  }
  return entries;
}

/** @throws {CommandError} when files of the site are gone or were changed since it was built */
async function checked(siteDir: string): Promise<{ files: number; base: string; extra: string[] }> {
  const findings: Finding[] = [];
  const { manifest } = await verifySite(folderPlace(siteDir), (finding) => findings.push(finding));
  const extra = findings.filter(({ kind }) => kind === 'extra').map((finding) => finding.path);
  const wrong = findings.filter(({ kind }) => kind !== 'extra');
  if (wrong.length > 0)
    throw new CommandError(
      `${siteDir} 与生成时不符（${wrong.length} 处，例如 ${wrong[0]?.path}），未打包。请用 npm run verify 查看，或重新运行 npm run build。`,
    );
  return { files: manifest.files, base: manifest.base, extra };
}

/**
 * Writes the zip: the listed files of the site, two small servers, and instructions. The same site gives the same bytes.
 * @returns how many files of the site are in it, and which were left out because the site does not list them
 * @throws {CommandError} when the site is not as it was built
 */
export async function bundleSite(
  siteDir: string,
  target: string,
): Promise<{ files: number; extra: string[] }> {
  const { files, base, extra } = await checked(siteDir);
  const guide = new TextEncoder().encode(guideText(files, base));
  const entries: ZipEntry[] = [{ name: `${top}/使用说明.txt`, content: guide }];
  for (const entry of await serverFiles(base))
    entries.push({ ...entry, name: `${top}/${entry.name}` });
  const listed: string[] = [];
  for await (const name of listedPaths(folderPlace(siteDir))) listed.push(name);
  for (const name of listed.sort(byCode))
    entries.push({ name: `${top}/site/${name}`, content: { file: path.join(siteDir, name) } });
  await writeZip(target, entries);
  return { files: listed.length, extra };
}
