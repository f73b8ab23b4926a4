/**
 * Every text of the corpus is one file with labels that say what the format demands. Faults are told by name and path
 * alone, so that no run of the tests shows what the sealed half says.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { labels, sourceNames } from '../../scripts/measure/accuracy/labels.ts';
import { programDir } from '../../src/collection/program-dir.ts';

const halves = ['open', 'sealed'];
const kinds = ['heads', 'reports'];

/** Folders of one kind in one half, from the corpus on: `open/heads/…`. */
function foldersOf(half: string, kind: string): string[] {
  const folder = path.join(programDir, 'tests/corpus', half, kind);
  return existsSync(folder) ? readdirSync(folder).map((name) => `${half}/${kind}/${name}`) : [];
}

const folders = halves.flatMap((half) => kinds.flatMap((kind) => foldersOf(half, kind)));
const inCorpus = (folder: string, file: string) =>
  path.join(programDir, 'tests/corpus', folder, file);

/** Slugs in one list of a file in `content/`. */
function slugsIn(file: string, list: string): Set<string> {
  const lists = parse(readFileSync(path.join(programDir, 'content', file), 'utf8'));
  return new Set((lists[list] as { slug: string }[]).map(({ slug }) => slug));
}
const themeSlugs = slugsIn('themes.yaml', 'themes');
const indicatorSlugs = slugsIn('indicators.yaml', 'indicators');

/** What is read in whole reports alone. */
const wholeReport = ['outline', 'quantities', 'tables', 'indicators', 'checks', 'documents'];

/** Where the labels of a folder are not what the format demands. */
function faultsOf(folder: string): string[] {
  const file = inCorpus(folder, 'labels.yaml');
  if (!existsSync(file)) return [];
  let read: unknown;
  try {
    read = parse(readFileSync(file, 'utf8'));
  } catch {
    return [`${folder}: no YAML`];
  }
  const result = labels.safeParse(read);
  if (!result.success)
    return result.error.issues.map(
      ({ path: at, code }) => `${folder}: ${at.map(String).join('.')} (${code})`,
    );

  const { verdict, metadata, outline = [], indicators = [] } = result.data;
  const isHead = folder.includes('/heads/');
  const published = metadata?.published;
  const isText = existsSync(inCorpus(folder, 'source.txt'));
  const paths = [
    ...(isHead ? wholeReport.filter((key) => key in result.data) : []),
    ...(!isHead && verdict === 'report' && outline.length === 0 ? ['outline'] : []),
    // A line is counted in the text of a .txt alone.
    ...(published && isText !== (published.line !== undefined) ? ['metadata.published.line'] : []),
    ...outline.flatMap(({ themes, or = [] }, index) =>
      [...themes, ...or].every((theme) => themeSlugs.has(theme)) ? [] : [`outline.${index}`],
    ),
    ...indicators.flatMap(({ slug }, index) =>
      indicatorSlugs.has(slug) ? [] : [`indicators.${index}.slug`],
    ),
  ];
  return paths.map((each) => `${folder}: ${each}`);
}

describe('the labelled corpus', () => {
  it('has texts in both halves, and slugs to label them with', () => {
    for (const half of halves)
      expect(foldersOf(half, 'heads').length, `${half}/heads`).toBeGreaterThan(0);
    expect(themeSlugs.size).toBe(12);
    expect(indicatorSlugs.size).toBeGreaterThan(40);
  });

  it('names every folder once', () => {
    const names = folders.map((folder) => path.basename(folder));
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    expect(names.filter((name) => !/^[a-z]\d{2,3}(?:-[a-z0-9]+)+$/u.test(name))).toEqual([]);
  });

  it('has one source file and its labels in every folder, and nothing else', () => {
    const wrong = folders.filter((folder) => {
      const files = readdirSync(inCorpus(folder, ''));
      const sources = files.filter((name) => (sourceNames as readonly string[]).includes(name));
      return sources.length !== 1 || files.length !== 2 || !files.includes('labels.yaml');
    });
    expect(wrong).toEqual([]);
  });

  it('is labelled as its README says', () => {
    expect(folders.flatMap(faultsOf)).toEqual([]);
  });
});

describe('the schema', () => {
  const head = {
    layout: ['https://example.org/a.html'],
    author: 'a',
    verdict: 'report',
    metadata: {
      ...{ title: null, year: 2023, issuers: ['某县人民政府'], addressee: null, publisher: null },
      ...{ kind: 'government', region: '330182', town: null, signed: null, documentNumber: null },
      ...{ published: { date: '2024-02-29', label: '发布时间', line: 3 } },
      ...{ indexNumber: null, source: null },
    },
  };
  const section = { id: 's1', heading: '主要举措', part: 'progress', themes: [] };
  const report = { ...head, outline: [section, { ...section, id: 's1-k1' }] };

  it('takes what the format holds', () => {
    expect(labels.safeParse(head).success).toBe(true);
    const quantities = { 's1-k1': ['27件', { exact: '百分之百', value: 100, unit: '%' }] };
    const checks = [
      {
        ...{ section: 's1', kind: 'sum', stated: '27件', from: ['23件', '4件'], computed: 27 },
        ...{ verdict: 'agrees', either: true },
      },
    ];
    expect(labels.safeParse({ ...report, quantities, checks }).success).toBe(true);
    expect(labels.safeParse({ ...head, verdict: 'not-report', metadata: null }).success).toBe(true);
  });

  it.each([
    ['a report without metadata', { ...head, metadata: null }],
    ['a key that is not in it', { ...head, note: '' }],
    ['a field that is left out', { ...head, metadata: { ...head.metadata, town: undefined } }],
    [
      'a day that there is not',
      { ...head, metadata: { ...head.metadata, signed: { date: '2023-02-29', label: '落款' } } },
    ],
    ['a region that is no code', { ...head, metadata: { ...head.metadata, region: '3301' } }],
    ['a section that stands twice', { ...report, outline: [section, section] }],
    ['a section without its parent', { ...report, outline: [{ ...section, id: 's1-k1' }] }],
    ['a figure of a section that there is not', { ...report, quantities: { s2: ['27件'] } }],
    [
      'a document of a section that there is not',
      { ...report, documents: [{ section: 's2', name: '宪法', canonical: null, number: null }] },
    ],
  ])('refuses %s', (_, wrong) => {
    expect(labels.safeParse(wrong).success).toBe(false);
  });
});
