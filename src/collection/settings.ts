/**
 * Where a collection is read from, where the site is written to and where it will be served:
 * the only place that reads the environment.
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout of the program itself, absolute. */
export const programDir = path.resolve(fileURLToPath(new URL('../..', import.meta.url)));

/** The collection (`sources/`, `reports/`, `themes.yaml`, …): `CONTENT_DIR`, by default `content`. */
export const contentDir = path.resolve(programDir, process.env['CONTENT_DIR'] || 'content');

/** What is kept between runs. It belongs to the collection it was made from. */
export const cacheDir = path.join(
  contentDir === path.join(programDir, 'content') ? programDir : contentDir,
  '.cache',
);

/** The published site: `OUT_DIR`, by default `dist`. */
export const outDir = path.resolve(programDir, process.env['OUT_DIR'] || 'dist');

/** Path the site is served under, with a slash at both ends: `BASE_PATH`, by default `/`. */
export const basePath =
  `/${(process.env['BASE_PATH'] ?? '').replace(/^\/+|(?<!\/)\/+$/g, '')}/`.replace('//', '/');

/** An address readers can write to or open; anything else would be a link that runs something. */
function contactOf(address: string | undefined): string | undefined {
  if (!address) return undefined;
  if (/^(?:https?:\/\/|mailto:)\S+$/u.test(address)) return address;
  throw new Error(`CONTACT_URL(${address})须以 https:// 或 mailto: 开头。`);
}

/** Where readers report errors (`CONTACT_URL`, `mailto:` or `https:`); absent when unknown. */
export const contactUrl = contactOf(process.env['CONTACT_URL']);

/** Origin of the published site (`SITE_URL`), for whole addresses and the sitemap; absent when unknown. */
export const siteUrl = process.env['SITE_URL'] || undefined;
