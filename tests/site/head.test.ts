/** What pages say of themselves, and the files by which others learn what there is. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { load } from 'cheerio';
import { describe, expect, inject, it } from 'vitest';
import { filesOf, textOf } from './files.ts';

const siteUrl = inject('siteUrl');
const base = inject('subPath');
const published = inject('subPathSiteDir');
const report = 'reports/632800-2020/index.html';

/** The head of a page, parsed; the body is cut off, for it is long. */
const headOf = (siteDir: string, file: string) =>
  load(textOf(siteDir, file).replace(/<body[\s\S]*/, ''));

type Node = Record<string, unknown> & { '@type': string };
const graphOf = ($: ReturnType<typeof load>) =>
  (JSON.parse($('script[type="application/ld+json"]').text()) as { '@graph': Node[] })['@graph'];

describe.each(['siteDir', 'subPathSiteDir', 'manySiteDir'] as const)('every page of %s', (name) => {
  const siteDir = inject(name);
  const pages = filesOf(siteDir, '.html').map((file) => ({ file, $: headOf(siteDir, file) }));

  it('has a title of its own', () => {
    const files = Map.groupBy(pages, ({ $ }) => $('title').text());
    const shared = [...files].filter(([title, of]) => title === '' || of.length > 1);
    expect(shared.map(([title, of]) => [title, of.map(({ file }) => file)])).toEqual([]);
  });

  it('has description, Open Graph, breadcrumb and type', () => {
    for (const { file, $ } of pages) {
      const content = (tag: string) => $(`meta[${tag}]`).attr('content') ?? '';
      expect(content('name=description').length, file).toBeGreaterThan(8);
      expect(content('property="og:title"'), file).not.toBe('');
      expect($('title').text(), file).toContain(content('property="og:title"'));
      expect(content('property="og:description"'), file).toBe(content('name=description'));
      expect(content('property="og:type"'), file).toMatch(/^(?:website|article)$/);
      const [first, ...more] = graphOf($);
      expect(first?.['@type'], file).toMatch(/^(?:WebPage|WebSite|Report|Dataset)$/);
      const way = more.at(-1)?.['itemListElement'] as { name: string; item: string }[];
      expect(way[0]?.name, file).toBe('首页');
      expect($('link[rel=alternate][type="application/atom+xml"]').length, file).toBeGreaterThan(0);
      expect($('link[rel=search]').length, file).toBe(1);
    }
  });

  it('has a canonical address, a whole one where the origin of the site is known', () => {
    const isKnown = name === 'subPathSiteDir';
    for (const { file, $ } of pages) {
      const path = `${isKnown ? base : '/'}${file.replace(/index\.html$/, '')}`;
      const own = file === '404.html' ? undefined : `${isKnown ? siteUrl : ''}${path}`;
      expect($('link[rel=canonical]').attr('href'), file).toBe(own);
      const whole = isKnown ? own : undefined;
      expect($('meta[property="og:url"]').attr('content'), file).toBe(whole);
    }
  });

  it('has a picture, at a whole address, where the origin of the site is known', () => {
    const cards = new Set<string>();
    for (const { file, $ } of pages) {
      const card = $('meta[property="og:image"]').attr('content');
      // Without a Chinese font on the machine there is none.
      if (card === undefined) continue;
      expect(card.startsWith(`${siteUrl}${base}share/`), file).toBe(true);
      cards.add(card.slice(`${siteUrl}${base}`.length));
    }
    if (name !== 'subPathSiteDir') return expect([...cards]).toEqual([]);
    expect(cards.size === 0 || cards.has('share/2020-630000.png')).toBe(true);
    for (const card of cards) {
      const file = readFileSync(path.join(siteDir, card));
      expect(file.subarray(1, 4).toString(), card).toBe('PNG');
      expect([file.readUInt32BE(16), file.readUInt32BE(20)], card).toEqual([1200, 630]);
    }
  });
});

describe('a report page', () => {
  const $ = headOf(published, report);
  const url = `${siteUrl}${base}reports/632800-2020/`;
  const meta = (name: string) => $(`meta[name="${name}"]`).attr('content');

  it('has what reference managers read', () => {
    expect({
      title: meta('citation_title'),
      author: meta('citation_author'),
      institution: meta('citation_technical_report_institution'),
      number: meta('citation_technical_report_number'),
      date: meta('citation_publication_date'),
      page: meta('citation_public_url'),
      dc: [meta('DC.title'), meta('DC.creator'), meta('DC.date'), meta('DC.identifier')],
    }).toEqual({
      title: '海西州2020年度法治政府建设工作报告',
      author: '海西蒙古族藏族自治州人民政府',
      institution: '海西蒙古族藏族自治州人民政府',
      number: '西政〔2021〕5号',
      date: '2021/02/26',
      page: url,
      dc: ['海西州2020年度法治政府建设工作报告', '海西蒙古族藏族自治州人民政府', '2021-02-26', url],
    });
  });

  it('says nothing the source does not tell, and gives no address it does not know', () => {
    const bare = headOf(inject('siteDir'), 'reports/620524-2020/index.html');
    const names = bare('meta[name]')
      .toArray()
      .map((element) => bare(element).attr('name'));
    expect(names).not.toContain('citation_technical_report_number');
    expect(names).not.toContain('citation_public_url');
    expect(bare('meta[content=null], meta[content=undefined]').length).toBe(0);
  });

  it.each(['530102-2020', '152200-2021', '620524-2020'])(
    'has no day of publication where only a signature is dated: %s',
    (id) => {
      const page = headOf(published, `reports/${id}/index.html`);
      const [node] = graphOf(page);
      expect(node).not.toHaveProperty('datePublished');
      expect(node?.['dateCreated']).toMatch(/^2021-/);
      expect(page('meta[name="citation_publication_date"], meta[name="DC.date"]').length).toBe(0);
      const whole = load(textOf(published, `reports/${id}/index.html`));
      expect(whole('.citation-text').text()).not.toMatch(/\(2021/);
      const facts = whole('.report-meta').text().replace(/\s+/g, '');
      expect(facts).toMatch(/发布日期原文未载明落款日期2021年[\d年月日]+（原文第\d+行）/);
      expect(facts).toContain(
        id === '530102-2020' ? '落款已在期限之后' : '是否按期公开，原文看不出',
      );
      const feed = load(textOf(published, 'feed.xml'), { xml: true });
      const entry = feed('entry').filter((_, each) => feed(each).html()?.includes(id) === true);
      expect([entry.length, entry.find('published').length]).toEqual([1, 0]);
    },
  );

  it('is a Report with its files', () => {
    const [node] = graphOf($);
    expect(node).toMatchObject({
      '@type': 'Report',
      url,
      reportNumber: '西政〔2021〕5号',
      datePublished: '2021-02-26',
      author: { '@type': 'GovernmentOrganization' },
      spatialCoverage: { identifier: '632800' },
    });
    expect(node?.['encoding']).toHaveLength(3);
    expect($('link[rel=alternate][type="application/json"]').attr('href')).toBe(
      `${base}data/reports/632800-2020.json`,
    );
    expect($('link[rel=alternate][type="text/markdown"]').length).toBe(1);
  });
});

it('the data page is a Dataset with downloads, a law Legislation', () => {
  const [data] = graphOf(headOf(published, 'data/index.html'));
  expect(data?.['@type']).toBe('Dataset');
  expect(data?.['distribution']).toHaveLength(16);
  const [page] = graphOf(headOf(published, 'documents/civil-code/index.html'));
  expect(page?.['about']).toMatchObject({ '@type': 'Legislation' });
});

describe('feeds', () => {
  const feeds = filesOf(published, '.xml').filter((file) => !/^(?:sitemap|opensearch)/.test(file));

  it('are there for all, for every region and for every theme', () => {
    const pages = (folder: string) =>
      filesOf(published, '/index.html').filter((file) =>
        new RegExp(`^${folder}/[^/]+/index`).test(file),
      ).length;
    expect(feeds).toContain('feed.xml');
    expect(feeds.filter((file) => file.startsWith('regions/')).length).toBe(pages('regions'));
    expect(feeds.filter((file) => file.startsWith('themes/')).length).toBe(pages('themes'));
  });

  it.each(['subPathSiteDir', 'manySiteDir'] as const)('of %s are Atom', (name) => {
    const siteDir = inject(name);
    const identities = new Set<string>();
    for (const file of filesOf(siteDir, '.xml').filter((each) =>
      /^(?:feed|regions|themes)/.test(each),
    )) {
      const $ = load(textOf(siteDir, file), { xml: true });
      const date = /^\d{4}-\d{2}-\d{2}T00:00:00\+08:00$/;
      for (const tag of ['id', 'title', 'updated', 'author > name'])
        expect($(`feed > ${tag}`).length, `${file} ${tag}`).toBe(1);
      expect($('feed').attr('xmlns')).toBe('http://www.w3.org/2005/Atom');
      expect($('feed > link[rel=self]').attr('href'), file).toMatch(
        new RegExp(`${file.replaceAll('.', '\\.')}$`),
      );
      const id = $('feed > id').text();
      expect(identities.has(id), file).toBe(false);
      identities.add(id);
      const entries = $('feed > entry').toArray();
      expect(entries.length, file).toBeLessThanOrEqual(50);
      const ids = entries.map((entry) => $(entry).children('id').text());
      expect(new Set(ids).size, file).toBe(ids.length);
      for (const each of [id, ...ids]) expect(each).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
      const dates = entries.map((entry) => $(entry).children('updated').text());
      for (const each of dates) expect(each, file).toMatch(date);
      expect(dates, file).toEqual(dates.toSorted().reverse());
      for (const entry of entries)
        for (const tag of ['title', 'link[rel=alternate]', 'summary'])
          expect($(entry).children(tag).length, `${file} ${tag}`).toBe(1);
    }
  });
});

describe('the sitemap', () => {
  it('lists every page but those that are not to be found, with whole addresses', () => {
    const $ = load(textOf(published, 'sitemap.xml'), { xml: true });
    const listed = $('loc')
      .toArray()
      .map((loc) => $(loc).text());
    const pages = filesOf(published, 'index.html')
      .filter((file) => !['excerpts/index.html', 'offline/index.html'].includes(file))
      .map((file) => `${siteUrl}${base}${file.slice(0, -'index.html'.length)}`);
    expect(listed.toSorted()).toEqual(pages.toSorted());
    expect(textOf(published, 'robots.txt')).toContain(`Sitemap: ${siteUrl}${base}sitemap.xml`);
  });

  it('is left out where the origin is not known', () => {
    const files = filesOf(inject('siteDir'));
    expect(files).toContain('robots.txt');
    expect(files.filter((file) => file.startsWith('sitemap'))).toEqual([]);
    expect(textOf(inject('siteDir'), 'robots.txt')).not.toContain('Sitemap');
  });
});
