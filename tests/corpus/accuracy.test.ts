/** What the program reads in the labelled corpus, against what it read before; and that the measuring itself can fail. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Baseline, baselineFile, keptOf } from '../../scripts/measure/accuracy/baseline.ts';
import {
  type Half,
  halves,
  type LabelledText,
  readHalf,
} from '../../scripts/measure/accuracy/corpus.ts';
import { labels } from '../../scripts/measure/accuracy/labels.ts';
import { measureCorpus, measureText } from '../../scripts/measure/accuracy/measure-corpus.ts';
import type { Reading } from '../../scripts/measure/accuracy/read-text.ts';
import { tablesOf } from '../../scripts/measure/accuracy/table.ts';
import type { CheckFact, ReportFacts } from '../../src/model/facts.ts';
import type { Section } from '../../src/model/report.ts';
import { knowledge } from '../own.ts';

/** Where figures fall behind: fewer right, more wrong, or other labels than were counted. Numbers and names of figures alone. */
function shortfalls(baseline: Baseline, reached: Baseline): string[] {
  const none = { labelled: 0, right: 0, wrong: 0, missing: 0 };
  return halves.flatMap((half) => {
    const names = new Set([...Object.keys(baseline[half]), ...Object.keys(reached[half])]);
    return [...names].flatMap((name) => {
      const { [name]: was = none } = baseline[half];
      const { [name]: is = none } = reached[half];
      const told = (what: 'labelled' | 'right' | 'wrong') =>
        `${half} ${name}: ${what} ${was[what]} → ${is[what]}`;
      return [
        ...(is.labelled === was.labelled ? [] : [told('labelled')]),
        ...(is.right < was.right ? [told('right')] : []),
        ...(is.wrong > was.wrong ? [told('wrong')] : []),
      ];
    });
  });
}

describe('the labelled corpus', () => {
  it('is read no worse than before; npm run accuracy -- --baseline keeps better figures', async () => {
    const baseline = JSON.parse(readFileSync(baselineFile, 'utf8')) as Baseline;
    const { tallies, remarks } = await measureCorpus(knowledge);
    expect(shortfalls(baseline, keptOf(tallies))).toEqual([]);
    expect(tallies.open['quantities.prose']?.labelled).toBeGreaterThan(1000);
    expect(tallies.sealed['quantities.prose']?.labelled).toBeGreaterThan(1000);
    expect(tablesOf(tallies)).toContain('documentNumber');
    const told = (half: Half) =>
      readHalf(half).filter(({ name }) => remarks.some((remark) => remark.startsWith(name))).length;
    expect([told('open') > 10, told('sealed')]).toEqual([true, 0]);
  });
});

describe('the baseline', () => {
  const tally = { labelled: 10, right: 8, wrong: 1, missing: 1 };
  const baseline = { open: { 'metadata.title': tally }, sealed: {} };
  const reached = (changed: object) =>
    shortfalls(baseline, { open: { 'metadata.title': { ...tally, ...changed } }, sealed: {} });

  it('takes what is the same or better', () => {
    expect(reached({})).toEqual([]);
    expect(reached({ right: 9, wrong: 0 })).toEqual([]);
  });

  it('tells what is worse, and labels that were not counted', () => {
    expect(reached({ right: 7 })).toEqual(['open metadata.title: right 8 → 7']);
    expect(reached({ wrong: 2 })).toEqual(['open metadata.title: wrong 1 → 2']);
    expect(reached({ labelled: 11 })).toEqual(['open metadata.title: labelled 10 → 11']);
    expect(shortfalls(baseline, { open: {}, sealed: {} })).toHaveLength(2);
  });

  it('keeps no single indicators', () => {
    expect(keptOf({ open: { 'slug.hearings': tally }, sealed: {} }).open).toEqual({});
  });
});

describe('a text', () => {
  const metadata = {
    ...{ title: '某县2023年法治政府建设报告', year: 2023, issuers: ['某市某县人民政府', '某县委'] },
    ...{ addressee: null, publisher: null, kind: 'other', region: '330182', town: null },
    ...{ published: null, signed: { date: '2024-02-29', label: '落款' }, documentNumber: null },
    ...{ indexNumber: null, source: '某局' },
  };
  const read = {
    ...{ layout: ['https://example.org/a.html'], author: 'a', verdict: 'report', metadata },
    outline: [
      { id: 's1', heading: '成效', part: 'progress', themes: ['leadership'], or: ['capacity'] },
      { id: 's1-k1', heading: '复议', part: 'progress', themes: [] },
      { id: 's2', heading: '打算', part: 'plan', themes: [] },
    ],
    quantities: { 's1-k1': ['27件', '4件'], s2: ['4件', { exact: '一起', either: true }] },
    indicators: [
      { slug: 'hearings', value: 4, unit: '次', section: 's2', quote: '听证4次', either: true },
    ],
    checks: [
      {
        ...{ section: 's1', kind: 'remainder', stated: '4件', from: ['27件', '23件'] },
        ...{ computed: 4, verdict: 'agrees' },
      },
    ],
    documents: [{ section: 's2', name: '民法典', canonical: '中华人民共和国民法典', number: null }],
  };
  const text = (changed: object = {}): LabelledText => ({
    ...{ name: 'x01-x', file: '' },
    labels: labels.parse({ ...read, ...changed }),
  });
  const section = (id: string, heading: string, themes: string[]) =>
    ({ id, heading, part: 'progress', themes, text: '', children: [] }) as unknown as Section;
  const quantity = (at: string, value: number, unit: string) =>
    ({ section: at, value, unit, exact: `${value}${unit}` }) as ReportFacts['quantities'][number];
  const check = (verdict: CheckFact['verdict']) =>
    ({
      ...{ section: 's1', kind: 'sum', stated: 27, formula: '23+4=27', verdict },
      quote: '',
    }) as CheckFact;
  const facts = (changed: Partial<ReportFacts> = {}): ReportFacts => ({
    ...{ id: '', quantities: [], indicators: [], checks: [], documents: [], ...changed },
  });
  const detection = {
    ...{ title: '某县2023年 法治政府建设报告', year: 2022, issuers: ['某县人民政府'] },
    ...{ kind: 'other', region: null, published: '2024-02-29', source: null },
    ...{ documentNumber: null, indexNumber: null },
  } as Reading['detection'] & object;
  const sections = [
    section('s1', '成效', ['leadership', 'capacity']),
    section('s2', '安排', ['x']),
  ];
  const measured = (found: ReportFacts, labelled = text()) =>
    measureText(labelled, { verdict: 'report', detection, report: { sections, facts: found } })
      .tallies;
  const counts = (tallies: ReturnType<typeof measured>, name: string) => {
    const { right = 0, wrong = 0, missing = 0 } = tallies[name] ?? {};
    return [right, wrong, missing];
  };

  it('has fields that are right, wrong and abstained from; a signature is no day of publication', () => {
    const tallies = measured(facts());
    const expected = {
      ...{ title: [1, 0, 0], year: [0, 1, 0], kind: [1, 0, 0], region: [0, 0, 1] },
      ...{ published: [0, 1, 0], signed: [0, 0, 1], source: [0, 0, 1], issuers: [1, 0, 1] },
    };
    for (const [field, all] of Object.entries(expected))
      expect(counts(tallies, `metadata.${field}`), field).toEqual(all);
  });

  it('has sections by id and heading, parts and themes by id', () => {
    const tallies = measured(facts());
    expect(counts(tallies, 'outline.s')).toEqual([1, 1, 0]);
    expect(counts(tallies, 'outline.k')).toEqual([0, 0, 1]);
    expect(counts(tallies, 'outline.parts')).toEqual([1, 1, 1]);
    expect(counts(tallies, 'outline.themes')).toEqual([1, 1, 0]);
    expect(counts(tallies, 'outline.theme-sets')).toEqual([1, 1, 1]);
  });

  it('has figures in their section, or anywhere where the section itself was not seen', () => {
    const quantities = [quantity('s1', 27, '件'), quantity('s1', 4, '件'), quantity('s1', 1, '次')];
    // 27件 of the section not seen, one of two 4件, and one that nobody labelled
    expect(counts(measured(facts({ quantities })), 'quantities.prose')).toEqual([2, 1, 1]);
    const strict = text({ quantities: { s1: ['27件'] } });
    expect(
      counts(
        measured(facts({ quantities: [quantity('s2', 27, '件')] }), strict),
        'quantities.prose',
      ),
    ).toEqual([0, 1, 1]);
  });

  it('has money with 万 in the unit or multiplied out', () => {
    const money = text({ quantities: { s1: [{ exact: '1.5万元', value: 15000, unit: '元' }] } });
    const told = measured(facts({ quantities: [quantity('s1', 1.5, '万元')] }), money);
    expect(counts(told, 'quantities.prose')).toEqual([1, 0, 0]);
  });

  it('has indicators that are neither demanded nor wrong', () => {
    const value = { slug: 'hearings', value: 4, unit: '次', section: 's2', quote: '听证4次' };
    const indicators = [value, { ...value, value: 5 }] as ReportFacts['indicators'];
    expect(counts(measured(facts({ indicators })), 'indicators.all')).toEqual([0, 1, 0]);
  });

  it('has relations told either way, and differences that are invented', () => {
    const right = measured(facts({ checks: [check('agrees')] }));
    expect(counts(right, 'checks.kind.remainder')).toEqual([1, 0, 0]);
    expect(counts(right, 'unlabelled.differs')).toEqual([0, 0, 0]);
    const invented = measured(facts({ checks: [check('differs')] }));
    expect(counts(invented, 'checks.kind.remainder')).toEqual([0, 1, 0]);
    expect(counts(invented, 'unlabelled.differs')).toEqual([0, 1, 0]);
  });

  it('has documents, found by any of their names and listed under one', () => {
    const cited = { section: 's2', name: '民法典', canonical: '民法典', number: null };
    const documents = [cited, cited, { ...cited, name: '宪法' }] as ReportFacts['documents'];
    const tallies = measured(facts({ documents }));
    expect(counts(tallies, 'documents.found')).toEqual([1, 1, 0]);
    expect(counts(tallies, 'documents.canonical')).toEqual([0, 1, 0]);
  });

  it('that is no report has a verdict and nothing else', () => {
    const { layout, author } = read;
    const news = labels.parse({ layout, author, verdict: 'not-report' });
    const { tallies } = measureText(
      { name: 'x02-x', file: '', labels: news },
      { verdict: 'report', detection },
    );
    expect(Object.keys(tallies)).toEqual(['verdict.not-report', 'verdict.report']);
  });
});
