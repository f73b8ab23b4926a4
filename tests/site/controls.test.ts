/** Controls of the writing direction are shown, kept, and change nothing around them: on every page that has the text. */
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { control, withLabels } from '../../src/model/control-characters.ts';
import { filesOf, textOf } from './files.ts';
import { misleading } from './many.ts';
import { settled, type Visitor, visit } from './visit.ts';

let site: Visitor;
beforeAll(async () => {
  site = await visit(inject('manySiteDir'));
});
afterAll(() => site.close());

describe('a report with controls of the writing direction', () => {
  const address = `reports/${misleading.id}/`;

  it('keeps them in its text and shows them beside it', async () => {
    const page = await site.open();
    await page.goto(site.url + address);
    expect(await page.locator('article').textContent()).toContain(misleading.words);
    const labels = page.locator('article .control');
    expect(await labels.count()).toBe(2);
    const drawn = await labels.first().evaluate((element) => ({
      label: getComputedStyle(element, '::before').content,
      width: element.getBoundingClientRect().width,
    }));
    expect(drawn.label).toBe('"U+202E"');
    expect(drawn.width).toBeGreaterThan(20);
    expect(await page.title()).toContain(withLabels(misleading.title));
    for (const place of ['h1', 'reading-bar [data-place=where]', '.citation-text'])
      expect(await page.locator(`${place} .control`).count(), place).toBe(2);
    expect(site.faults).toEqual([]);
    await page.context().close();
  });

  it('is read in the order it is written', async () => {
    const page = await site.open({ viewport: { width: 1440, height: 900 } });
    await page.goto(site.url + address);
    const paragraph = page.locator('article p', { hasText: '一二三四' });
    const places = () =>
      paragraph.evaluate((element) => {
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const at = node.nodeValue?.indexOf('一二三四') ?? -1;
          if (at < 0) continue;
          return [0, 1, 2, 3].map((next) => {
            const range = document.createRange();
            range.setStart(node, at + next);
            range.setEnd(node, at + next + 1);
            const { left, top } = range.getBoundingClientRect();
            return top * 10_000 + left;
          });
        }
        return [];
      });
    const order = await places();
    expect(order).toHaveLength(4);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    // Without what keeps them apart they would do their work.
    await paragraph.locator('.control').evaluateAll((elements) => {
      for (const element of elements as HTMLElement[]) element.style.unicodeBidi = 'normal';
    });
    const misled = await places();
    expect(misled).not.toEqual(misled.toSorted((a, b) => a - b));
    await page.context().close();
  });

  it('shows them in search results, comparisons and excerpts', async () => {
    const page = await site.open();
    await page.goto(`${site.url}search/?q=${encodeURIComponent('共有一二三四')}`);
    await settled(page);
    const excerpt = page.locator('.search-excerpt', { hasText: '一二三四' });
    await excerpt.locator('.control').first().waitFor();
    await page.goto(`${site.url}compare/?r=${misleading.id},632800-2020`);
    await settled(page);
    expect(await page.locator('compare-view .passage .control').count()).toBe(2);
    expect(await page.locator('compare-view').textContent()).toContain(misleading.words);
    await page.goto(site.url + address);
    await page.evaluate(
      ([title = '', text = '']) =>
        localStorage.setItem(
          'fazhi-nianbao/excerpts',
          JSON.stringify([
            {
              report: { id: '1', title, issuer: null, published: null, documentNumber: null },
              section: 's1',
              url: location.href,
              text,
            },
          ]),
        ),
      [misleading.title, misleading.words],
    );
    await page.goto(`${site.url}excerpts/`);
    expect(await page.locator('excerpt-list blockquote .control').count()).toBe(2);
    expect(await page.locator('excerpt-list h2 .control').count()).toBe(2);
    expect(site.faults).toEqual([]);
    await page.context().close();
  });
});

it('no page of the site has one that is not shown', () => {
  const siteDir = inject('manySiteDir');
  let shown = 0;
  const bare = filesOf(siteDir, '.html').filter((file) => {
    const html = textOf(siteDir, file);
    const text = html.replace(
      /<span class="control" data-label="U\+[0-9A-F]+">[^<]*<\/span>/g,
      () => {
        shown++;
        return '';
      },
    );
    // Scripts read the attributes that are left, and show what they say as the pages do.
    return control.test(text.replace(/ data-[a-z]+="[^"]*"/g, ''));
  });
  expect(bare).toEqual([]);
  expect(shown).toBeGreaterThan(20);
});
