/**
 * After whatever edits, a build that takes unchanged pages from the published site gives byte for byte what a build from
 * nothing gives. `REUSE_SEED=<number> REUSE_STEPS=<number>` repeat a run, or make it longer.
 */
import {
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { expect, it } from 'vitest';
import { Random } from '../../scripts/measure/bench/random.ts';
import { programDir } from '../../src/collection/program-dir.ts';
import { runCommand } from '../command.ts';
import { temporaryFolder, treeOf } from '../folder.ts';
import { warmProgram } from '../warm.ts';

const seed = Number(process.env['REUSE_SEED'] ?? 20_260_707);
const steps = Number(process.env['REUSE_STEPS'] ?? 0);
const random = new Random(seed);

const folder = temporaryFolder('reuse');
const program = warmProgram();
const content = path.join(folder, 'content');
const out = path.join(folder, 'out');
const sources = path.join(content, 'sources');
let settings: Record<string, string> = {};

const ids = () => readdirSync(sources).sort();
const source = (id: string) => path.join(sources, id, 'source.txt');
const annotation = (id: string) => path.join(sources, id, 'report.yaml');

/** Writes a report of another year of a body that has one. */
function addReport(from: string, year: number): void {
  const id = from.replace(/\d{4}$/, String(year));
  mkdirSync(path.join(sources, id), { recursive: true });
  const text = readFileSync(path.join(programDir, 'content/sources', from, 'source.txt'), 'utf8');
  writeFileSync(source(id), text.replaceAll(from.slice(7), String(year)));
  writeFileSync(annotation(id), JSON.stringify({ title: `${year}年度法治政府建设情况报告` }));
}

/** A file of the published site that a build could take over. */
function publishedPage(): string {
  const pages = treeOf(out);
  return path.join(
    out,
    random.pick(Object.keys(pages).filter((name) => /^reports\/\d/.test(name))),
  );
}

/** Writes what somebody else would write: a new file, which leaves other names of the former one alone. */
function replaceFile(file: string, text: string | Uint8Array): void {
  rmSync(file);
  writeFileSync(file, text);
}

function cutShort(file: string): void {
  const bytes = readFileSync(file);
  replaceFile(file, bytes.subarray(0, random.between(0, bytes.length - 1)));
}

function alter(file: string): void {
  const bytes = readFileSync(file);
  const at = random.between(0, bytes.length - 1);
  bytes[at] = (bytes[at] as number) ^ 1;
  replaceFile(file, bytes);
}

const memory = path.join(content, '.cache/pages.json');
const generated = () => {
  const reports = path.join(content, 'reports');
  return path.join(reports, random.pick(readdirSync(reports).sort()));
};

const edits: Record<string, () => void> = {
  'a sentence of a source': () => {
    const file = source(random.pick(ids()));
    const text = readFileSync(file, 'utf8');
    const at = random.pick([...text.matchAll(/。/gu)].slice(5)).index;
    writeFileSync(file, `${text.slice(0, at)}，记作一句${text.slice(at)}`);
  },
  'another report': () => {
    const from = random.pick(['530102-2020', '632800-2020', '152200-2021']);
    addReport(from, random.between(2014, 2025));
  },
  'one report fewer': () => rmSync(path.join(sources, random.pick(ids())), { recursive: true }),
  'an annotation': () => {
    const file = annotation(random.pick(ids()));
    const fields = [
      { title: '编者改过的题名' },
      { published: '2022-02-03' },
      { kind: 'department' },
    ];
    writeFileSync(file, JSON.stringify(random.pick(fields)));
  },
  'a former version': () => {
    const id = random.pick(ids());
    const versions = path.join(sources, id, 'versions');
    mkdirSync(versions, { recursive: true });
    const former = readFileSync(source(id), 'utf8').replace('，', '、');
    writeFileSync(path.join(versions, `2021-05-0${random.between(1, 9)}.txt`), former);
  },
  'the name of a theme': () => {
    const own = path.join(content, 'themes.yaml');
    const file = existsSync(own) ? own : path.join(programDir, 'content/themes.yaml');
    const text = readFileSync(file, 'utf8');
    writeFileSync(own, text.replace(/name: (.)/u, 'name: 改$1'));
  },
  'the name of an indicator': () => {
    const own = path.join(content, 'indicators.yaml');
    const file = existsSync(own) ? own : path.join(programDir, 'content/indicators.yaml');
    writeFileSync(own, readFileSync(file, 'utf8').replace(/name: (.)/u, 'name: 改$1'));
  },
  'the settings': () => {
    const others = [{}, { BASE_PATH: '/a/' }, { SITE_URL: 'https://example.org' }];
    settings = random.pick(others.filter((each) => !isDeepStrictEqual(each, settings)));
  },
  'a page of the site, cut short': () => cutShort(publishedPage()),
  'a page of the site, altered': () => alter(publishedPage()),
  'a page of the site, gone': () => rmSync(publishedPage()),
  'the memory, cut short': () => cutShort(memory),
  'the memory, altered': () => alter(memory),
  'the memory of another program': () => {
    const text = readFileSync(memory, 'utf8').replace(/"code":"./, '"code":"0');
    replaceFile(memory, text);
  },
  'a generated file, altered': () => alter(generated()),
  'a generated file, gone': () => rmSync(generated()),
};

/** Edits after which nothing is taken over; by themselves, so that they do not hide what becomes of others. */
const alone = [/^the name/, /^the settings/, /^the memory/].map((kind) =>
  Object.keys(edits).filter((name) => kind.test(name)),
);

const places = (contentDir: string, outDir: string) => ({
  ...settings,
  CONTENT_DIR: contentDir,
  OUT_DIR: outDir,
});

async function build(contentDir: string, outDir: string): Promise<string> {
  const { code, output } = await program.run('build', places(contentDir, outDir));
  expect(code, output).toBe(0);
  return output;
}

async function buildAlone(contentDir: string, outDir: string): Promise<string> {
  const { code, output } = await runCommand('build', places(contentDir, outDir));
  expect(code, output).toBe(0);
  return output;
}

/** Number of pages a build took over. */
const takenOver = (output: string) => Number(/其中 (\d+) 个没有变动/.exec(output)?.[1] ?? 0);

/** Builds over the last site, and from nothing in the same process or another. */
async function buildBoth(buildFresh = build): Promise<string> {
  const output = await build(content, out);
  const fresh = path.join(folder, 'fresh');
  const freshOut = path.join(folder, 'fresh-out');
  cpSync(content, fresh, {
    recursive: true,
    filter: (file) => !/[\\/](?:\.cache|reports)$/.test(file),
  });
  await buildFresh(fresh, freshOut);
  expect(treeOf(out)).toEqual(treeOf(freshOut));
  rmSync(fresh, { recursive: true });
  rmSync(freshOut, { recursive: true });
  return output;
}

it('gives what a build from nothing gives, whatever was edited', async () => {
  for (const id of readdirSync(path.join(programDir, 'content/sources')))
    cpSync(path.join(programDir, 'content/sources', id), path.join(sources, id), {
      recursive: true,
    });
  addReport('530102-2020', 2021);
  await build(content, out);
  // The same again: every page of a report is taken over.
  const before = treeOf(out);
  expect(takenOver(await build(content, out))).toBeGreaterThan(6);
  expect(treeOf(out)).toEqual(before);

  // Each kind of edit at least once, several at a time; an edit of one report leaves others alone.
  edits['a sentence of a source']?.();
  expect(takenOver(await buildBoth())).toBeGreaterThan(0);
  const narrow = Object.keys(edits).filter((name) => !alone.flat().includes(name));
  const rounds = [...alone];
  while (narrow.length > 0)
    rounds.push(
      Array.from({ length: Math.min(5, narrow.length) }, () => {
        return narrow.splice(random.between(0, narrow.length - 1), 1)[0] as string;
      }),
    );
  for (let more = 0; more < steps; more += 1)
    rounds.push(
      Array.from({ length: random.between(1, 3) }, () => random.pick(Object.keys(edits))),
    );
  for (const round of rounds) {
    console.log(`REUSE_SEED=${seed}: ${round.join('; ')}`);
    for (const name of round) edits[name]?.();
    // In the end nothing is owed to what the process of all these builds remembers.
    await buildBoth(round === rounds.at(-1) ? buildAlone : build);
  }
});

it('leaves the former site alone while a new one is made of it', async () => {
  const page = publishedPage();
  const kept = path.join(folder, 'kept.html');
  linkSync(page, kept);
  const before = readFileSync(kept);
  const id = path.basename(path.dirname(page));
  const edited = existsSync(source(id)) ? id : (ids()[0] as string);
  const text = readFileSync(source(edited), 'utf8');
  writeFileSync(source(edited), text.replace(/。/u, '。另有一句。'));
  await build(content, out);
  expect(readFileSync(kept)).toEqual(before);
  expect(statSync(kept).ino).not.toBe(
    statSync(path.join(out, 'reports', edited, 'index.html')).ino,
  );
});
