/** Converts a whole collection: reads every source, writes every report that is without fault. */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { VFile } from 'vfile';
import {
  generatedFiles,
  readCatalogues,
  readThemes,
  reportsDir,
  sourcesDir,
} from '../../src/collection.ts';
import { readRegions } from '../../src/regions.ts';
import { type Conversion, convertReport, type Knowledge } from './convert-report.ts';
import { formatMessages, report } from './messages.ts';

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

/** Writes a file whole or not at all; a file that holds the same bytes is left alone. */
function writeWhole(target: string, content: string): void {
  if (existsSync(target) && readFileSync(target, 'utf8') === content) return;
  const temporary = `${target}.${process.pid}.tmp`;
  writeFileSync(temporary, content);
  renameSync(temporary, target);
}

/** Folders of reports, sorted by id. */
export function sourceIds(): string[] {
  if (!existsSync(sourcesDir)) return [];
  return readdirSync(sourcesDir)
    .filter((name) => !name.startsWith('.') && statSync(path.join(sourcesDir, name)).isDirectory())
    .sort();
}

/** Paths in messages are shown as a person would type them. */
export function shown(file: string): string {
  const relative = path.relative(process.cwd(), file);
  return relative.startsWith('..') ? file : relative;
}

/** Converts the source of one report without writing anything. */
export function convertSource(id: string, knowledge: Knowledge): Conversion {
  const folder = path.join(sourcesDir, id);
  const sourcePath = path.join(folder, 'source.txt');
  const annotationPath = path.join(folder, 'report.yaml');
  if (!existsSync(sourcePath)) {
    const file = new VFile({ path: shown(sourcePath) });
    report(file, 'source-missing', undefined);
    return { files: [file] };
  }
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
}

function convertOne(id: string, knowledge: Knowledge): { files: VFile[]; converted: boolean } {
  const { files, output } = convertSource(id, knowledge);
  if (!output) return { files, converted: false };
  const target = generatedFiles(id);
  writeWhole(target.data, `${JSON.stringify(output.data, null, 1)}\n`);
  writeWhole(target.text, `${JSON.stringify(output.text)}\n`);
  writeWhole(target.record, `${JSON.stringify(output.record, null, 1)}\n`);
  if (output.facts) writeWhole(target.facts, `${JSON.stringify(output.facts, null, 1)}\n`);
  writeWhole(target.page, output.mdx);
  return { files, converted: true };
}

/** Removes generated files whose source is gone. */
function removeOrphans(ids: readonly string[]): void {
  const known = new Set(
    ids.flatMap((id) => Object.values(generatedFiles(id)).map((file) => path.basename(file))),
  );
  for (const name of readdirSync(reportsDir))
    if (!known.has(name)) rmSync(path.join(reportsDir, name), { recursive: true });
}

/**
 * Everything a conversion knows beside the report.
 * @throws when a catalogue of the collection cannot be read
 */
export function readKnowledge(): Knowledge {
  return { themes: readThemes(), regions: readRegions(), facts: readCatalogues() };
}

/**
 * Converts the collection. All faults are found in one run; a report with a fault blocks only itself, and its former
 * files stay.
 * @throws when `themes.yaml` or `regions.yaml` cannot be read
 */
export async function convertCollection(
  options: CollectionOptions = {},
): Promise<CollectionResult> {
  const ids = sourceIds();
  if (ids.length === 0) {
    const file = new VFile({ path: shown(sourcesDir) });
    report(file, 'collection-empty', undefined, { folder: shown(sourcesDir) });
    return { converted: 0, failed: 1, messages: formatMessages([file]), warnings: 0, files: [file] };
  }
  const knowledge = readKnowledge();
  mkdirSync(reportsDir, { recursive: true });
  const chosen = options.only ? ids.filter((id) => options.only?.includes(id)) : ids;
  const results = chosen.map((id) => convertOne(id, knowledge));
  removeOrphans(ids);
  const files = results.flatMap((result) => result.files);
  return {
    converted: results.filter((result) => result.converted).length,
    failed: results.filter((result) => !result.converted).length,
    messages: formatMessages(files),
    warnings: files.flatMap((file) => file.messages).filter((message) => !message.fatal).length,
    files,
  };
}
