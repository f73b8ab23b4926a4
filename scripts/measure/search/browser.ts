/** Measures the search page in a real browser. */
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { holds, type Question, type TrueSection } from './truth.ts';

/** What static hosts compress on their way; the index is compressed as it lies. */
const compressible = /\.(html|js|css|json|svg|xml)(\?|$)|\/(\?|$)/;

const finished = 'search-page[data-state=done]';

/** Goes to another query of the search page without loading it again. */
async function go(page: Page, query: string): Promise<void> {
  await page.evaluate((address) => {
    history.pushState(null, '', address);
    dispatchEvent(new PopStateEvent('popstate'));
  }, query);
  await page.waitForSelector(finished);
}

/**
 * Asks every question, quoted as it is no matter of signs, and counts answers that differ from the truth and
 * excerpts without a mark.
 * @returns with milliseconds of the engine, fetching included, ascending: `first` until the first results are known,
 *   `times` until all is searched.
 */
export async function measureAccuracy(
  browser: Browser,
  url: string,
  sections: TrueSection[],
  questions: Question[],
): Promise<{
  asked: number;
  wrong: string[];
  unmarked: number;
  first: number[];
  times: number[];
}> {
  const page = await browser.newPage();
  await page.goto(`${url}search/?q=${encodeURIComponent('法治')}`);
  await page.waitForSelector(finished);
  const wrong: string[] = [];
  const first: number[] = [];
  const times: number[] = [];
  let unmarked = 0;
  for (const { literal, facets, admits } of questions) {
    await page.evaluate(() => performance.clearMeasures('search'));
    await go(page, `?q=${encodeURIComponent(`"${literal}"`)}${facets}`);
    const { hits, marks, steps } = await page.evaluate(() => ({
      steps: performance.getEntriesByName('search').map(({ duration }) => duration),
      hits: (document.querySelector('search-page') as unknown as { hits: string[] }).hits,
      marks: [...document.querySelectorAll('[data-tier=exact] .search-excerpt')].map(
        (excerpt) => excerpt.querySelector('mark') !== null,
      ),
    }));
    const truth = sections.filter((section) => holds(section, literal) && admits(section));
    const expected = truth.map(({ address }) => address).sort();
    first.push(steps[0] ?? Number.NaN);
    times.push(steps.reduce((sum, step) => sum + step, 0));
    if (hits.sort().join() !== expected.join()) wrong.push(`${literal}${facets}`);
    unmarked += marks.filter((marked) => !marked).length;
  }
  await page.close();
  for (const list of [first, times]) list.sort((a, b) => a - b);
  return { asked: questions.length, wrong, unmarked, first, times };
}

type Spent = [bytes: number, milliseconds: number];

/** What a query costs in an empty browser, and another one after it in the same page. */
export interface QueryCost {
  query: string;
  second: string;
  /** Until the first results stand, with everything the page is made of. */
  cold: Spent;
  /** Until all is searched. */
  complete: Spent;
  /** Of the second query, until its first results stand. */
  warm: Spent;
  /** Of the second query, until all is searched. */
  warmComplete: Spent;
}

/** Measures queries, each with the one that is asked after it. */
export async function measureQueries(
  browser: Browser,
  url: string,
  queries: readonly (readonly [query: string, second: string])[],
): Promise<QueryCost[]> {
  const costs: QueryCost[] = [];
  for (const [query, second] of queries)
    costs.push(await measureQuery(browser, url, query, second));
  return costs;
}

async function measureQuery(
  browser: Browser,
  url: string,
  query: string,
  second: string,
): Promise<QueryCost> {
  const context = await browser.newContext();
  const page = await context.newPage();
  // The page itself notes when the first results stand; asking it again and again would be late.
  await page.addInitScript(() => {
    let last: Element | null = null;
    new MutationObserver(() => {
      const root = document.documentElement;
      const tier = document.querySelector('[data-tier=exact]');
      if (root.dataset['first'] || tier === last || !tier?.querySelector('mark')) return;
      last = tier;
      root.dataset['first'] = String(Date.now());
    }).observe(document, { childList: true, subtree: true });
  });
  /** When the first results stood, or nothing was found; the next ones are waited for anew. */
  const takeFirst = async (end: number) => {
    const first = await page.getAttribute('html', 'data-first');
    await page.evaluate(() => delete document.documentElement.dataset['first']);
    return first ? Number(first) : end;
  };
  const fetched: Promise<{ bytes: number; end: number }>[] = [];
  page.on('response', (response) => {
    const weigh = async () => {
      const body = await response.body();
      const bytes = compressible.test(response.url()) ? gzipSync(body).length : body.length;
      const { startTime, responseEnd } = response.request().timing();
      return { bytes, end: startTime + responseEnd };
    };
    // What still comes when the page is closed came after everything that is counted.
    fetched.push(weigh().catch(() => ({ bytes: 0, end: Number.POSITIVE_INFINITY })));
  });
  /** Bytes that had arrived by a time. */
  const bytesUntil = async (time: number): Promise<number> =>
    (await Promise.all(fetched)).reduce(
      (sum, { bytes, end }) => sum + (end <= time ? bytes : 0),
      0,
    );

  let start = Date.now();
  await page.goto(`${url}search/?q=${encodeURIComponent(query)}`, { waitUntil: 'commit' });
  await page.waitForSelector(finished);
  const last = Date.now();
  const first = await takeFirst(last);
  await page.waitForLoadState('networkidle');
  const cold: Spent = [await bytesUntil(first), first - start];
  const all = await bytesUntil(Number.POSITIVE_INFINITY);
  const complete: Spent = [all, last - start];
  start = Date.now();
  await go(page, `?q=${encodeURIComponent(second)}`);
  const end = Date.now();
  const again = await takeFirst(end);
  await page.waitForLoadState('networkidle');
  const warm: Spent = [(await bytesUntil(again)) - all, again - start];
  const total = await bytesUntil(Number.POSITIVE_INFINITY);
  const warmComplete: Spent = [total - all, end - start];
  await context.close();
  return { query, second, cold, complete, warm, warmComplete };
}
