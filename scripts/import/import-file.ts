/** The whole way of one file into the collection, from reading to writing, with the questions on the way. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { VFile } from 'vfile';
import { withLabels } from '../../src/model/control-characters.ts';
import type { Knowledge } from '../convert/convert-report.ts';
import { convertReport } from '../convert/convert-report.ts';
import { isBlocked, report } from '../convert/messages.ts';
import { addSource, replaceSource } from '../files/write-source.ts';
import { annotationText, type Filled, filledFields } from './annotation-text.ts';
import type { ExtractedDocument } from './read/document.ts';
import { readBytes } from './read/read-document.ts';
import { readSafely } from './read/read-safely.ts';
import { judgeReport } from './recognise/judge-report.ts';
import type { Library } from './recognise/library.ts';
import { type Detection, type Recognition, recognise } from './recognise/recognise.ts';
import { Refusal } from './refusal.ts';

/** What the person says beforehand. */
export interface Options {
  region?: string;
  year?: number;
  url?: string;
  suffix?: string;
  /** The file corrects the report of its id. */
  replace: boolean;
  /** Doubts are no reason to stop. */
  yes: boolean;
  dryRun: boolean;
  /** ISO date of the import. */
  day: string;
}

/** Who answers in doubt: a person at a terminal, or nobody. */
export interface Questions {
  /** Shows what was recognised, before anything is asked. */
  show(document: ExtractedDocument, recognition: Recognition): void;
  /** Code of the region; undefined to give up. */
  region(recognition: Recognition): Promise<string | undefined>;
  year(recognition: Recognition): Promise<number | undefined>;
  /** Whether to go on in spite of a refusal. */
  goOn(refusal: Refusal): Promise<boolean>;
  /** What to do with a report whose id is taken: replace, a suffix, or give up. */
  taken(refusal: Refusal): Promise<{ replace: true } | { suffix: string } | undefined>;
}

/** The end of one file: imported (or fit to be), or refused with the messages of `file`. */
export interface Outcome {
  file: VFile;
  status: 'imported' | 'replaced' | 'ready' | 'refused';
  /** The file is no report that could be imported at all, whatever the options. */
  unfit: boolean;
  id?: string;
  detection?: Detection;
  /** Name of the former version, where one was replaced. */
  version?: string;
}

/** Reports that share more than this are the same but for a slip. */
const nearlySame = 0.85;
const nobody: Questions = {
  show: () => {},
  region: async () => undefined,
  year: async () => undefined,
  goOn: async () => false,
  taken: async () => undefined,
};

/** Words for a doubt about the region: who comes into question. */
function regionHint({ candidates }: Recognition): string {
  const names = candidates
    .slice(0, 3)
    .map(({ region, evidence }) => `${region.path.join('')} ${region.code}，${evidence[0]}`);
  return names.length > 0 ? `（可能是：${names.join('；')}）` : '';
}

/** Imports one file; whatever happens to it is in the outcome. */
export async function importFile(
  name: string,
  options: Options,
  knowledge: Knowledge,
  library: Library,
  questions: Questions = nobody,
): Promise<Outcome> {
  const file = new VFile({ path: path.relative(process.cwd(), name) || name });
  const outcome: Outcome = { file, status: 'refused', unfit: true };
  try {
    const bytes = readBytes(name);
    const document = await readSafely(bytes, name);
    nameHidden(document, file);
    if (options.url) document.hints.url = options.url;
    const thisYear = yearOf(options.day);
    const given = () => ({
      ...(options.region === undefined ? {} : { region: options.region }),
      ...(options.year === undefined ? {} : { year: options.year }),
      ofHost: library.regionsAt(document.hints.url),
    });
    let recognition = recognise(document.text, document.hints, knowledge, given(), thisYear);
    outcome.detection = recognition.detection;
    questions.show(document, recognition);

    const doubt = judgeReport(recognition);
    if (doubt) {
      recognition.detection.uncertain.push('report');
      if (!options.yes && !(await questions.goOn(doubt))) throw doubt;
    }
    outcome.unfit = false;
    const settled = { ...options };
    if (recognition.detection.region === null) {
      const region = await questions.region(recognition);
      if (region) settled.region = region;
      else if (options.dryRun)
        report(file, 'import-region-unknown', undefined, { hint: regionHint(recognition) });
      else throw new Refusal('import-region-unknown', { hint: regionHint(recognition) });
    }
    if (recognition.detection.year === null) {
      const year = await questions.year(recognition);
      if (year) settled.year = year;
      else if (options.dryRun) report(file, 'import-year-unknown', undefined, { hint: '' });
      else throw new Refusal('import-year-unknown', { hint: '' });
    }
    if (settled.region !== options.region || settled.year !== options.year)
      recognition = recognise(
        document.text,
        document.hints,
        knowledge,
        {
          ...given(),
          ...(settled.region === undefined ? {} : { region: settled.region }),
          ...(settled.year === undefined ? {} : { year: settled.year }),
        },
        thisYear,
      );
    outcome.detection = { ...recognition.detection, uncertain: outcome.detection.uncertain };
    const { region, year } = recognition.detection;
    if (!region || year === null) return { ...outcome, status: 'ready' };

    let id = `${region.code}-${year}${settled.suffix ? `-${settled.suffix}` : ''}`;
    outcome.id = id;
    const doubled = duplicateOf(id, document.text, settled, library);
    if (doubled) {
      outcome.detection.uncertain.push('duplicate');
      const answer = doubled.rule === 'import-exists' ? await questions.taken(doubled) : undefined;
      if (answer && 'suffix' in answer) id = `${region.code}-${year}-${answer.suffix}`;
      else if (answer) settled.replace = true;
      else if (options.dryRun) report(file, doubled.rule, undefined, doubled.values);
      else if (doubled.rule !== 'import-similar' || !(await questions.goOn(doubled))) throw doubled;
    }
    outcome.id = id;
    if (options.dryRun) return { ...outcome, status: 'ready' };
    return {
      ...outcome,
      ...write(id, name, bytes, document, recognition, settled, knowledge, library, file),
    };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    report(file, error.rule, undefined, error.values);
    return outcome;
  }
}

/** Most hidden passages of a file that are named, and most characters of each. */
const mostHidden = 20;
const mostOfHidden = 80;

/** Tells what of the file is hidden, and therefore left out. */
function nameHidden({ hidden = [] }: ExtractedDocument, file: VFile): void {
  for (const { text, how, line } of hidden.slice(0, mostHidden))
    report(file, 'import-hidden-text', line === undefined ? undefined : { line, column: 1 }, {
      how,
      text: withLabels(text.length > mostOfHidden ? `${text.slice(0, mostOfHidden)}…` : text),
    });
  const more = hidden.length - mostHidden;
  if (more > 0)
    report(file, 'import-hidden-text', undefined, { how: '同类', text: `……另有 ${more} 处` });
}

/** Why a report of this id or text cannot simply be added; undefined when it can. */
function duplicateOf(
  id: string,
  text: string,
  options: Options,
  library: Library,
): Refusal | undefined {
  const percent = (share: number) => Math.floor(share * 100);
  if (library.has(id)) {
    const share = library.likeness(id, text);
    if (share === 1) return new Refusal('import-same', { id });
    return options.replace
      ? undefined
      : new Refusal('import-exists', { id, percent: percent(share) });
  }
  const like = library.mostLike(text);
  if (!like || like.share < nearlySame || options.yes) return undefined;
  // With a suffix a person says that the body issued several.
  const sibling = options.suffix !== undefined && like.id.slice(0, 11) === id.slice(0, 11);
  if (sibling) return like.share === 1 ? new Refusal('import-same', { id: like.id }) : undefined;
  return new Refusal('import-similar', { id: like.id, percent: percent(like.share) });
}

const yearOf = (day: string) => Number(day.slice(0, 4));

/** Fields that the page's code tells, and the converter does not find in the text itself. */
function filledBy(
  document: ExtractedDocument,
  knowledge: Knowledge,
  { region, year }: Detection,
  day: string,
): Filled {
  const given = { region: region?.code as string, year: year as number };
  const inText = recognise(document.text, {}, knowledge, given, yearOf(day)).detection;
  const whole = recognise(document.text, document.hints, knowledge, given, yearOf(day)).detection;
  const filled: Filled = {};
  for (const name of filledFields)
    if (whole[name] !== null && whole[name] !== inText[name]) filled[name] = whole[name];
  if (whole.issuer !== inText.issuer && whole.issuers.length > 0) filled.issuers = whole.issuers;
  if (document.hints.url) {
    filled.url = document.hints.url;
    filled.retrieved = day;
  }
  return filled;
}

/** Writes the report, after a trial conversion: what the site could not show is not taken in. */
function write(
  id: string,
  name: string,
  bytes: Uint8Array,
  document: ExtractedDocument,
  { detection }: Recognition,
  options: Options,
  knowledge: Knowledge,
  library: Library,
  file: VFile,
): Pick<Outcome, 'status' | 'version'> {
  const source = document.verbatim ? bytes : new TextEncoder().encode(document.text);
  const extension = path.extname(name).toLowerCase() || `.${document.format}`;
  const original = document.verbatim ? {} : { [`original${extension}`]: bytes };
  const filled = filledBy(document, knowledge, detection, options.day);
  const replaces = options.replace && library.has(id);
  const annotation = replaces
    ? readFileIfAny(path.join(library.sourcesDir, id, 'report.yaml'))
    : annotationText({ detection, document, fileName: path.basename(name) }, filled, options.day);
  const trial = convertReport(
    {
      id,
      source,
      sourcePath: file.path,
      annotationPath: path.join(library.sourcesDir, id, 'report.yaml'),
      ...(annotation === undefined || replaces ? {} : { annotation }),
    },
    knowledge,
  );
  if (!trial.output) {
    for (const { messages } of trial.files.filter(isBlocked)) file.messages.push(...messages);
    return { status: 'refused' };
  }
  const files = { ...original, 'source.txt': source };
  const version = replaces ? replaceSource(library.sourcesDir, id, files, options.day) : undefined;
  if (!replaces)
    addSource(library.sourcesDir, id, { ...files, 'report.yaml': annotation as string });
  library.add(id, document.text);
  return version === undefined ? { status: 'imported' } : { status: 'replaced', version };
}

function readFileIfAny(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
