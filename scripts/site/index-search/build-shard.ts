/**
 * Indexes one shard in a process of its own, which gives the memory back when it ends: started by
 * `shard-process.ts`, which sends the task and waits for the end.
 */
import type { ChildProcess } from 'node:child_process';
import { subscribe } from 'node:diagnostics_channel';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import { printedSections, textFile } from '../../../src/model/printed.ts';
import { type ReportData, reportData } from '../../../src/model/report.ts';
import { type CatalogueReport, packCatalogue } from '../../../src/search/catalogue.ts';
import { fold } from '../../../src/search/fold.ts';
import { hashOf, textHashLength } from '../../../src/search/genuine.ts';
import { allVariants, type Variants } from '../../../src/search/variants.ts';
import { frequentPhrases, sampleOf } from './frequent.ts';
import { assertNamedByContent } from './hashes.ts';
import { recordOf } from './record.ts';
import { seal } from './seal.ts';
import type { ShardFailure, ShardTask } from './shard-process.ts';

/** What pagefind writes for its own interface and for records we take from the open data instead. */
const unused = /^(pagefind-(ui|modular-ui|component-ui|highlight)\..*|fragment|playground)$/;
/** A shard is merged into the root bundle, which brings the program. */
const program = /^(pagefind(-worker)?\.js|wasm\..*)$/;

/** Ids that Pagefind gave the records, by the address each was added with. */
async function recordIds(folder: string): Promise<Map<string, string>> {
  const fragments = path.join(folder, 'fragment');
  const ids = new Map<string, string>();
  for (const file of await readdir(fragments)) {
    const json = gunzipSync(await readFile(path.join(fragments, file))).toString();
    ids.set(JSON.parse(json.slice(json.indexOf('{'))).url, path.parse(file).name);
  }
  return ids;
}

/** @throws {z.ZodError} when the file is not of its schema */
async function readReport(file: string): Promise<ReportData> {
  return reportData.parse(JSON.parse(await readFile(file, 'utf8')));
}

/** Phrases that most reports of the shard hold. */
async function phrasesOf(
  files: ShardTask['files'],
  terms: string[],
  variants: Variants,
): Promise<string[]> {
  const chosen = sampleOf(files.length).map((at) => files[at] as string);
  const texts = await Promise.all(
    chosen.map(async (file) =>
      printedSections((await readReport(file)).sections)
        .map(({ text }) => fold(text, variants).text)
        .join('\n'),
    ),
  );
  return frequentPhrases(texts, new Set(terms));
}

interface Indexed {
  /** What the catalogue keeps of each report. */
  entries: Omit<CatalogueReport, 'record'>[];
  phrases: string[];
}

/** Lets Pagefind write the index of a shard into a folder. */
async function writeIndex({ files, terms, salt }: ShardTask, folder: string): Promise<Indexed> {
  const { index, errors } = await pagefind.createIndex();
  if (!index) throw new Error(`Pagefind: ${errors.join('; ')}`);
  const variants = await allVariants();
  const phrases = await phrasesOf(files, terms, variants);
  const entries: Indexed['entries'] = [];
  for (const file of files) {
    const report = await readReport(file);
    const { content, entry } = recordOf(report, [...terms, ...phrases], variants);
    const url = `${entry.id}?${salt}`;
    const { errors } = await index.addCustomRecord({ url, content, language: 'und' });
    if (errors.length) throw new Error(`Pagefind: ${file}: ${errors.join('; ')}`);
    const text = Buffer.from(textFile(report.sections));
    entries.push({ ...entry, text: hashOf(text, textHashLength) });
  }
  // A bundle without records has no language to be loaded with: one that no query asks for.
  if (!files.length) await index.addCustomRecord({ url: '-', content: '\ua443', language: 'und' });
  await index.writeFiles({ outputPath: folder });
  return { entries, phrases };
}

async function build(task: ShardTask): Promise<void> {
  const { folder, files, salt } = task;
  // Under another name until it is whole and sealed.
  const draft = `${folder}.part`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true });
  const { entries, phrases } = await Promise.race([writeIndex(task, draft), ended]);
  await pagefind.close();

  const ids = await recordIds(draft);
  const catalogue = packCatalogue(
    entries.map((entry) => {
      const record = ids.get(`${entry.id}?${salt}`);
      if (!record) throw new Error(`Pagefind wrote no record of ${entry.id}`);
      return { ...entry, record };
    }),
    phrases,
  );
  for (const name of await readdir(draft))
    if (unused.test(name) || (files.length && program.test(name)))
      await rm(path.join(draft, name), { recursive: true });
  await writeFile(path.join(draft, 'catalogue.json'), JSON.stringify(catalogue));
  await assertNamedByContent(draft);
  seal(draft, path.basename(folder));
  await rename(draft, folder);
}

/** Fails when Pagefind's program ends by itself, which its package does not notice: it would wait for ever. */
const ended = new Promise<never>((_, reject) => {
  subscribe('child_process', (message) => {
    (message as { process: ChildProcess }).process.once('exit', (code, signal) => {
      const error = new Error(`Pagefind ended (${signal ?? code})`);
      // The signal for a file beyond the limit.
      reject(signal === 'SIGXFSZ' ? Object.assign(error, { code: 'EFBIG' }) : error);
    });
  });
});

// Who asked for the shard has gone: nobody waits for it, and another build may begin in the same folder.
const leave = () => process.exit(1);
process.once('disconnect', leave);
process.once('message', (task: ShardTask) => {
  build(task).then(
    () => {
      process.off('disconnect', leave);
      process.disconnect();
    },
    (error: NodeJS.ErrnoException) => {
      const { message, code, path } = error;
      const failure: ShardFailure = { message, code, path };
      process.send?.(failure, undefined, undefined, leave);
    },
  );
});
