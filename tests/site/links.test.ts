/** Every link of every page, feed and sitemap leads to a file of the site, every fragment to an element of it. */
import { describe, expect, inject, it } from 'vitest';
import { decode, fileFor, filesOf, textOf, valuesOf } from './files.ts';

const origin = 'https://fazhi.example';
const sites = [
  ['the site', 'siteDir', '/', origin],
  ['the site under a sub-path', 'subPathSiteDir', inject('subPath'), inject('siteUrl')],
  ['the site of many reports', 'manySiteDir', '/', origin],
] as const;

/** Addresses that a page or file names. */
function addressesOf(file: string, text: string): string[] {
  if (file.endsWith('.html'))
    return ['href', 'src', 'action'].flatMap((name) => valuesOf(text, name));
  const named = [...text.matchAll(/<loc>([^<]*)<\/loc>|<link [^>]*href="([^"]*)"/g)];
  return named.map(([, loc, href]) => decode(loc ?? href ?? ''));
}

describe.each(sites)('%s', (_, name, base, own) => {
  const siteDir = inject(name);

  it('has no broken link and no broken anchor', () => {
    const files = [...filesOf(siteDir, '.html'), ...filesOf(siteDir, '.xml')];
    const texts = new Map(files.map((file) => [file, textOf(siteDir, file)]));
    const ids = new Map<string, Set<string>>();
    const idsOf = (file: string) => {
      const known = ids.get(file) ?? new Set(valuesOf(texts.get(file) ?? '', 'id'));
      ids.set(file, known);
      return known;
    };
    const broken = new Set<string>();
    let links = 0;
    for (const [file, text] of texts) {
      const here = new URL(base + file.replace(/index\.html$/, ''), own);
      for (const address of new Set(addressesOf(file, text))) {
        const url = new URL(address, here);
        if (url.origin !== here.origin) continue;
        links++;
        const target = fileFor(siteDir, url.pathname, base);
        const id = decodeURIComponent(url.hash.slice(1));
        if (target === undefined) broken.add(`${file}: ${address}`);
        else if (id && target.endsWith('.html') && !idsOf(target).has(id))
          broken.add(`${file}: ${address} (no such anchor)`);
      }
    }
    expect(links).toBeGreaterThan(5000);
    expect([...broken].slice(0, 20)).toEqual([]);
  });
});
