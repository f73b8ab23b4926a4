/** What a CSL processor makes of a report with the styles that are published for Chinese papers is what the site says. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import CSL from 'citeproc';
import { describe, expect, it } from 'vitest';
import { cite } from '../../src/model/citation.ts';
import { citation, report } from './cited.ts';

const read = (name: string) => readFileSync(path.join(import.meta.dirname, 'csl', name), 'utf8');

/** The entry of a list of sources that a style makes of the CSL-JSON on offer, without its number. */
function processed(style: string, of: typeof citation): string {
  const [item] = JSON.parse(cite('csl', of));
  // The body publishes the report itself: the styles name it once as author, as the standard wants.
  delete item.publisher;
  const engine = new CSL.Engine(
    { retrieveLocale: () => read('locales-zh-CN.xml'), retrieveItem: () => item },
    read(`${style}.csl`),
  );
  engine.setOutputFormat('text');
  engine.updateItems([item.id]);
  return engine
    .makeBibliography()[1]
    .join('')
    .trim()
    .replace(/^(?:\[1\]|〔1〕)\s*/, '');
}

const reports = [
  ['with all that can be known', report],
  ['without a number', { ...report, documentNumber: null }],
  ['of a body that is not told', { ...report, issuer: null }],
  ['of two bodies', { ...report, issuer: '中共某县委、某县人民政府' }],
] as const;

describe.each(['gbt7714-2025', 'gbt7714-2015'])('%s', (style) => {
  it.each(reports)('is the same of a report %s', (_, known) => {
    const of = { ...citation, report: known };
    const form = style === 'gbt7714-2025' ? 'gbt7714' : 'gbt7714-2015';
    expect(cite(form, of)).toBe(processed(style, of));
  });
});

describe('法学引注手册', () => {
  it.each(reports)(
    'is the same of a report %s, with its number and where it was read',
    (_, known) => {
      const of = { report: known, url: citation.url, accessed: citation.accessed };
      const added = [known.documentNumber, `${of.url}，2026年11月21日访问`].filter(
        (each) => each !== null,
      );
      const bare = added.reduce((text, each) => text.replace(`，${each}`, ''), cite('law', of));
      expect(bare).toBe(processed('law', of));
    },
  );
});
