/**
 * A collection on disk: the only module that knows which file lies where in it. A collection outside the repository may
 * leave out files it does not change (`themes.yaml`, …); the program's own are used then.
 */
import { existsSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { type Documents, parseDocuments } from '../model/documents.ts';
import type { ReportFacts } from '../model/facts.ts';
import { readFrontmatter } from '../model/frontmatter.ts';
import { type Indicators, parseIndicators } from '../model/indicators.ts';
import type { ReportData, ReportFrontmatter } from '../model/report.ts';
import { parseThemes, type ThemesFile } from '../model/themes.ts';
import { parseVocabulary, type Vocabulary } from '../model/vocabulary.ts';

/** Files of a collection that every report depends on. */
export const catalogueNames = [
  'themes.yaml',
  'regions.yaml',
  'divisions.txt',
  'towns.txt',
  'indicators.yaml',
  'vocabulary.yaml',
  'documents.yaml',
  'laws.yaml',
] as const;

/** Where a collection lies; all paths are absolute. Plain data, which can be given to a thread. */
export interface CollectionPlace {
  /** `sources/`, `reports/`, `themes.yaml`, … */
  contentDir: string;
  /** What is kept between runs. */
  cacheDir: string;
  /** The program's own catalogues. */
  defaultsDir: string;
}

/** Generated files of a report: the page, its open data, the record of its conversion, its facts. */
export type GeneratedFiles = Record<'page' | 'data' | 'record' | 'facts', string>;

/** Paths of the files below a folder; no link is one or is followed, for it could lead anywhere. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isFile()) return entry.name;
    if (!entry.isDirectory()) return [];
    return filesBelow(path.join(folder, entry.name)).map((name) => `${entry.name}/${name}`);
  });
}

export class Collection {
  readonly place: CollectionPlace;
  /** Sources and annotations, a folder for each report. */
  readonly sourcesDir: string;
  /** Converted reports. */
  readonly reportsDir: string;
  /** What the last conversion came to, see `scripts/convert/memory.ts`; it is written after every conversion. */
  readonly memoryFile: string;

  constructor({ contentDir, cacheDir, defaultsDir }: CollectionPlace) {
    this.place = { contentDir, cacheDir, defaultsDir };
    this.sourcesDir = path.join(contentDir, 'sources');
    this.reportsDir = path.join(contentDir, 'reports');
    this.memoryFile = path.join(cacheDir, 'convert.json');
  }

  /** Path of a file of the collection, or of the program's own where the collection has none. */
  file(name: string): string {
    const own = path.join(this.place.contentDir, name);
    return existsSync(own) ? own : path.join(this.place.defaultsDir, name);
  }

  /** @throws when `themes.yaml` is not of its schema */
  readThemes(): ThemesFile {
    return parseThemes(readFileSync(this.file('themes.yaml'), 'utf8'));
  }

  /** @throws when `vocabulary.yaml` is not of its schema */
  readVocabulary(): Vocabulary {
    return parseVocabulary(readFileSync(this.file('vocabulary.yaml'), 'utf8'));
  }

  /** @throws when `indicators.yaml`, `documents.yaml` or `laws.yaml` is not of its schema */
  readCatalogues(): { indicators: Indicators; documents: Documents } {
    const read = (name: string) => readFileSync(this.file(name), 'utf8');
    return {
      indicators: parseIndicators(read('indicators.yaml'), this.readVocabulary()),
      documents: parseDocuments(read('documents.yaml'), read('laws.yaml')),
    };
  }

  /** Ids of all converted reports, sorted. */
  convertedIds(): string[] {
    if (!existsSync(this.reportsDir)) return [];
    return readdirSync(this.reportsDir)
      .filter((name) => name.endsWith('.mdx'))
      .map((name) => name.slice(0, -'.mdx'.length))
      .sort();
  }

  generatedFiles(id: string): GeneratedFiles {
    const file = (extension: string) => path.join(this.reportsDir, `${id}.${extension}`);
    return {
      page: file('mdx'),
      data: file('json'),
      record: file('record.json'),
      facts: file('facts.json'),
    };
  }

  #read(id: string, kind: keyof GeneratedFiles): string {
    return readFileSync(this.generatedFiles(id)[kind], 'utf8');
  }

  /** The generated MDX of one converted report. */
  readPage(id: string): string {
    return this.#read(id, 'page');
  }

  /** Frontmatter of one converted report, as the converter validated it. */
  readFrontmatter(id: string): ReportFrontmatter {
    return readFrontmatter(this.readPage(id)) as ReportFrontmatter;
  }

  /** Text and sections of one converted report, as the converter validated them and the open data publishes them. */
  readData(id: string): ReportData {
    return JSON.parse(this.#read(id, 'data')) as ReportData;
  }

  /** Facts of one converted report, as the converter validated them. */
  readFacts(id: string): ReportFacts {
    return JSON.parse(this.#read(id, 'facts')) as ReportFacts;
  }

  /** Paths of the files in the folder of a source, relative to it, sorted; without links. */
  sourceFiles(id: string): string[] {
    const folder = path.join(this.sourcesDir, id);
    const isFolder = lstatSync(folder, { throwIfNoEntry: false })?.isDirectory();
    return isFolder ? filesBelow(folder).sort() : [];
  }

  /**
   * Absolute path of a file in the folder of a source, to be read at once.
   * @throws when there is none, or a link in its place
   */
  sourceFile(id: string, name: string): string {
    if (!this.sourceFiles(id).includes(name))
      throw new Error(`${id}/${name}：没有这个文件，或它是链接。`);
    return path.join(this.sourcesDir, id, name);
  }

  /** A text in the folder of a source. @throws as {@link sourceFile} does */
  readSourceText(id: string, name: string): string {
    return readFileSync(this.sourceFile(id, name), 'utf8');
  }

  /** Changes with every conversion. */
  stamp(): string {
    return String(statSync(this.memoryFile, { throwIfNoEntry: false, bigint: true })?.mtimeNs);
  }
}

/** A collection on disk; nothing of it is read yet. */
export const openCollection = (place: CollectionPlace): Collection => new Collection(place);
