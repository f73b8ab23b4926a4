/**
 * The sitemap, made from the pages a finished site holds: whatever made them, every one is listed and no other. It is
 * written only where `SITE_URL` is known, since its addresses must be whole.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { routes } from '../../../src/model/routes.ts';
import { xmlText } from '../../../src/model/xml-text.ts';

/** Most addresses of one file, by the protocol of sitemaps.org. */
export const mostAddresses = 50_000;

const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/** Files of a sitemap, by address below the site: one list, or an index of several. */
export function sitemapFiles(
  addresses: readonly string[],
  whole: (address: string) => string,
  most = mostAddresses,
): [address: string, text: string][] {
  const entry = (tag: string) => (address: string) =>
    `<${tag}><loc>${xmlText(whole(address))}</loc></${tag}>\n`;
  const list = (of: readonly string[]) =>
    `${head}<urlset ${namespace}>\n${of.map(entry('url')).join('')}</urlset>\n`;
  if (addresses.length <= most) return [[routes.sitemap(), list(addresses)]];
  const lists: [string, string][] = [];
  for (let from = 0; from < addresses.length; from += most)
    lists.push([routes.sitemapPart(lists.length + 1), list(addresses.slice(from, from + most))]);
  const index = lists.map(([address]) => address).map(entry('sitemap'));
  const text = `${head}<sitemapindex ${namespace}>\n${index.join('')}</sitemapindex>\n`;
  return [[routes.sitemap(), text], ...lists];
}

/**
 * Writes the sitemap of a finished site.
 * @param files paths of the site's files, relative to it
 * @param hidden addresses of pages that are not to be listed
 * @returns how many pages it lists
 */
export async function writeSitemap(
  siteDir: string,
  files: readonly string[],
  root: string,
  hidden: readonly string[],
): Promise<number> {
  const addresses = files
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => file === 'index.html' || file.endsWith('/index.html'))
    .map((file) => file.slice(0, -'index.html'.length))
    .filter((address) => !hidden.includes(address))
    .sort();
  const whole = (address: string) => new URL(encodeURI(address), root).href;
  for (const [address, text] of sitemapFiles(addresses, whole)) {
    await mkdir(path.dirname(path.join(siteDir, address)), { recursive: true });
    await writeFile(path.join(siteDir, address), text);
  }
  return addresses.length;
}
