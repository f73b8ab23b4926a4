/** Official text outside its report is what the report prints: same characters, same order, stops and all. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { PrintedSection } from '../../src/model/printed.ts';
import { withoutBlanks } from '../convert/hostile.ts';
import { settled, type Visitor, visit } from './visit.ts';

let site: Visitor;
beforeAll(async () => {
  site = await visit(inject('siteDir'));
});
afterAll(() => site.close());

const file = (...names: string[]) =>
  readFileSync(path.join(inject('siteDir'), 'data', ...names), 'utf8');
const ids = readdirSync(path.join(inject('siteDir'), 'data/texts')).map((name) =>
  path.basename(name, '.json'),
);
const printedOf = (id: string) => JSON.parse(file('texts', `${id}.json`)) as PrintedSection[];
/** All that is printed in a section and those below it. */
const under = (id: string, section: string) =>
  withoutBlanks(
    printedOf(id)
      .filter((each) => each.id === section || each.id.startsWith(`${section}-`))
      .map(({ text }) => text)
      .join(''),
  );

describe('the Markdown', () => {
  it.each(ids)('of %s holds the printed text, and no sign of emphasis', (id) => {
    const markdown = file('markdown', `${id}.md`);
    const text = withoutBlanks(markdown.replace(/^#+ /gm, '').replace(/\\(?=[!-/:-@[-`{-~])/g, ''));
    const printed = printedOf(id).map(
      ({ editorial, text }) => (editorial ? `${editorial}（编者拟题）` : '') + text,
    );
    expect(text.endsWith(withoutBlanks(printed.join('')))).toBe(true);
  });
});

describe('the Word document', () => {
  it.each(ids)(
    'of %s holds the title, the printed text and the source, and nothing else',
    async (id) => {
      const page = await site.open({ acceptDownloads: true });
      await page.goto(`${site.url}reports/${id}/`);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.click('[popovertarget=downloads]').then(() => page.click('report-word button')),
      ]);
      expect(download.suggestedFilename()).toBe(`${id}.docx`);
      const parts = unzipSync(readFileSync(await download.path()));
      const xml = new TextDecoder().decode(parts['word/document.xml']);
      const text = withoutBlanks(withoutEntities(xml.replace(/<[^>]+>/g, '')));
      const title = await page.locator('h1').textContent();
      const printed = printedOf(id).map(
        ({ editorial, text }) => (editorial ? `${editorial}（编者拟题）` : '') + text,
      );
      const [before, source] = text.split('来源：');
      expect(before).toBe(withoutBlanks([title, ...printed].join('')));
      expect(source).toContain(`/reports/${id}/.`);
      // Headings are headings, so that Word shows its outline.
      const chapters = printedOf(id).filter(
        (each) => each.head > 0 && /^[sk]\d+(-k\d+)?$/.test(each.id),
      );
      const headings = xml.match(/<w:pStyle w:val="Heading[23]"/g) ?? [];
      expect(headings.length).toBeGreaterThanOrEqual(chapters.length);
      await page.context().close();
    },
  );

  it('says so when it cannot be made', async () => {
    const page = await site.open();
    await page.goto(`${site.url}reports/${ids[0]}/`);
    await page.route('**/data/reports/*', (route) => route.abort());
    await page.click('[popovertarget=downloads]');
    await page.click('report-word button');
    await page.locator('report-word [role=status]', { hasText: '未能取得数据' }).waitFor();
    await page.context().close();
  });
});

/** Text of XML without its entities. */
const withoutEntities = (text: string) =>
  text.replace(
    /&(lt|gt|quot|apos|amp);/g,
    (_, name: string) => ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' })[name] ?? '',
  );

describe('passages', () => {
  it.each(['problems', 'plan'])(
    'on the page of the part %s are printed as in their report',
    async (part) => {
      const page = await site.open();
      await page.goto(`${site.url}parts/${part}/`);
      const passages = await page.locator('.report-passages').evaluateAll((all) =>
        all.map((each) => ({
          id: (each as HTMLElement).dataset['report'] ?? '',
          sections: [...each.querySelectorAll(':scope > .passage')].map((passage) => ({
            section: passage.querySelector('a')?.hash.slice(1) ?? '',
            text: passage.textContent ?? '',
          })),
        })),
      );
      expect(passages.length).toBeGreaterThan(2);
      for (const { id, sections } of passages)
        for (const { section, text } of sections) {
          // The first number may belong to a section within the one shown.
          const steps = section.split('-');
          const around = steps.map((_, at) => under(id, steps.slice(0, at + 1).join('-')));
          expect(around, `${id} ${section}`).toContain(withoutBlanks(text));
        }
      await page.context().close();
    },
  );

  it('of a comparison are printed as in their report, each once', async () => {
    const page = await site.open();
    for (const by of ['theme', 'part'] as const) {
      await page.goto(`${site.url}compare/?r=632800-2020,620524-2020,330182-2020&by=${by}`);
      await settled(page);
      for (const [column, id] of ['632800-2020', '620524-2020', '330182-2020'].entries()) {
        const shown = await page
          .locator(`.side-row [data-column="${column}"] .passage`)
          .evaluateAll((all) =>
            all.map((each) => {
              const own = each.cloneNode(true) as Element;
              for (const other of own.querySelectorAll('.passage, .where')) other.remove();
              return (own.textContent ?? '').replace(/\s/g, '');
            }),
          );
        const left = shown.filter(Boolean).sort();
        const printed = printedOf(id).filter(({ text }) => text !== '');
        const isShown = ({ text }: PrintedSection) => left.includes(withoutBlanks(text));
        // Headings whose sections all stand in other rows head nothing there.
        const missing = printed.filter((section) => !isShown(section));
        expect(missing.filter(({ text, head }) => text.length > head)).toEqual([]);
        expect(left).toEqual(
          printed
            .filter(isShown)
            .map(({ text }) => withoutBlanks(text))
            .sort(),
        );
      }
    }
    await page.context().close();
  });
});
