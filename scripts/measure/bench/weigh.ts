/** What pages weigh in a browser, compressed as a static host would send them. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';

/** Compressed bytes of one page and of what it loads by itself. */
export interface PageWeight {
  name: string;
  html: number;
  css: number;
  js: number;
  total: number;
}

/** Weighs the home page, a report, a region and a theme. */
export async function weighPages(
  browser: Browser,
  url: string,
  siteDir: string,
): Promise<PageWeight[]> {
  const first = (folder: string) =>
    readdirSync(path.join(siteDir, folder)).find((name) => /^\d/.test(name)) ?? '';
  const addresses: [string, string][] = [
    ['首页', ''],
    ['报告', `reports/${first('reports')}/`],
    ['报告列表', 'reports/'],
    ['地区', `regions/${first('regions')}/`],
    ['主题', 'themes/enforcement/'],
  ];
  const weights: PageWeight[] = [];
  for (const [name, address] of addresses) {
    const page = await browser.newPage();
    const weight: PageWeight = { name, html: 0, css: 0, js: 0, total: 0 };
    const pending: Promise<void>[] = [];
    page.on('response', (response) => {
      pending.push(
        response.body().then((body) => {
          const bytes = gzipSync(body).length;
          const type = response.headers()['content-type'] ?? '';
          weight.total += bytes;
          if (type.includes('html')) weight.html += bytes;
          else if (type.includes('css')) weight.css += bytes;
          else if (type.includes('javascript')) weight.js += bytes;
        }),
      );
    });
    await page.goto(url + address, { waitUntil: 'networkidle' });
    await Promise.all(pending);
    weights.push(weight);
    await page.close();
  }
  return weights;
}
