/** Converts a whole collection: reads every source, writes every report that is without fault. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { VFile } from 'vfile';
import type { Collection, CollectionPlace } from '../../src/collection/files.ts';
import { readRegions } from '../../src/collection/regions.ts';
import { runInThread } from '../files/run-in-thread.ts';
import { writeWhole } from '../files/write-whole.ts';
import { type Conversion, convertReport, type Knowledge } from './convert-report.ts';
import { Memory } from './memory.ts';
import { formatMessages, report } from './messages.ts';
import { keepMessages, type ReportResult, restoreFiles } from './results.ts';
import { faultOfFiles } from './source-files.ts';

export interface CollectionResult {
  converted: number;
  /** Reports that a fault blocks; their generated files stay as they were. */
  failed: number;
  /** All faults and oddities, as a terminal shows them; empty when there are none. */
  messages: string;
  warnings: number;
  /** The files read, with their messages. */
  files: VFile[];
}

export interface CollectionOptions {
  /** Convert these reports only; others stay untouched. */
  only?: readonly string[];
}

/** Writes a file whole; one that holds the same bytes is left alone. */
function writeIfChanged(target: string, content: string): void {
  if (existsSync(target) && readFileSync(target, 'utf8') === content) return;
  writeWhole(target, content);
}

/** Folders of reports, sorted by id. */
export function sourceIds({ sourcesDir }: Collection): string[] {
  if (!existsSync(sourcesDir)) return [];
  return readdirSync(sourcesDir)
    .filter(
      (name) =>
        !name.startsWith('.') &&
        statSync(path.join(sourcesDir, name), { throwIfNoEntry: false })?.isDirectory(),
    )
    .sort();
}

/** Paths in messages are shown as a person would type them. */
export function shown(file: string): string {
  const relative = path.relative(process.cwd(), file);
  return relative.startsWith('..') ? file : relative;
}

/** Converts the source of one report without writing anything. */
export function convertSource(
  { sourcesDir }: Collection,
  id: string,
  knowledge: Knowledge,
): Conversion {
  const folder = path.join(sourcesDir, id);
  const sourcePath = path.join(folder, 'source.txt');
  const annotationPath = path.join(folder, 'report.yaml');
  const fault = faultOfFiles(folder, shown);
  if (fault) return { files: [fault] };
  if (!existsSync(sourcePath)) {
    const file = new VFile({ path: shown(sourcePath) });
    report(file, 'source-missing', undefined);
    return { files: [file] };
  }
  try {
    return convertReport(
      {
        id,
        source: readFileSync(sourcePath),
        sourcePath: shown(sourcePath),
        annotationPath: shown(annotationPath),
        ...(existsSync(annotationPath) ? { annotation: readFileSync(annotationPath, 'utf8') } : {}),
      },
      knowledge,
    );
  } catch (error) {
    // a defect of the program in one report must not keep the others from being read
    const file = new VFile({ path: shown(sourcePath) });
    report(file, 'internal-fault', undefined, { detail: (error as Error).message });
    return { files: [file] };
  }
}

/** Converts one report and writes its generated files. */
export function convertOne(collection: Collection, id: string, knowledge: Knowledge): ReportResult {
  const { files, output } = convertSource(collection, id, knowledge);
  const result = { id, paths: files.map((file) => file.path), messages: keepMessages(files) };
  if (!output) return { ...result, converted: false };
  const target = collection.generatedFiles(id);
  writeIfChanged(target.data, `${JSON.stringify(output.data, null, 1)}\n`);
  writeIfChanged(target.record, `${JSON.stringify(output.record, null, 1)}\n`);
  if (output.facts) writeIfChanged(target.facts, `${JSON.stringify(output.facts, null, 1)}\n`);
  writeIfChanged(target.page, output.mdx);
  return { ...result, converted: true };
}

/** What one thread converts. */
export interface ConversionShare {
  place: CollectionPlace;
  ids: readonly string[];
}

/** From this many reports on, a second thread saves more time than it costs to start. */
const worthThreads = 200;

/** Converts reports, on all cores where there are many. */
async function convertMany(
  collection: Collection,
  ids: readonly string[],
): Promise<ReportResult[]> {
  if (ids.length === 0) return [];
  const threads = ids.length < worthThreads ? 1 : availableParallelism();
  if (threads === 1) {
    const knowledge = readKnowledge(collection);
    return ids.map((id) => convertOne(collection, id, knowledge));
  }
  const shares = Array.from({ length: threads }, (_, share) =>
    ids.filter((_, index) => index % threads === share),
  );
  const results = await Promise.all(
    shares.map((share) => {
      const work: ConversionShare = { place: collection.place, ids: share };
      return runInThread<ReportResult[]>(new URL('./worker.ts', import.meta.url), work);
    }),
  );
  return results.flat();
}

/** Removes generated files whose source is gone. */
function removeOrphans(collection: Collection, ids: readonly string[]): void {
  const known = new Set(
    ids.flatMap((id) =>
      Object.values(collection.generatedFiles(id)).map((file) => path.basename(file)),
    ),
  );
  for (const name of readdirSync(collection.reportsDir))
    if (!known.has(name)) rmSync(path.join(collection.reportsDir, name), { recursive: true });
}

/**
 * Everything a conversion knows beside the report.
 * @throws when a catalogue of the collection cannot be read
 */
export function readKnowledge(collection: Collection): Knowledge {
  return {
    themes: collection.readThemes(),
    regions: readRegions(collection),
    facts: collection.readCatalogues(),
  };
}

/**
 * Converts the collection. All faults are found in one run; a report with a fault blocks only itself, and its former
 * files stay.
 * @throws when `themes.yaml` or `regions.yaml` cannot be read
 */
export async function convertCollection(
  collection: Collection,
  options: CollectionOptions = {},
): Promise<CollectionResult> {
  const { sourcesDir } = collection;
  const ids = sourceIds(collection);
  if (ids.length === 0) {
    const file = new VFile({ path: shown(sourcesDir) });
    report(file, 'collection-empty', undefined, { folder: shown(sourcesDir) });
    return {
      converted: 0,
      failed: 1,
      messages: formatMessages([file]),
      warnings: 0,
      files: [file],
    };
  }
  mkdirSync(collection.reportsDir, { recursive: true });
  const chosen = options.only ? ids.filter((id) => options.only?.includes(id)) : ids;
  const memory = Memory.open(collection);
  const sound = chosen.filter((id) => !faultOfFiles(path.join(sourcesDir, id), shown));
  const recalled = sound.flatMap((id) => memory.recall(id, path.join(sourcesDir, id)) ?? []);
  const known = new Set(recalled.map(({ id }) => id));
  const fresh = await convertMany(
    collection,
    chosen.filter((id) => !known.has(id)),
  );
  for (const result of fresh) memory.note(result);
  memory.save(ids);
  removeOrphans(collection, ids);
  const results = [...recalled, ...fresh].sort((a, b) => (a.id < b.id ? -1 : 1));
  const files = restoreFiles(results);
  return {
    converted: results.filter((result) => result.converted).length,
    failed: results.filter((result) => !result.converted).length,
    messages: formatMessages(files),
    warnings: files.flatMap((file) => file.messages).filter((message) => !message.fatal).length,
    files,
  };
}
