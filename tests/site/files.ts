/** Reads the files of a built site. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** Files of a site with an ending, relative to it, with `/` between folders. */
export function filesOf(siteDir: string, ending = ''): string[] {
  return readdirSync(siteDir, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => file.endsWith(ending) && statSync(path.join(siteDir, file)).isFile());
}

export const textOf = (siteDir: string, file: string) =>
  readFileSync(path.join(siteDir, file), 'utf8');

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** The text an attribute stands for; Astro and cheerio write no other entities. */
export const decode = (value: string) =>
  value.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '');

/** Values of an attribute in a document, in its order. */
export function valuesOf(html: string, attribute: string): string[] {
  return [...html.matchAll(new RegExp(`<[^>]*?\\s${attribute}="([^"]*)"`, 'g'))].map(([, value]) =>
    decode(value ?? ''),
  );
}

/** The file that an address of the site is answered with, as a plain host does; undefined where there is none. */
export function fileFor(siteDir: string, pathname: string, base: string): string | undefined {
  if (!pathname.startsWith(base)) return undefined;
  const file = decodeURIComponent(pathname.slice(base.length));
  const target = file === '' || file.endsWith('/') ? `${file}index.html` : file;
  const whole = path.join(siteDir, target);
  return existsSync(whole) && statSync(whole).isFile() ? target : undefined;
}
