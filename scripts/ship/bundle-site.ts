/** Packs a built site with what is needed to open it on a machine without network. */
import { readFile } from 'node:fs/promises';
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
/** The servers: programs that people start, and what one of them needs beside itself. */
const programs = [
  { file: 'files/serve.py', executable: true },
  { file: 'files/serve.cjs', executable: true },
  { file: '../site/hosts/static-server.mjs', executable: false },
];

/** The small servers and their settings, by the names they have beside the folder of the site. */
export async function serverFiles(base: string): Promise<ZipEntry[]> {
  const settings = JSON.stringify(siteSettings(base), null, 1);
  const entries: ZipEntry[] = [
    { name: 'serve.json', content: new TextEncoder().encode(`${settings}\n`) },
  ];
  for (const { file, executable } of programs)
    entries.push({
      name: path.basename(file),
      content: await readFile(path.join(import.meta.dirname, file)),
      executable,
    });
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
