/** Every XML document that the site writes is well-formed for any text: Chromium's parser takes it. */

import fc from 'fast-check';
import { unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sitemapFiles } from '../../scripts/site/hosts/sitemap.ts';
import { excerptDocument } from '../../src/client/excerpts/excerpt-document.ts';
import { draftDocument, excerptsDocument } from '../../src/client/word/excerpts.ts';
import { reportDocument } from '../../src/client/word/report.ts';
import { printFeed } from '../../src/feeds/atom.ts';
import type { ReportData, Section } from '../../src/model/report.ts';
import { GET } from '../../src/pages/opensearch.xml.ts';
import { launchBrowser } from '../chromium.ts';
import { fragment } from '../convert/hostile.ts';

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage();
});
afterAll(() => browser.close());

/** Documents that are not well-formed, each with what the parser says against it. */
const faultsOf = (documents: readonly string[]) =>
  page.evaluate(
    (texts) =>
      texts.flatMap((text) => {
        const parsed = new DOMParser().parseFromString(text, 'application/xml');
        const fault = parsed.querySelector('parsererror')?.textContent;
        return fault ? [{ fault, text }] : [];
      }),
    documents,
  );

/** The XML parts of a Word document, by name. */
async function partsOf(document: Promise<Blob>): Promise<Record<string, string>> {
  const parts = unzipSync(new Uint8Array(await (await document).arrayBuffer()));
  return Object.fromEntries(
    Object.entries(parts)
      .filter(([name]) => /\.(?:xml|rels)$/u.test(name))
      .map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]),
  );
}

const report = (text: string) => {
  const section: Section = {
    id: 's1',
    style: 's',
    number: 1,
    inferred: false,
    editorial: true,
    heading: text,
    marker: text,
    printedHeading: null,
    part: 'other',
    themes: [],
    text: `${text}\n${text}`,
    children: [],
  };
  return { title: text, sections: [section] } as unknown as ReportData;
};
const reportParts = (text: string) => partsOf(reportDocument(report(text), text));
const excerptParts = (text: string, make: typeof excerptsDocument) => {
  const cited = { id: '1', title: text, issuer: text, published: null, documentNumber: text };
  const excerpt = { report: cited, section: 's1', url: 'https://example.org/', text };
  const items = [{ heading: text }, { ...excerpt, note: text }];
  return partsOf(make(excerptDocument(items, 'law', '2026-11-21')));
};

const words = fc
  .array(
    fc.oneof(
      fragment,
      fc.constantFrom('\u000b', '\0', '\u001f', '\ufffe', '\ufffd', ']]>', '<w:p/>', '&#0;'),
      fc.integer({ min: 0xd800, max: 0xdfff }).map((half) => String.fromCharCode(half)),
    ),
    { minLength: 1, maxLength: 10 },
  )
  .map((parts) => parts.join(''));

describe('a Word document', () => {
  it('is well-formed whatever the text', async () => {
    const documents: string[] = [];
    for (const text of fc.sample(words, 25))
      for (const parts of [
        await reportParts(text),
        await excerptParts(text, excerptsDocument),
        await excerptParts(text, draftDocument),
      ])
        documents.push(...Object.values(parts));
    expect(documents.length).toBeGreaterThan(400);
    expect(await faultsOf(documents)).toEqual([]);
  });

  it('shows what it cannot hold, and keeps what it can', async () => {
    const text = '甲\u000b乙\u202e丙\ufffe\ud800丁\u0085&<';
    const shown = '甲[U+000B]乙\u202e丙[U+FFFE][U+D800]丁\u0085&amp;&lt;';
    const inReport = await reportParts(text);
    expect(inReport['word/document.xml']?.split(shown).length).toBe(7);
    expect(inReport['docProps/core.xml']).toContain(shown);
    const inExcerpts = await excerptParts(text, draftDocument);
    expect(inExcerpts['word/document.xml']).toContain(`〔备注：${shown}〕`);
    expect(inExcerpts['word/footnotes.xml']).toContain(
      `${shown}：《${shown}》一、，${shown}，https`,
    );
  });
});

it('feeds, sitemap and OpenSearch description are well-formed whatever the text', async () => {
  const site = new URL('https://example.org/');
  const documents = [await (GET({ site } as Parameters<typeof GET>[0]) as Response).text()];
  for (const text of fc.sample(words, 300)) {
    const entry = {
      key: text,
      title: text,
      href: `/${text}`,
      updated: '2021-02-26',
      summary: text,
    };
    documents.push(
      printFeed({
        key: text,
        title: text,
        self: text,
        page: text,
        entries: [{ ...entry, authors: [text] }],
      }),
      ...sitemapFiles([text], (address) => `https://example.org/${address}`).map(([, xml]) => xml),
    );
  }
  expect(await faultsOf(documents)).toEqual([]);
});
