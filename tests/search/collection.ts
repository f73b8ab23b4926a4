/** A small collection of its own for the tests of the search: indexed by the real Pagefind, served over HTTP. */

import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type NestedText, nestedText } from '../../scripts/measure/search/truth.ts';
import { indexSearch } from '../../scripts/site/index-search/index-search.ts';
import { programDir } from '../../src/collection/program-dir.ts';
import type { Part, ReportData, Section } from '../../src/model/report.ts';
import { routes } from '../../src/model/routes.ts';
import { type Passage, passagesOf } from '../../src/search/document.ts';
import { fold } from '../../src/search/fold.ts';
import { Search } from '../../src/search/search.ts';
import { allVariants } from '../../src/search/variants.ts';
import { own } from '../own.ts';
import { serveDirectory } from '../serve.ts';

/** A section for a report of the tests. */
export function section(
  id: string,
  heading: string | null,
  text: string,
  more?: Partial<Section>,
): Section {
  const part: Part = 'progress';
  const style = (id.split('-').at(-1) ?? 'p')[0] as Section['style'];
  const number = Number(/(\d+)$/.exec(id)?.[1] ?? 1);
  const printed = { heading, marker: '', printedHeading: heading };
  const rest = { inferred: false, editorial: false, part, themes: [], children: [] };
  return { id, style, number, ...printed, text, ...rest, ...more };
}

/** Writes a report as the converter does. */
export async function writeReport(folder: string, report: ReportData): Promise<void> {
  await writeFile(path.join(folder, `${report.id}.json`), JSON.stringify(report));
}

/** A region named by its code, on all levels. */
function regionOf(code: string): ReportData['region'] {
  const codes = [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`, code];
  const path = [...new Set(codes)].map((each) => `${each}区`);
  return { code, name: path.at(-1) as string, path };
}

export function report(id: string, sections: Section[], more?: Partial<ReportData>): ReportData {
  return {
    id,
    title: `${id}号报告`,
    issuer: null,
    issuers: [],
    addressee: null,
    town: null,
    publisher: null,
    kind: 'government',
    region: regionOf(id.slice(0, 6)),
    year: Number(id.slice(7, 11)),
    published: null,
    signed: null,
    evidence: {},
    documentNumber: null,
    indexNumber: null,
    source: null,
    url: null,
    sha256: '0'.repeat(64),
    printedTitle: '',
    furniture: [],
    sections,
    ...more,
  };
}

/** The five published texts, each as a report whose sections are the lines, cut at every third sentence. */
export async function realTexts(): Promise<ReportData[]> {
  const sources = path.join(programDir, 'content/sources');
  const ids = (await readdir(sources)).filter((id) => /^\d{6}-\d{4}$/.test(id)).sort();
  return Promise.all(
    ids.map(async (id) => {
      const text = await readFile(path.join(sources, id, 'source.txt'), 'utf8');
      const lines = text.split('\n').filter((line) => line.trim());
      const sections = lines.map((line, i) => {
        const [heading = '', ...sentences] = line.split(/(?<=。)/);
        const children = sentences
          .filter((_, n) => n % 3 === 2)
          .map((sentence, n) =>
            section(`s${i}-k${n}`, null, sentence, { themes: ['enforcement'] }),
          );
        const own = sentences.filter((_, n) => n % 3 !== 2).join('\n');
        return section(`s${i}`, heading, own, { children, themes: i % 2 ? ['disputes'] : [] });
      });
      return report(id, sections);
    }),
  );
}

export interface TestPassage extends NestedText {
  key: string;
  report: ReportData;
  themes: string[];
  /** As it is printed, without the sections in it. */
  printed: string;
  /** The same, folded. */
  own: string;
}

export interface Collection {
  search: Search;
  /** Every passage as a reader sees it: `<report>#<section>` and its folded text, with that of the sections in it. */
  passages: TestPassage[];
  siteDir: string;
  close(): Promise<void>;
}

const isIn = (id: string, outer: string) => id.startsWith(`${outer}-`);

/** Passages of the sections directly in a section. */
function childrenOf(id: string, passages: Passage[]): Passage[] {
  const inner = passages.filter((passage) => isIn(passage.id, id));
  return inner.filter((passage) => !inner.some((other) => isIn(passage.id, other.id)));
}

/** Text of a section and of those in it, in reading order. */
function wholeText(id: string, passages: Passage[]): string {
  return passages
    .filter((passage) => passage.id === id || isIn(passage.id, id))
    .map(({ text }) => text)
    .join('\n');
}

/** Writes, indexes and serves reports, and opens their search. The caller closes it. */
export async function openCollection(
  reports: ReportData[],
  options: { shardLimit?: number } = {},
): Promise<Collection> {
  const folder = await mkdtemp(path.join(tmpdir(), 'search-'));
  const reportsDir = path.join(folder, 'reports');
  const siteDir = path.join(folder, 'site');
  await mkdir(reportsDir);
  for (const each of reports) await writeReport(reportsDir, each);
  await indexSearch({
    place: { ...own.place, contentDir: folder, cacheDir: folder },
    siteDir,
    ...options,
  });
  const server = await serveDirectory(siteDir);
  const program = pathToFileURL(path.join(siteDir, routes.searchIndex(), 'pagefind.js')).href;
  const search = await Search.open({
    base: new URL(routes.searchIndex(), server.url).href,
    load: () => import(/* @vite-ignore */ program),
  });
  const variants = await allVariants();
  const folded = (text: string) => fold(text, variants).text;
  const passages = reports.flatMap((each) => {
    const printed = passagesOf(each);
    return printed.map(({ id, text, themes }) => ({
      key: `${each.id}#${id}`,
      report: each,
      themes,
      printed: text,
      own: folded(text),
      // Sections within are pieces of their own, each with what it holds in turn.
      ...nestedText(
        [{ text: folded(text), own: true }].concat(
          childrenOf(id, printed).map((child) => ({
            text: folded(wholeText(child.id, printed)),
            own: false,
          })),
        ),
      ),
    }));
  });
  const close = async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { search, passages, siteDir, close };
}
