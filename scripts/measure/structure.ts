/** The structure of the program, read from its imports: its parts, what leads where, and the picture in docs/architecture.md. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { programDir } from '../../src/collection/program-dir.ts';
import { importsOf } from '../files/imports.ts';

/** An import from one module of the program to another; paths relative to the checkout. */
export interface Import {
  from: string;
  to: string;
}

interface Part {
  folders: readonly string[];
  about: string;
}

/** Every folder of the program belongs to one part. From top to bottom, as imports lead. */
export const parts: Readonly<Record<string, Part>> = {
  commands: {
    folders: ['scripts/commands'],
    about: 'one file for each npm script: arguments, messages, exit code',
  },
  measure: {
    folders: ['scripts/measure'],
    about: 'figures of the README and the docs: time, memory, accuracy, structure',
  },
  ship: { folders: ['scripts/ship'], about: 'the site as a zip with servers of its own' },
  site: {
    folders: ['scripts/site'],
    about: 'converted reports → whole site: pages, open data, index, files of hosts, list of files',
  },
  check: {
    folders: ['scripts/check'],
    about: 'faults of the collection; the promise that addresses stay',
  },
  import: {
    folders: ['scripts/import'],
    about: 'untrusted files → sources, read in a thread within bounds',
  },
  convert: {
    folders: ['scripts/convert'],
    about: 'source and annotation → tree → MDX and data; `parse/` is the parser by itself',
  },
  files: {
    folders: ['scripts/files'],
    about: 'writing whole, locks with owners, threads, faults of the machine in words',
  },
  pages: {
    folders: ['src', 'src/pages', 'src/layouts', 'src/components', 'src/styles', 'src/feeds'],
    about: 'what is rendered; works without scripts',
  },
  'open-data': { folders: ['src/open-data'], about: 'what is published beside the pages' },
  corpus: { folders: ['src/corpus'], about: 'all reports together, in memory' },
  collection: {
    folders: ['src/collection'],
    about: 'one report, the catalogues and the settings, from disk',
  },
  client: {
    folders: ['src/client'],
    about: 'everything that ships to browsers; leads to no Node module',
  },
  search: {
    folders: ['src/search'],
    about: 'the codec shared by indexer and browser, query language, engine',
  },
  security: { folders: ['src/security'], about: 'the one policy that pages and hosts repeat' },
  model: {
    folders: ['src/model'],
    about: 'schemas, addresses, regions, themes: pure, imports nothing of the project',
  },
};

/** All modules of the program, relative to the checkout, sorted. */
export function programModules(): string[] {
  return ['src', 'scripts']
    .flatMap((folder) =>
      readdirSync(path.join(programDir, folder), { recursive: true, withFileTypes: true }),
    )
    .filter((entry) => entry.isFile() && /\.(?:ts|astro|mjs)$/.test(entry.name))
    .map((entry) => path.relative(programDir, path.join(entry.parentPath, entry.name)))
    .sort();
}

/** Imports of modules, from one file of the checkout to another. */
export function importsAmong(modules: readonly string[]): Import[] {
  return modules.flatMap((from) =>
    importsOf(path.join(programDir, from))
      .filter((each) => path.isAbsolute(each))
      .map((each) => ({ from, to: path.relative(programDir, each) }))
      .filter(({ to }) => /^(?:src|scripts|tests)\//.test(to)),
  );
}

/** `src/model/a.ts` belongs to the folder `src/model`, `src/a.ts` to `src`, whatever lies deeper. */
export const folderOf = (file: string) => file.split('/').slice(0, -1).slice(0, 2).join('/');

/** @throws when no part has the folder of a module */
export function partOf(file: string): string {
  const folder = folderOf(file);
  const found = Object.entries(parts).find(([, { folders }]) => folders.includes(folder));
  if (!found) throw new Error(`${file} belongs to no part of scripts/measure/structure.ts`);
  return found[0];
}

/** Parts that each part imports from, both in the order of {@link parts}. */
export function partArrows(imports: readonly Import[]): Map<string, string[]> {
  const arrows = new Map<string, string[]>();
  for (const part of Object.keys(parts)) {
    const targets = new Set(
      imports.filter(({ from }) => partOf(from) === part).map(({ to }) => partOf(to)),
    );
    targets.delete(part);
    const ordered = Object.keys(parts).filter((each) => targets.has(each));
    if (ordered.length > 0) arrows.set(part, ordered);
  }
  return arrows;
}

/** The picture and the table of docs/architecture.md. */
function structureText(): string {
  const arrows = partArrows(importsAmong(programModules()));
  const rows = Object.entries(parts).map(
    ([part, { folders, about }]) =>
      `| ${part} | ${folders.map((folder) => `\`${folder}\``).join(', ')} | ${about} |`,
  );
  return [
    '```mermaid',
    'graph TD',
    ...[...arrows].map(([from, to]) => `    ${from} --> ${to.join(' & ')}`),
    '```',
    '',
    '| part | folders | what belongs there |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

const [begin, end] = ['<!-- structure: begin -->', '<!-- structure: end -->'];

/** A document with the picture and the table between its two marks. @throws when it lacks them */
export function withStructure(text: string): string {
  const [before, rest] = text.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`no ${begin} … ${end}`);
  return `${before}${begin}\n\n${structureText()}\n${end}${after}`;
}
