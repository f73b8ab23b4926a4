/**
 * The collection on disk: the only module of the site that knows which file lies where in `CONTENT_DIR`.
 * A collection outside the repository may leave out files it does not change (`themes.yaml`, …); the
 * program's own are used then.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { type Documents, parseDocuments } from '../model/documents.ts';
import type { ReportFacts } from '../model/facts.ts';
import { readFrontmatter } from '../model/frontmatter.ts';
import { type Indicators, parseIndicators } from '../model/indicators.ts';
import type { ReportData, ReportFrontmatter } from '../model/report.ts';
import { parseThemes, type ThemesFile } from '../model/themes.ts';
import { hashFile } from './hash-file.ts';
import { digestNow, tracked } from './reads.ts';
import { contentDir, programDir } from './settings.ts';

/** Folders of a collection, absolute. */
export const sourcesDir = path.join(contentDir, 'sources');
export const reportsDir = path.join(contentDir, 'reports');

/** Path of a file of the collection, or of the program's own where the collection has none. */
export function collectionFile(name: string): string {
  const own = path.join(contentDir, name);
  return existsSync(own) ? own : path.join(programDir, 'content', name);
}

/** @throws when `themes.yaml` is not of its schema. */
export function readThemes(): ThemesFile {
  return parseThemes(readFileSync(collectionFile('themes.yaml'), 'utf8'));
}

/** @throws when `indicators.yaml` or `documents.yaml` is not of its schema. */
export function readCatalogues(): { indicators: Indicators; documents: Documents } {
  const read = (name: string) => readFileSync(collectionFile(name), 'utf8');
  return {
    indicators: parseIndicators(read('indicators.yaml')),
    documents: parseDocuments(read('documents.yaml')),
  };
}

/** Ids of all converted reports, sorted. */
export function convertedIds(): string[] {
  if (!existsSync(reportsDir)) return [];
  return readdirSync(reportsDir)
    .filter((name) => name.endsWith('.mdx'))
    .map((name) => name.slice(0, -'.mdx'.length))
    .sort();
}

/** Generated files of a report: the page, its open data, the record of its conversion, its facts. */
export function generatedFiles(id: string): {
  page: string;
  data: string;
  record: string;
  facts: string;
} {
  return {
    page: path.join(reportsDir, `${id}.mdx`),
    data: path.join(reportsDir, `${id}.json`),
    record: path.join(reportsDir, `${id}.record.json`),
    facts: path.join(reportsDir, `${id}.facts.json`),
  };
}

type GeneratedFile = keyof ReturnType<typeof generatedFiles>;

/** A generated file of a report, noted for the page that reads it. */
function generated<Result>(file: GeneratedFile, parse: (text: string) => Result) {
  const place = (id: string) => generatedFiles(id)[file];
  return tracked(
    file,
    (id) => parse(readFileSync(place(id), 'utf8')),
    (id) => hashFile(place(id)).sha256,
  );
}

/** The generated MDX of one converted report. */
export const readReportPage = generated('page', (text) => text);

/** Text and sections of one converted report, as the converter validated them and the open data publishes them. */
export const readReportData = generated('data', (text) => JSON.parse(text) as ReportData);

/** The development server asks for some files of all reports after every edit, and keeps what has not changed. */
function keptInDevelopment<Result>(file: GeneratedFile, read: (id: string) => Result) {
  const versions = new Map<string, { changed: number; result: Result }>();
  return (id: string): Result => {
    if (!import.meta.env?.DEV) return read(id);
    const changed = statSync(generatedFiles(id)[file]).mtimeMs;
    const kept = versions.get(id);
    if (kept?.changed === changed) return kept.result;
    const result = read(id);
    versions.set(id, { changed, result });
    return result;
  };
}

/** Facts of one converted report, as the converter validated them. */
export const readReportFacts = keptInDevelopment(
  'facts',
  generated('facts', (text) => JSON.parse(text) as ReportFacts),
);

/** Frontmatter of one converted report, as the converter validated it, and a hash of the whole page. */
export const readReportHead = keptInDevelopment('page', (id) => ({
  data: readFrontmatter(readReportPage(id)) as ReportFrontmatter,
  digest: hashFile(generatedFiles(id).page).sha256,
}));

/** Paths of the files in the folder of a source, relative to it, sorted. */
export const sourceFiles = tracked('files', (id) => {
  const folder = path.join(sourcesDir, id);
  return existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .map((name) => name.replaceAll(path.sep, '/'))
        .sort()
    : [];
});

/** A text in the folder of a source, by `<id>/<path>`. */
export const readSourceText = tracked('source-text', (name) =>
  readFileSync(path.join(sourcesDir, name), 'utf8'),
);

/** Everything that pages read of all reports. */
tracked('collection', async () => {
  const names = ['page', 'data', 'facts', 'files'];
  const reads = convertedIds().flatMap((id) => names.map((name) => `${name} ${id}`));
  return Promise.all(reads.map(digestNow));
});
