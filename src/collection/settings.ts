/** Where a collection is read from, where its site is written to and where it will be served. Commands read it from the environment. */
import path from 'node:path';
import type { CollectionPlace } from './files.ts';

export interface Settings extends CollectionPlace {
  /** The published site: `OUT_DIR`, by default `dist`. */
  outDir: string;
  /** Path the site is served under, with a slash at both ends: `BASE_PATH`, by default `/`. */
  basePath: string;
  /** Where readers report errors (`CONTACT_URL`, `mailto:` or `https:`); absent when unknown. */
  contactUrl?: string;
  /** Origin of the published site (`SITE_URL`), for whole addresses and the sitemap; absent when unknown. */
  siteUrl?: string;
}

/** An address readers can write to or open; anything else would be a link that runs something. */
function contactOf(address: string): string {
  if (/^(?:https?:\/\/|mailto:)\S+$/u.test(address)) return address;
  throw new Error(`CONTACT_URL(${address})须以 https:// 或 mailto: 开头。`);
}

/**
 * Reads the settings of a command.
 * @param environment variables, see the README
 * @param programDir the checkout, which relative paths start from
 * @throws when a variable is not of its form
 */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>>,
  programDir: string,
): Settings {
  const defaultsDir = path.join(programDir, 'content');
  const contentDir = path.resolve(programDir, environment['CONTENT_DIR'] || 'content');
  const base = (environment['BASE_PATH'] ?? '').replace(/^\/+|(?<!\/)\/+$/g, '');
  const contact = environment['CONTACT_URL'];
  const site = environment['SITE_URL'];
  return {
    contentDir,
    defaultsDir,
    // It belongs to the collection it was made from.
    cacheDir: path.join(contentDir === defaultsDir ? programDir : contentDir, '.cache'),
    outDir: path.resolve(programDir, environment['OUT_DIR'] || 'dist'),
    basePath: `/${base}/`.replace('//', '/'),
    ...(contact && { contactUrl: contactOf(contact) }),
    ...(site && { siteUrl: site }),
  };
}
