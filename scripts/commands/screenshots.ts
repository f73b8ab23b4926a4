/** `npm run screenshots`: pictures of the main pages of the built site, for the docs. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { programDir } from '../../src/collection/program-dir.ts';
import { launchBrowser } from '../files/browser.ts';
import { CommandError, defineCommand } from '../files/run-command.ts';
import { serveDirectory } from '../site/hosts/serve-directory.ts';

/** Pictures larger than this do not belong into a repository. */
const mostBytes = 250_000;

interface Shot {
  name: string;
  address: string;
  /** Waits for this. */
  ready?: string;
  /** What is clicked before the picture is taken. */
  click?: string;
  phone?: true;
  dark?: true;
  print?: true;
}

const report = 'reports/632800-2020/';
const comparison = 'compare/?r=632800-2020,330182-2020,620524-2020';
const compared = 'compare-view[data-state=done]';
const shots: Shot[] = [
  { name: 'home', address: '' },
  { name: 'home-dark', address: '', dark: true },
  { name: 'home-phone', address: '', phone: true },
  { name: 'report', address: report },
  { name: 'report-section', address: `${report}#s1-k7`, click: '#s1-k7-i3 .permalink' },
  { name: 'report-dark', address: `${report}#s1-k5`, dark: true },
  { name: 'report-phone', address: `${report}#s1-k3`, phone: true },
  { name: 'report-print', address: report, print: true },
  { name: 'matrix', address: 'matrix/' },
  { name: 'plans', address: 'parts/plan/' },
  { name: 'region', address: 'regions/530000/' },
  { name: 'compare', address: comparison, ready: compared },
  { name: 'compare-dark', address: `${comparison}#row-1`, ready: compared, dark: true },
  { name: 'compare-phone', address: comparison, ready: compared, phone: true },
  { name: 'search', address: 'search/?q=行政复议', ready: 'search-page[data-state=done]' },
];

async function take(browser: Browser, url: string, folder: string, shot: Shot): Promise<void> {
  const page = await browser.newPage({
    viewport: shot.phone ? { width: 360, height: 740 } : { width: 1280, height: 800 },
    colorScheme: shot.dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  await page.goto(url + shot.address, { waitUntil: 'networkidle' });
  if (shot.ready) await page.waitForSelector(shot.ready);
  if (shot.click) await page.click(shot.click);
  if (shot.print) {
    // A sheet of A4 at 96 dots an inch, less its margins.
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 628, height: 942 });
  }
  const file = path.join(folder, `${shot.name}.png`);
  const picture = await page.screenshot();
  await page.close();
  const small = await sharp(picture).png({ palette: true, colours: 48, dither: 0 }).toBuffer();
  if (small.length > mostBytes)
    throw new CommandError(`${file} 有 ${small.length} 字节，超过 ${mostBytes}。`);
  writeFileSync(file, small);
}

await defineCommand({
  name: 'screenshots',
  about: '为文档拍摄主要网页的图片。',
  async run({ settings }) {
    const folder = path.join(programDir, 'docs/screenshots');
    mkdirSync(folder, { recursive: true });
    const [browser, server] = await Promise.all([launchBrowser(), serveDirectory(settings.outDir)]);
    try {
      for (const shot of shots) {
        await take(browser, server.url, folder, shot);
        console.log(path.join('docs/screenshots', `${shot.name}.png`));
      }
    } finally {
      await browser.close();
      await server.close();
    }
  },
});
