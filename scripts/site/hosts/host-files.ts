/** Files by which hosts are told what headers to send; those that cannot be told have the policy in every page. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { securityHeaders } from '../../../src/security/policy.ts';

/** Folder whose files change their name with what they hold. */
export const lastingFolder = '_astro/';

/** Cache-Control of {@link lastingFolder}. */
export const lasting = 'public, max-age=31536000, immutable';

/** `_headers`, read by Netlify, Cloudflare Pages and others. */
export function headersFile(base: string): string {
  const headers = securityHeaders().map(([name, value]) => `  ${name}: ${value}`);
  return `${base}*\n${headers.join('\n')}\n${base}${lastingFolder}*\n  Cache-Control: ${lasting}\n`;
}

/** `.htaccess`, read by Apache where `mod_headers` is on. */
export function accessFile(base: string): string {
  const headers = securityHeaders().map(
    ([name, value]) => `  Header always set ${name} "${value}"`,
  );
  return [
    'DirectoryIndex index.html',
    `ErrorDocument 404 ${base}404.html`,
    '<IfModule mod_headers.c>',
    ...headers,
    `  <If "%{REQUEST_URI} =~ m#^${base}${lastingFolder}#">`,
    `    Header set Cache-Control "${lasting}"`,
    '  </If>',
    '</IfModule>',
    '',
  ].join('\n');
}

/** Writes both into a finished site that will be served under `base`. */
export async function writeHostFiles(siteDir: string, base: string): Promise<void> {
  await writeFile(path.join(siteDir, '_headers'), headersFile(base));
  await writeFile(path.join(siteDir, '.htaccess'), accessFile(base));
}
