/** `npm run import -- <file or folder …>`: reports from files of any format into the collection. */
import path from 'node:path';
import { VFile } from 'vfile';
import type { Collection } from '../../src/collection/files.ts';
import { readRegions } from '../../src/collection/regions.ts';
import type { Knowledge } from '../convert/convert-report.ts';
import { firstError, isBlocked, report } from '../convert/messages.ts';
import { CommandError, type Context, defineCommand } from '../files/run-command.ts';
import { withCollection } from '../files/with-collection.ts';
import { askAtTerminal } from '../import/ask.ts';
import { findFiles } from '../import/find-files.ts';
import { importFile, type Options, type Outcome } from '../import/import-file.ts';
import { readBytes } from '../import/read/read-document.ts';
import { findRegion } from '../import/recognise/find-region.ts';
import { Library } from '../import/recognise/library.ts';
import {
  detectionText,
  outcomeMessages,
  Progress,
  type SummaryLine,
  summaryText,
} from '../import/show.ts';
import { ImportState } from '../import/state.ts';

const options = {
  region: { type: 'string', value: '<代码或名称>', about: '地区，程序认不出时写明' },
  year: { type: 'string', value: '<年度>', about: '报告的年度' },
  url: { type: 'string', value: '<网址>', about: '原文所在网页' },
  suffix: { type: 'string', value: '<后缀>', about: '同一地区同一年度有几份时加以区别' },
  replace: { type: 'boolean', about: '更正已收录的报告，旧文存入 versions/' },
  yes: { type: 'boolean', about: '有疑问也收录' },
  'dry-run': { type: 'boolean', about: '只试，不写入' },
  json: { type: 'boolean', about: '以 JSON 输出识别的结果' },
} as const;

type ImportContext = Context<typeof options>;

/** @throws {CommandError} on arguments that say nothing or contradict each other */
function readOptions(
  { values, positionals, misused }: ImportContext,
  knowledge: Knowledge,
): Options {
  const wrongOption = (detail: string) => {
    const file = new VFile();
    report(file, 'import-option', undefined, { detail });
    const { reason, note } = file.messages[0] as { reason: string; note?: string };
    return misused(`${reason}\n  ${note}`);
  };
  if (positionals.length === 0) throw misused('没有写明要导入的文件。');
  const { region, year, url, suffix } = values;
  const found = region === undefined ? undefined : findRegion(region, knowledge.regions);
  if (region !== undefined && !found) throw wrongOption(`没有地区“${region}”`);
  if (found && 'several' in found)
    throw wrongOption(`名为“${region}”的地区有：${found.several.join('；')}，请写代码`);
  if (year !== undefined && !/^(?:19|20)\d{2}$/u.test(year)) throw wrongOption(`--year ${year}`);
  if (url !== undefined && !(/^https?:/u.test(url) && URL.canParse(url)))
    throw wrongOption(`--url ${url}`);
  if (suffix !== undefined && !/^[a-z0-9][a-z0-9-]*$/u.test(suffix))
    throw wrongOption(`--suffix ${suffix}`);
  return {
    ...(found ? { region: found.code } : {}),
    ...(year === undefined ? {} : { year: Number(year) }),
    ...(url === undefined ? {} : { url }),
    ...(suffix === undefined ? {} : { suffix }),
    replace: values.replace,
    yes: values.yes,
    dryRun: values['dry-run'],
    day: new Date().toISOString().slice(0, 10),
  };
}

/** Whether the command did all it was asked for. A trial only asks whether a file could be imported. */
const succeeded = (outcome: Outcome, { dryRun }: Options) =>
  dryRun ? !outcome.unfit : outcome.status !== 'refused';

/** Messages as `--json` prints them; line and column where the file has them. */
const messagesOf = ({ file }: Outcome) =>
  file.messages.map(({ ruleId, line, column, reason, note, url }) => ({
    ruleId,
    line,
    column,
    reason,
    note,
    url,
  }));

async function importOne(
  collection: Collection,
  name: string,
  options: Options,
  knowledge: Knowledge,
  json: boolean,
): Promise<void> {
  const terminal = process.stdin.isTTY && process.stderr.isTTY && !options.yes;
  const questions = terminal ? askAtTerminal(knowledge.regions) : undefined;
  let shown = questions !== undefined || json;
  const outcome = await importFile(name, options, knowledge, Library.read(collection.sourcesDir), {
    ...(questions ?? {
      region: async () => undefined,
      year: async () => undefined,
      goOn: async () => false,
      taken: async () => undefined,
    }),
    show(document, recognition) {
      if (questions) questions.show(document, recognition);
      else if (!shown) console.log(detectionText(document, recognition));
      shown = true;
    },
  });
  questions?.close();
  if (json && outcome.detection) {
    const told = messagesOf(outcome);
    const result = { ...outcome.detection, ...(told.length > 0 ? { messages: told } : {}) };
    console.log(JSON.stringify(result, null, 2));
  }
  const messages = outcomeMessages(outcome);
  if (messages) console.error(messages);
  const say = json ? console.error : console.log;
  const folder = path.relative(process.cwd(), path.join(collection.sourcesDir, outcome.id ?? ''));
  if (outcome.status === 'imported') say(`已收录：${folder}`);
  if (outcome.status === 'replaced')
    say(`已更换：${folder}，旧版本存为 versions/${outcome.version}.txt`);
  if (outcome.status === 'ready' && !isBlocked(outcome.file))
    say(`试运行，未写入；将收录为 ${folder}`);
  if (!succeeded(outcome, options)) process.exitCode = 1;
}

async function importMany(
  collection: Collection,
  names: readonly string[],
  options: Options,
  knowledge: Knowledge,
  json: boolean,
): Promise<void> {
  const state = new ImportState(path.join(collection.place.cacheDir, 'import.json'));
  const library = Library.read(collection.sourcesDir);
  const progress = new Progress(names.length);
  const lines: SummaryLine[] = [];
  const results: object[] = [];
  for (const name of names) {
    const file = path.relative(process.cwd(), name);
    progress.step(file);
    const known = knownId(name, state, library);
    if (known !== undefined && !options.dryRun) {
      lines.push({ file, status: 'done', id: known, note: '' });
      results.push({ file, status: 'done', id: known });
      continue;
    }
    const outcome = await importSafely(name, options, knowledge, library);
    if (outcome.id && outcome.status !== 'ready' && outcome.status !== 'refused')
      state.remember(ImportState.key(readBytes(name)), outcome.id);
    const { message, ruleId } = firstError(outcome.file) ?? {};
    if (ruleId === 'import-same') {
      lines.push({ file, status: 'done', ...(outcome.id ? { id: outcome.id } : {}), note: '' });
      results.push({ file, status: 'done', id: outcome.id ?? null });
      continue;
    }
    lines.push({
      file,
      status: outcome.status,
      ...(outcome.id ? { id: outcome.id } : {}),
      note: message ?? outcome.detection?.title ?? '（原文没有标题）',
    });
    results.push({
      file,
      status: outcome.status,
      id: outcome.id ?? null,
      ...outcome.detection,
      messages: messagesOf(outcome),
    });
    const messages = outcomeMessages(outcome);
    if (messages) console.error(messages);
    if (!succeeded(outcome, options)) process.exitCode = 1;
  }
  if (json) console.log(JSON.stringify(results, null, 2));
  else console.log(`\n${summaryText(lines)}`);
}

/** The id a file was imported as before, as long as that report is still there. */
function knownId(name: string, state: ImportState, library: Library): string | undefined {
  try {
    const id = state.idOf(ImportState.key(readBytes(name)));
    return id !== undefined && library.has(id) ? id : undefined;
  } catch {
    return undefined;
  }
}

/** A fault of the program with one file does not stop the others. */
async function importSafely(
  name: string,
  options: Options,
  knowledge: Knowledge,
  library: Library,
): Promise<Outcome> {
  try {
    return await importFile(name, options, knowledge, library);
  } catch (error) {
    const file = new VFile({ path: path.relative(process.cwd(), name) });
    report(file, 'import-damaged', undefined, { detail: (error as Error).message });
    return { file, status: 'refused', unfit: true };
  }
}

await defineCommand({
  name: 'import',
  about: '从网页、Word、PDF 或纯文本文件收录报告；认出地区、年度和题名，拿不准的会问。',
  positionals: '<文件或文件夹 …>',
  options,
  async run(context) {
    const { values, positionals, collection } = context;
    const knowledge: Knowledge = {
      themes: collection.readThemes(),
      regions: readRegions(collection),
    };
    const chosen = readOptions(context, knowledge);
    const files = findFiles(positionals);
    if (files.length === 0)
      throw new CommandError(`${positionals.join('、')} 里没有可以导入的文件。`);
    const work = () =>
      files.length === 1
        ? importOne(collection, files[0] as string, chosen, knowledge, values.json)
        : importMany(collection, files, chosen, knowledge, values.json);
    // A trial writes nothing, and need not wait for anybody.
    if (chosen.dryRun) await work();
    else await withCollection(collection, 'npm run import', work);
  },
});
