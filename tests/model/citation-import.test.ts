/** Other programs read what is cited: every form goes through a parser of another project and comes back the same. */
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { Cite } from '@citation-js/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Citation, type CitationForm, cite } from '../../src/model/citation.ts';
import { citation as plain, report } from './cited.ts';

/** Its address has a sign that means something to LaTeX. */
const citation: Citation = {
  ...plain,
  url: 'https://example.org/a_b/reports/632800-2020/#s1-k7-i3',
};

/** The one entry another program makes of a citation. */
function read(form: CitationForm, of: Citation): Record<string, unknown> {
  const { data } = new Cite(cite(form, of));
  expect(data).toHaveLength(1);
  return data[0] as Record<string, unknown>;
}

/** Readers differ in where they keep the name of a body: whole, or as a family name without a given one. */
function authors(entry: Record<string, unknown>): string[] {
  const named = (entry['author'] ?? []) as Record<string, string>[];
  return named.map(({ literal, family, ...more }) => {
    expect(more).toEqual({});
    return literal ?? family ?? '';
  });
}

describe.each(['bibtex', 'ris', 'csl'] as const)('%s', (form) => {
  it('is read with all its fields', () => {
    const entry = read(form, citation);
    expect(entry).toMatchObject({
      id: '632800-2020-s1-k7-i3',
      type: 'report',
      title: report.title,
      publisher: report.issuer,
      number: report.documentNumber,
      issued: { 'date-parts': [[2021, 2, 26]] },
      accessed: { 'date-parts': [[2026, 11, 21]] },
      URL: citation.url,
    });
    expect(authors(entry)).toEqual([report.issuer]);
    expect([entry['note'], entry['section']]).toContain(citation.section);
  });

  it.each([
    ['2021-02', [2021, 2]],
    ['2021', [2021]],
  ])('is read with a date that says no more than %s', (published, parts) => {
    const { issued } = read(form, { ...citation, report: { ...report, published } });
    expect(issued).toEqual({ 'date-parts': [parts] });
  });

  it('is read where nothing but the title is known', () => {
    const unknown = { ...report, issuer: null, published: null, documentNumber: null };
    const entry = read(form, { report: unknown, url: citation.url, accessed: '2026-11-21' });
    expect(entry['title']).toBe(report.title);
    for (const field of ['author', 'issued', 'number', 'publisher', 'section', 'note'])
      expect(entry).not.toHaveProperty(field);
  });

  it('keeps a body whole whose name has a comma or “and”', () => {
    const issuer = '中共某县委,某县 and 某市人民政府';
    const [author, ...others] = authors(read(form, { ...citation, report: { ...report, issuer } }));
    expect(others).toEqual([]);
    expect(author?.replace('，', ',')).toBe(issuer);
  });

  it('gives any title back as it is printed', () => {
    const sign = fc.constantFrom(...'{}%&#_$~^\\,"“”\'`-<>/|=@;:()[]《》〔〕年度a1é。、');
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 12 }), (signs) => {
        const title = `报告${signs.join('')}全文`;
        expect(read(form, { ...citation, report: { ...report, title } })['title']).toBe(title);
      }),
      { numRuns: 500 },
    );
  });
});
