/** Indicators, recomputed figures, cited documents and tables, on the built site and in a real browser. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import axe from 'axe-core';
import { load } from 'cheerio';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { routes } from '../../src/model/routes.ts';
import { tableFormatList, tableNames, tables } from '../../src/model/tables.ts';
import { launchBrowser } from '../chromium.ts';
import { serveDirectory } from '../serve.ts';

let browser: Browser;
let site: Awaited<ReturnType<typeof serveDirectory>>;
const siteDir = inject('siteDir');
const read = (name: string) => readFileSync(path.join(siteDir, name), 'utf8');
const json = (name: string) => JSON.parse(read(name));

beforeAll(async () => {
  browser = await launchBrowser();
  site = await serveDirectory(siteDir);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

/** Cells of a CSV file after RFC 4180, read without the program's own writer. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  const pattern = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gy;
  for (let match = pattern.exec(text); match && match[0] !== ''; match = pattern.exec(text)) {
    rows.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === '\r\n') rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}

describe('the tables', () => {
  it.each(tableNames)('%s are the same as CSV and JSON, with the documented columns', (name) => {
    const text = read(`data/${name}.csv`);
    expect(text.startsWith('\ufeff')).toBe(true);
    const [head, ...rows] = parseCsv(text.slice(1));
    const columns = tables[name].columns.map((column) => column.name);
    expect(head).toEqual(columns);
    const objects = json(`data/${name}.json`) as Record<string, unknown>[];
    expect(rows.length).toBeGreaterThan(10);
    // An apostrophe stands before what would be a formula.
    const texts = rows.map((row) =>
      row.map((cell) => cell.replace(/^'(?='*\s*[=+\-@＝＋－＠])/u, '')),
    );
    expect(texts).toEqual(
      objects.map((object) => columns.map((column) => String(object[column] ?? ''))),
    );
    expect(
      readFileSync(path.join(siteDir, `data/${name}.parquet`))
        .subarray(0, 4)
        .toString(),
    ).toBe('PAR1');
  });

  it.each(tableNames)('%s are published and offered in every format', (name) => {
    for (const { extension } of tableFormatList) {
      const address = routes.table(name, extension);
      expect(existsSync(path.join(siteDir, address)), address).toBe(true);
      expect(read('data/tables/index.html')).toContain(`href="/${address}"`);
      expect(read('data/index.html')).toContain(`"contentUrl":"/${address}"`);
    }
  });

  it('are described by the data package', () => {
    const { resources } = json('data/datapackage.json');
    expect(resources.map(({ name }: { name: string }) => name)).toEqual([...tableNames]);
    for (const { path: file, schema } of resources) {
      const [head] = parseCsv(read(`data/${file}`).slice(1));
      expect(schema.fields.map(({ name }: { name: string }) => name)).toEqual(head);
    }
  });

  it('give each indicator a file of its own, described beside it', () => {
    const files = readdirSync(path.join(siteDir, 'data/indicators'));
    for (const file of files.filter((name) => name.endsWith('.csv'))) {
      const [head] = parseCsv(read(`data/indicators/${file}`).slice(1));
      const { tableSchema } = json(`data/indicators/${file}-metadata.json`);
      expect(tableSchema.columns.map(({ name }: { name: string }) => name)).toEqual(head);
    }
  });
});

describe('the facts of a report', () => {
  it('stand in its text at their offsets', () => {
    for (const { id } of json('data/reports.json')) {
      const texts = new Map<string, string>();
      const visit = (
        sections: { id: string; heading: string | null; text: string; children: never[] }[],
      ) => {
        for (const section of sections) {
          texts.set(`${section.id} text`, section.text);
          texts.set(`${section.id} heading`, section.heading ?? '');
          visit(section.children);
        }
      };
      visit(json(`data/reports/${id}.json`).sections);
      const facts = json(`data/facts/${id}.json`);
      for (const { section, field, start, end, exact } of facts.quantities)
        expect(texts.get(`${section} ${field}`)?.slice(start, end)).toBe(exact);
      for (const { section, field, start, end, name } of facts.documents)
        expect(texts.get(`${section} ${field}`)?.slice(start, end)).toBe(`《${name}》`);
    }
  });

  it('lead from the text to pages and rows that are there', async () => {
    const page = await browser.newPage();
    await page.goto(`${site.url}reports/632800-2020/`);
    const links = await page
      .locator('article a.figure, article a.cite, .facts-panel a')
      .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    expect(links.length).toBeGreaterThan(60);
    for (const link of new Set(links)) {
      const url = new URL(link);
      const file = path.join(siteDir, decodeURIComponent(url.pathname), 'index.html');
      expect(existsSync(file), link).toBe(true);
      if (url.hash) expect(readFileSync(file, 'utf8'), link).toContain(`id="${url.hash.slice(1)}"`);
    }
    await page.close();
  });
});

describe('the page of an indicator', () => {
  it('leads every number to its highlighted words', async () => {
    const page = await browser.newPage();
    for (const slug of ['review-closed', 'mediation-rate', 'publicity-materials']) {
      await page.goto(`${site.url}indicators/${slug}/`);
      const links = await page
        .locator('td.number a')
        .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
      expect(links.length).toBeGreaterThan(1);
      for (const link of links) {
        await page.goto(link);
        await page.waitForFunction(() => CSS.highlights.has('search-current'));
        const words = await page.evaluate(() => {
          const [range] = CSS.highlights.get('search-current') ?? [];
          return {
            text: String(range),
            inside: document.querySelector(':target')?.contains((range as Range).startContainer),
          };
        });
        expect(words.text, link).toMatch(/\d/);
        expect(words.inside, link).toBe(true);
      }
    }
    await page.close();
  });

  it('sorts and narrows its table', async () => {
    const page = await browser.newPage();
    await page.goto(`${site.url}indicators/publicity-events/`);
    const numbers = () =>
      page
        .locator('tbody tr:not([hidden]) td.number')
        .evaluateAll((cells) =>
          cells.map((cell) => Number((cell as HTMLElement).dataset['value'])),
        );
    const inTable = await numbers();
    const sort = page.getByRole('button', { name: '数值' });
    await sort.click();
    await expect.poll(numbers).toEqual(inTable.toSorted((a, b) => b - a));
    await sort.click();
    await expect.poll(numbers).toEqual(inTable.toSorted((a, b) => a - b));
    await page.getByRole('searchbox', { name: '在本表中查找' }).fill('五华');
    await expect.poll(async () => (await numbers()).length).toBe(2);
    await page.close();
  });

  it('orders and finds the values of all pages, and none where one of them fails', async () => {
    // The table as it is, cut into two pages of three reports at most; a filter shows one at a time.
    const address = 'indicators/publicity-events/';
    const $ = load(read(`${address}index.html`));
    $('sortable-table').attr('data-pages', '2');
    $('report-filter').attr('data-size', '3').attr('data-step', '1');
    const all = $('td.number')
      .toArray()
      .map((cell) => Number($(cell).attr('data-value')));
    const largestFirst = all.toSorted((a, b) => b - a);
    const pageOf = (number: number) => {
      const part = load($.html());
      const ids = json('data/reports.json').map(({ id }: { id: string }) => id);
      const shown = ids.slice(3 * number - 3, 3 * number);
      part('[data-report]')
        .filter((_, piece) => !shown.includes(part(piece).attr('data-report')))
        .remove();
      return part.html();
    };
    const page = await browser.newPage();
    const answer = (path: string, body: string) =>
      page.route(site.url + path, (route) => route.fulfill({ contentType: 'text/html', body }));
    await answer(address, pageOf(1));
    await page.goto(site.url + address);
    const values = () =>
      page
        .locator('td.number')
        .evaluateAll((cells) => cells.map((cell) => Number(cell.dataset['value'])));
    const few = await values();
    expect(few.length).toBeLessThan(all.length);
    const sort = page.getByRole('button', { name: '数值' });
    const status = page.locator('sortable-table [role=status]');
    await sort.click();
    await status.filter({ hasText: '未能取得整张表' }).waitFor();
    expect(await values()).toEqual(few);
    await answer(`${address}page/2/`, pageOf(2));
    await sort.click();
    await expect.poll(values).toEqual(largestFirst.toReversed());
    expect(await status.textContent()).toBe(`整张表 ${all.length} 行`);
    await page.getByRole('searchbox', { name: '在本表中查找' }).fill('海西');
    await status.filter({ hasText: '找到' }).waitFor();
    expect(await page.locator('tbody th').allTextContents()).toContain(
      '海西蒙古族藏族自治州青海省',
    );
    await page.unroute(`${site.url}${address}`);
    await page.route(`${site.url}${address}**`, (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: pageOf(/page/.test(route.request().url()) ? 2 : 1),
      }),
    );
    await page.goto(`${site.url}${address}?kind=government`);
    const filtered = page.locator('[data-place=filtered]');
    await filtered.locator('tbody tr').first().waitFor();
    expect(await filtered.locator('tbody tr').count()).toBeLessThan(all.length);
    await filtered.getByRole('button', { name: '数值' }).click();
    await expect
      .poll(() =>
        filtered
          .locator('td.number')
          .evaluateAll((cells) => cells.map((cell) => Number(cell.dataset['value']))),
      )
      .toEqual(largestFirst);
    expect(await page.locator('[data-do=more]').isVisible()).toBe(false);
    const ids = await page
      .locator('[id]')
      .evaluateAll((elements) => elements.map((element) => element.id));
    expect(new Set(ids).size).toBe(ids.length);
    // What is found is taken along under the names that readers see, with what is not disclosed.
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      filtered.getByRole('button', { name: '下载此表' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('普法宣传活动.csv');
    const [head, ...lines] = parseCsv(readFileSync(await download.path(), 'utf8').slice(1));
    expect(head?.slice(0, 6)).toEqual(['上级地区', '地区', '年度', '数值', '单位', '写法']);
    expect(lines.slice(0, all.length).map((line) => Number(line[3]))).toEqual(largestFirst);
    for (const line of lines) {
      expect(line).toHaveLength(head?.length ?? 0);
      expect(line.at(-1)).toContain('/reports/');
    }
    for (const line of lines.slice(all.length))
      expect(line.slice(3, 6)).toEqual(['', '', '未披露']);
    expect(new Set(lines.map((line) => line[1])).size).toBe(5);
    await page.close();
  });

  it('shows on a phone every bar in its length, every value and every sentence', async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    await page.goto(`${site.url}indicators/head-appearance-rate/`);
    const bars = await page.locator('.bars li').evaluateAll((items) =>
      items.map((item) => ({
        percent: Number.parseFloat(item.querySelector('.bar-value')?.textContent ?? ''),
        share:
          (item.querySelector('.bar') as Element).getBoundingClientRect().width /
          (item.querySelector('svg') as Element).getBoundingClientRect().width,
        end: (item.querySelector('.bar-value') as Element).getBoundingClientRect().right,
      })),
    );
    expect(bars.map(({ percent }) => percent)).toEqual([100, 90, 77.27, 61]);
    for (const { percent, share, end } of bars) {
      expect(share).toBeCloseTo(percent / 100, 1);
      expect(end).toBeLessThanOrEqual(390);
    }
    const cells = await page
      .locator('.values .quote')
      .evaluateAll((all) => all.map((cell) => cell.getBoundingClientRect()));
    for (const { left, right } of cells) {
      expect(right - left).toBeGreaterThan(300);
      expect(right).toBeLessThanOrEqual(390);
    }
    await page.close();
  });

  it('is reached from a number at the row of that number', async () => {
    const page = await browser.newPage();
    await page.goto(`${site.url}reports/330182-2020/`);
    await page.locator('article a.figure', { hasText: '77.27' }).click();
    await page.waitForURL('**/indicators/head-appearance-rate/#*');
    expect(await page.locator('tr:target .number').textContent()).toContain('77.27%');
    await page.close();
  });

  it('says what is not disclosed, and never gives it as zero', async () => {
    const page = await browser.newPage();
    await page.goto(`${site.url}indicators/hearings/`);
    expect(await page.locator('.undisclosed li').count()).toBe(4);
    expect(await page.locator('.undisclosed summary').textContent()).toContain('未披露：4 份');
    await page.close();
  });
});

describe.each([
  'indicators/',
  'indicators/litigation-cases/',
  'checks/',
  'documents/',
  'documents/civil-code/',
  'data/tables/',
])('%s', (address) => {
  it.each([
    [360, 'dark'],
    [1440, 'light'],
  ] as const)(
    'is accessible and as wide as the window at %d px, %s',
    async (width, colorScheme) => {
      const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
      const problems: string[] = [];
      page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
      page.on('pageerror', (error) => problems.push(String(error)));
      await page.goto(site.url + address);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
      await page.evaluate(axe.source);
      const violations = await page.evaluate(async () => {
        const results = await (
          window as unknown as { axe: { run: () => Promise<{ violations: { id: string }[] }> } }
        ).axe.run();
        return results.violations.map(({ id }) => id);
      });
      expect(violations).toEqual([]);
      expect(problems).toEqual([]);
      await page.close();
    },
  );
});
