/** The largest files of each kind in a site: what must not grow with the number of reports. */
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

export interface Largest {
  kind: string;
  file: string;
  bytes: number;
}

/** Files that hold all reports because that is what they are for; no page fetches them. */
const whole = /^data\/[^/]+\.json$|^data\/indicators\/|^data\/manifest|^sitemap/u;

/** What a file is, where it may be fetched by a page. */
function kindOf(file: string): string | undefined {
  if (whole.test(file)) return undefined;
  if (file.endsWith('.html')) return `${file.split('/')[0]?.replace(/^index\.html$/, '/')}`;
  if (file.startsWith('pagefind/')) return file.endsWith('.json') ? 'pagefind json' : 'pagefind';
  return file.endsWith('.json') ? file.split('/').slice(0, 2).join('/') : undefined;
}

/** The largest file of each kind that a page is or fetches. */
export function largestFiles(siteDir: string): Largest[] {
  const largest = new Map<string, Largest>();
  for (const entry of readdirSync(siteDir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const full = path.join(entry.parentPath, entry.name);
    const file = path.relative(siteDir, full).replaceAll(path.sep, '/');
    const kind = kindOf(file);
    if (kind === undefined) continue;
    const bytes = statSync(full).size;
    if (bytes > (largest.get(kind)?.bytes ?? -1)) largest.set(kind, { kind, file, bytes });
  }
  return [...largest.values()].sort((a, b) => b.bytes - a.bytes);
}
