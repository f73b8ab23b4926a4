/** Packs a built site with what is needed to open it on a machine without network. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { securityHeaders } from '../../src/security/policy.ts';
import { CommandError } from '../files/run-command.ts';
import { contentTypes } from '../site/hosts/content-types.ts';
import { each } from '../site/manifest/in-order.ts';
import { folderPlace } from '../site/manifest/place.ts';
import { type Finding, listedPaths, verifySite } from '../site/manifest/verify-site.ts';
import { byCode } from '../site/manifest/walk.ts';
import { guideText } from './guide.ts';
import { writeZip, type ZipEntry } from './write-zip.ts';

/** The one folder of the archive. */
const top = 'fazhi-nianbao';
const programs = ['serve.py', 'serve.cjs'];

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
  const settings = { base, headers: securityHeaders(), types: contentTypes };
  const text = (name: string, content: string): ZipEntry => ({
    name: `${top}/${name}`,
    content: new TextEncoder().encode(content),
  });
  const entries: ZipEntry[] = [
    text('使用说明.txt', guideText(files, base)),
    text('serve.json', `${JSON.stringify(settings, null, 1)}\n`),
  ];
  for (const name of programs)
    entries.push({
      name: `${top}/${name}`,
      content: await readFile(path.join(import.meta.dirname, 'files', name)),
      executable: true,
    });
  const listed: string[] = [];
  for await (const name of listedPaths(folderPlace(siteDir))) listed.push(name);
  for (const name of listed.sort(byCode))
    entries.push({ name: `${top}/site/${name}`, content: { file: path.join(siteDir, name) } });
  await writeZip(target, each(entries));
  return { files: listed.length, extra };
}
