/** How pages look to readers of every kind: Chinese typography, contrast, forced colours, motion, paper. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { manyPageTypes, pageTypes, settled, type Visitor, visit } from './visit.ts';

let site: Visitor;
let many: Visitor;
beforeAll(async () => {
  [site, many] = await Promise.all([visit(inject('siteDir')), visit(inject('manySiteDir'))]);
});
afterAll(() => Promise.all([site.close(), many.close()]));

const allTypes = [
  ...Object.entries(pageTypes).map(([name, address]) => ({ name, address, of: () => site })),
  ...Object.entries(manyPageTypes).map(([name, address]) => ({ name, address, of: () => many })),
];

/** Characters that fit into a line of an element. */
const measure = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const size = Number.parseFloat(getComputedStyle(element).fontSize);
      return element.getBoundingClientRect().width / size;
    });

describe('Chinese text', () => {
  it.each([
    [1024, 30],
    [1440, 30],
    [360, 14],
  ])('has lines of a readable length at %i px', async (width, least) => {
    const page = await site.open({ viewport: { width, height: 800 } });
    for (const [name, selector] of [
      ['report', '#s1-k1-i1 p'],
      ['problems', '.report-passages .passage > p'],
      ['about', 'main > section > p'],
    ] as const) {
      await page.goto(site.url + pageTypes[name]);
      const characters = await measure(page, selector);
      expect(characters, name).toBeGreaterThanOrEqual(least);
      expect(characters, name).toBeLessThanOrEqual(40);
    }
    await page.context().close();
  });

  it('fills its lines, whatever stands beside links and half-width signs', async () => {
    const page = await site.open({ viewport: { width: 1280, height: 800 } });
    await page.goto(site.url + pageTypes['report']);
    // What justified text would stretch stands short of the end without it.
    const short = await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('article p { text-align: start !important; text-wrap: wrap !important }');
      document.adoptedStyleSheets.push(sheet);
      return [...document.querySelectorAll('article section > p')].flatMap((paragraph) => {
        const end = paragraph.getBoundingClientRect().right;
        const size = Number.parseFloat(getComputedStyle(paragraph).fontSize);
        const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
        const lines: { bottom: number; right: number; text: string }[] = [];
        for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text) {
          for (let at = 0; at < node.length; at++) {
            const range = document.createRange();
            range.setStart(node, at);
            range.setEnd(node, at + 1);
            const { width, right, bottom } = range.getBoundingClientRect();
            if (width === 0) continue;
            if (bottom - (lines.at(-1)?.bottom ?? Number.NEGATIVE_INFINITY) > size * 0.8)
              lines.push({ bottom, right: 0, text: '' });
            const line = lines.at(-1) as (typeof lines)[number];
            line.right = Math.max(line.right, right);
            line.text += node.data[at];
          }
        }
        return lines
          .slice(0, -1)
          .filter(({ right }) => end - right > 4 * size)
          .map(({ text }) => text);
      });
    });
    expect(short).toEqual([]);
    await page.context().close();
  });

  it('keeps signs off the wrong end of a line', async () => {
    const page = await site.open({ viewport: { width: 360, height: 800 } });
    await page.goto(site.url + pageTypes['report']);
    const style = await page.locator('#s1-k1-i1 p').evaluate((element) => {
      const { lineBreak, textIndent, textAlign, fontSize } = getComputedStyle(element);
      const more = getComputedStyle(element) as unknown as Record<string, string>;
      return {
        lineBreak,
        textAlign,
        indent: Number.parseFloat(textIndent) / Number.parseFloat(fontSize),
        autospace: more['textAutospace'],
        trim: more['textSpacingTrim'],
      };
    });
    expect(style).toEqual({
      lineBreak: 'strict',
      textAlign: 'justify',
      indent: 2,
      autospace: 'no-autospace',
      trim: 'trim-start',
    });
    // Browsers that can hang signs beyond the line are asked to; Chromium cannot, and leaves the rule out.
    const rules = await page.evaluate(async () => {
      const sheets = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')];
      const texts = await Promise.all(sheets.map(async ({ href }) => (await fetch(href)).text()));
      return texts.join('\n');
    });
    expect(rules).toMatch(/article\s*\{[^}]*hanging-punctuation:\s*allow-end/);
    const wrong = await page.locator('article').evaluate((article) => {
      const found: string[] = [];
      const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const text = node.textContent ?? '';
        if (!node.parentElement?.closest('p')) continue;
        let line: number | undefined;
        for (let at = 0; at < text.length; at++) {
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          const box = range.getClientRects()[0];
          if (!box || box.width === 0) continue;
          if (
            line !== undefined &&
            box.top > line + 8 &&
            /[，。；：、！？）》〉」』”’,;:!?)]/.test(text.charAt(at))
          )
            found.push(text.slice(Math.max(0, at - 5), at + 5));
          line = box.top;
        }
      }
      return found;
    });
    expect(wrong).toEqual([]);
    await page.context().close();
  });

  it('tells the levels of headings apart', async () => {
    const page = await site.open();
    await page.goto(site.url + pageTypes['report']);
    const looks = await page.evaluate(() =>
      ['#s1 > .head h2', '#s1-k1 > .head h3', '#s1-k1-i1 .lead', '#s1-k1-i1 p'].map((selector) => {
        const element = document.querySelector(selector) as Element;
        const { fontFamily, fontSize, fontWeight } = getComputedStyle(element);
        return [fontFamily.split(',')[0], fontSize, fontWeight].join(' ');
      }),
    );
    expect(new Set(looks).size).toBe(looks.length);
    expect(site.faults).toEqual([]);
    await page.context().close();
  });
});

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Text of less than 7:1 against its ground. */
async function faint(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const values = ['color-contrast', 'color-contrast-enhanced'];
    const { violations } = await axe.run(document, { runOnly: { type: 'rule', values } });
    return violations.flatMap(({ nodes }) => nodes.slice(0, 3).map(({ html }) => html));
  });
}

/** Elements that move, or would when they change. */
const moving = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((element) => {
        const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
        const transitions = transitionDuration.split(', ').some((each) => each !== '0s');
        return transitions || animationName !== 'none' || scrollBehavior === 'smooth';
      })
      .map((element) => element.outerHTML.slice(0, 80)),
  );

const tools = [
  '.site-header',
  '.site-footer',
  '.filter',
  '.pager',
  '.search-facets',
  '.search-order',
  'reader-tray',
  '.compare-toggle',
];

describe('every page type', () => {
  const pages = new Map<Visitor, Promise<Page>>();
  const pageOf = (visitor: Visitor) => {
    const page = pages.get(visitor) ?? visitor.open({ contrast: 'more', reducedMotion: 'reduce' });
    pages.set(visitor, page);
    return page;
  };

  it.each(allTypes)(
    'has enough contrast, no motion and a shape for paper: $name',
    async ({ address, of }) => {
      const page = await pageOf(of());
      await page.emulateMedia({ media: null, colorScheme: 'light' });
      await page.goto(of().url + address);
      await settled(page);
      expect(await faint(page), 'light').toEqual([]);
      expect(await moving(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await faint(page), 'dark').toEqual([]);
      await page.emulateMedia({ media: 'print' });
      for (const tool of tools)
        for (const each of await page.locator(tool).all())
          expect(await each.isVisible(), tool).toBe(false);
      expect(await page.locator('h1').first().isVisible()).toBe(true);
      // On paper there is nothing to be scrolled.
      await page.setViewportSize({ width: 628, height: 942 });
      const cut = await page.evaluate(() =>
        [...document.querySelectorAll('html, main *')]
          .filter((box) => {
            const { overflowX, textOverflow } = getComputedStyle(box);
            // A dot dot dot says that there is more.
            if (textOverflow === 'ellipsis') return false;
            const hides = box === document.documentElement || /auto|scroll|hidden/.test(overflowX);
            return hides && box.clientWidth > 1 && box.scrollWidth > box.clientWidth + 1;
          })
          .map((box) => `${box.outerHTML.slice(0, 60)} ${box.scrollWidth} px`),
      );
      await page.setViewportSize({ width: 1280, height: 720 });
      expect(cut).toEqual([]);
    },
  );
});

it('where colours are forced, what is chosen is still told from what is not', async () => {
  const page = await many.open({ forcedColors: 'active' });
  const drawn = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
      });
  await page.goto(`${many.url}themes/leadership/page/2/`);
  expect(await drawn('.pager [aria-current]')).toBe(true);
  expect(await drawn('.pager a:not([aria-current])')).toBe(false);
  expect(await drawn('.site-header [aria-current]')).toBe(true);
  await page.locator('.compare-toggle').first().click();
  expect(await drawn('.compare-toggle')).toBe(true);
  await page.goto(`${many.url}reports/632800-2020/#s1-k1`);
  expect(await drawn('.year-strip [aria-current]')).toBe(true);
  expect(await drawn('#s1-k1')).toBe(true);
  await page.goto(`${many.url}compare/?r=632800-2020,632800-2021`);
  await settled(page);
  expect(await drawn('.shared[data-kind=identical]')).toBe(true);
  await page.context().close();
});
