/** What is written into heads, feeds and sitemaps, whatever texts and numbers there are. */
import { load } from 'cheerio';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sitemapFiles } from '../../scripts/site/hosts/sitemap.ts';
import { printJsonLd } from '../../src/components/head/json-ld.ts';
import { identity, printFeed } from '../../src/feeds/atom.ts';
import { labelOf } from '../../src/model/control-characters.ts';

/** Any text, and much that ends elements, comments and attributes. */
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.constantFrom('</script>', '<!--', '-->', ']]>', '"', "'", '&', '\u2028', '\0', '甲'))
    .map((pieces) => pieces.join('')),
);

describe('JSON-LD', () => {
  it('stays inside its element and says what was meant', () => {
    fc.assert(
      fc.property(text, (name) => {
        const page = `<script type="application/ld+json">${printJsonLd([{ '@type': 'WebPage', name }])}</script><p id="after"></p>`;
        const $ = load(page);
        expect($('script').length).toBe(1);
        expect($('#after').length).toBe(1);
        expect(JSON.parse($('script').text())['@graph'][0].name.toWellFormed()).toBe(
          name.toWellFormed(),
        );
      }),
    );
  });
});

describe('a feed', () => {
  it('is well-formed, and has the text that XML can hold', () => {
    fc.assert(
      fc.property(text, (title) => {
        const entry = {
          key: title,
          title,
          href: '/a?b=1&c=2',
          updated: '2021-02-26',
          summary: title,
          authors: [],
        };
        const feed = printFeed({ key: 'k', title, self: '/f', page: '/', entries: [entry] });
        const $ = load(feed, { xml: true });
        expect($('feed > entry').length).toBe(1);
        expect($('feed *').length).toBe(13);
        const held = title.replace(
          /(?![\t\n\r\x7f-\x9f])[\p{Cc}\p{Cs}\ufffe\uffff]/gu,
          (character) => `[${labelOf(character)}]`,
        );
        expect($('entry > title').text()).toBe(held);
      }),
    );
  });

  it('gives every key an identity of its own, for ever', () => {
    expect(identity('report:632800-2020')).toBe(identity('report:632800-2020'));
    expect(identity('report:632800-2020')).not.toBe(identity('report:632800-2021'));
    expect(identity('feed.xml')).toBe('urn:uuid:14db0e28-f251-54ed-a9a4-1edbdf66360b');
  });
});

describe('a sitemap', () => {
  const whole = (address: string) => `https://example.org/${address}`;
  const addresses = Array.from({ length: 7 }, (_, index) => `p${index}/`);

  it('is one file while it may be', () => {
    const files = sitemapFiles(addresses, whole, 7);
    expect(files.map(([address]) => address)).toEqual(['sitemap.xml']);
    expect(files[0]?.[1].match(/<loc>/g)?.length).toBe(7);
  });

  it('is an index of several beyond, each within the limit', () => {
    const files = sitemapFiles(addresses, whole, 3);
    expect(files.map(([address]) => address)).toEqual([
      'sitemap.xml',
      'sitemap/1.xml',
      'sitemap/2.xml',
      'sitemap/3.xml',
    ]);
    expect(files.map(([, file]) => file.match(/<loc>/g)?.length)).toEqual([3, 3, 3, 1]);
    expect(files[0]?.[1]).toContain('<sitemap><loc>https://example.org/sitemap/1.xml</loc>');
  });
});
