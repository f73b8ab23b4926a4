/** Visits pages of a built site in a real browser, and notes what no page may do. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { sharedBrowser } from '../chromium.ts';
import { serveDirectory } from '../serve.ts';

/** One page of every type, by the name tests tell it by; those that only a larger collection has are below. */
export const pageTypes: Record<string, string> = {
  home: '',
  report: 'reports/632800-2020/',
  'report without a printed title': 'reports/620524-2020/',
  'one section': 'reports/632800-2020/?only=s1-k7#s1-k7',
  reports: 'reports/',
  'reports, filtered': 'reports/?year=2020&level=county',
  regions: 'regions/',
  'a province': 'regions/530000/',
  'a county': 'regions/330182/',
  years: 'years/',
  'a year': 'years/2020/',
  'a year in a province': 'years/2020/620000/',
  themes: 'themes/',
  'a theme': 'themes/enforcement/',
  parts: 'parts/',
  problems: 'parts/problems/',
  plans: 'parts/plan/',
  matrix: 'matrix/',
  comparison: 'compare/?r=632800-2020,330182-2020&by=theme',
  'empty comparison': 'compare/',
  excerpts: 'excerpts/',
  'a chapter': 'write/?part=plan&own=330182-2020',
  offline: 'offline/',
  search: 'search/?q=行政复议',
  'empty search': 'search/',
  'search help': 'search/help/',
  indicators: 'indicators/',
  'an indicator': 'indicators/review-received/',
  checks: 'checks/',
  documents: 'documents/',
  'a document': 'documents/constitution/',
  about: 'about/',
  guide: 'guide/',
  data: 'data/',
  tables: 'data/tables/',
  missing: 'no/such/page/',
};

/** Pages of the collection of many reports (see `many.ts`): lists of several pages, bodies of several years. */
export const manyPageTypes: Record<string, string> = {
  'a report with a former version': 'reports/632800-2021/',
  'a former version': 'reports/632800-2021/versions/2022-06-01/',
  'plan and results': 'reports/632800-2020/next/',
  'the second page of the reports': 'reports/page/2/',
  'the second page of a theme': 'themes/leadership/page/2/',
  'a page of plans': 'parts/plan/page/4/',
  'a page of a part': 'parts/progress/page/2/',
  'a theme, filtered': 'themes/leadership/?level=county&year=2018',
  'plans, filtered': 'parts/plan/?level=prefecture',
  'a matrix, filtered': 'matrix/?year=2018',
  'an indicator, filtered': 'indicators/review-received/?year=2018',
  'a filter that leaves nothing': 'reports/?level=prefecture&year=2018',
  'a prefecture': 'regions/630100/',
  'a province with many reports': 'regions/630000/',
  'a year with many reports': 'years/2020/',
  'a comparison of four': 'compare/?r=632800-2020,632800-2021,630102-2018,630102-2020',
};

/** Addresses that a file of `src/pages` answers, query and fragment left out. */
export function routePattern(file: string): RegExp {
  if (file === '404.astro') return /^no\/such\/page\/$/;
  const address = file
    .replace(/(?:index)?\.astro$/, '/')
    .replace(/\/+$/, '/')
    .replace(/^\/$/, '')
    .replace('/[...page]', '(?:/page/\\d+)?')
    .replace(/\[[^\]]+\]/g, '[^/?#]+');
  return new RegExp(`^${address}(?:[?#]|$)`);
}

/** Stands for a passage the reader has collected. */
export const someExcerpt = {
  report: {
    id: '632800-2020',
    title: '海西州2020年度法治政府建设工作报告',
    issuer: '海西蒙古族藏族自治州人民政府',
    published: '2021-02-26',
    documentNumber: '西政〔2021〕5号',
  },
  section: 's1-k7-i3',
  url: 'https://example.org/reports/632800-2020/#s1-k7-i3',
  text: '三是各级部门主动参加行政应诉。',
};

export interface Visitor {
  browser: Browser;
  /** Address of the site. */
  url: string;
  /** What pages wrote to the console, threw, or asked of other hosts. */
  faults: string[];
  open(options?: BrowserContextOptions): Promise<Page>;
  close(): Promise<void>;
}

/** Serves a site to the browser of the test file. */
export async function visit(siteDir: string): Promise<Visitor> {
  const [browser, server] = await Promise.all([sharedBrowser(), serveDirectory(siteDir)]);
  const faults: string[] = [];
  const contexts: BrowserContext[] = [];
  return {
    browser,
    url: server.url,
    faults,
    async open(options) {
      const context = await browser.newContext(options);
      contexts.push(context);
      const page = await context.newPage();
      // Whatever a policy forbids counts as a fault, also where the browser says nothing on the console.
      await page.addInitScript(() => {
        addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
          console.error(`forbidden by ${violatedDirective}: ${blockedURI} ${sample}`),
        );
      });
      // A page that does not exist is one of the types.
      page.on('console', (message) => {
        if (!message.text().includes('404')) faults.push(`${page.url()} ${message.text()}`);
      });
      page.on('pageerror', (error) => faults.push(`${page.url()} ${error}`));
      page.on('request', (request) => {
        if (!/^(blob|data):/.test(request.url()) && !request.url().startsWith(server.url))
          faults.push(`asked another host: ${request.url()}`);
      });
      return page;
    },
    async close() {
      await Promise.all(contexts.map((context) => context.close()));
      await server.close();
    },
  };
}

/** Waits until what a page shows by script stands there. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const search = document.querySelector('search-page')?.getAttribute('data-state');
    const compare = document.querySelector('compare-view');
    const filter = document.querySelector('report-filter [data-place=filtered]:not([hidden])');
    const chapter = document.querySelector('write-chapter');
    return (
      chapter?.getAttribute('data-state') !== 'loading' &&
      !['loading', 'searching'].includes(search ?? '') &&
      compare?.getAttribute('data-state') !== 'loading' &&
      (!filter || filter.children.length > 0)
    );
  });
}
