/** Dependencies point one way, and what must stay pure touches no files. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { importClosure, importsOf } from '../scripts/files/imports.ts';
import {
  importsAmong,
  partArrows,
  partOf,
  programModules,
  withStructure,
} from '../scripts/measure/structure.ts';
import { programDir } from '../src/collection/program-dir.ts';

const modules = programModules();
const imports = importsAmong(modules);
const absolute = (file: string) => path.join(programDir, file);

/** Modules of some parts that lead to a Node module, directly or through others. */
function nodeModulesOf(parts: readonly string[], allowed: readonly string[] = []): string[] {
  const entries = modules.filter((file) => parts.includes(partOf(file))).map(absolute);
  return importClosure(entries).flatMap((file) =>
    importsOf(file)
      .filter((name) => name.startsWith('node:') && !allowed.includes(name))
      .map((name) => `${path.relative(programDir, file)} → ${name}`),
  );
}

/**
 * Circles of a graph.
 * @returns groups of two or more nodes each of which leads to each other one
 */
function circles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const reached = new Map(
    [...graph.keys()].map((node) => {
      const seen = new Set<string>();
      const open = [...(graph.get(node) ?? [])];
      for (let next = open.pop(); next !== undefined; next = open.pop()) {
        if (seen.has(next)) continue;
        seen.add(next);
        open.push(...(graph.get(next) ?? []));
      }
      return [node, seen];
    }),
  );
  const groups = new Map<string, string[]>();
  for (const [node, seen] of reached) {
    const group = [...seen].filter((other) => reached.get(other)?.has(node)).sort();
    if (group.length > 1) groups.set(group.join(' '), group);
  }
  return [...groups.values()];
}

describe('dependencies', () => {
  it('are found', () => {
    expect(imports.length).toBeGreaterThan(800);
    expect(imports.some(({ to }) => to === 'src/model/routes.ts')).toBe(true);
  });

  it('lead in no circle, from part to part or from module to module', () => {
    const graph = Map.groupBy(imports, ({ from }) => from);
    const modulesGraph = new Map([...graph].map(([from, all]) => [from, all.map(({ to }) => to)]));
    expect(circles(partArrows(imports))).toEqual([]);
    expect(circles(modulesGraph)).toEqual([]);
  });

  it('show a circle where there is one', () => {
    const graph = new Map([
      ['a', ['b']],
      ['b', ['c']],
      ['c', ['b']],
    ]);
    expect(circles(graph)).toEqual([['b', 'c']]);
  });

  it('of the model lead nowhere else in the project', () => {
    const wrong = imports.filter(
      ({ from, to }) => partOf(from) === 'model' && partOf(to) !== 'model',
    );
    expect(wrong).toEqual([]);
  });

  it('of the site lead to no script, and of the program to no test', () => {
    const wrong = imports.filter(
      ({ from, to }) =>
        to.startsWith('tests/') || (from.startsWith('src/') && to.startsWith('scripts/')),
    );
    expect(wrong).toEqual([]);
  });

  it('of what ships to browsers lead to no Node module, however far', () => {
    expect(nodeModulesOf(['client', 'search', 'security'])).toEqual([]);
  });

  it('of the model lead to no files', () => {
    expect(nodeModulesOf(['model'])).toEqual([]);
  });

  it('of the parser lead to no Node module but those for text', () => {
    const parser = modules.filter((file) => file.startsWith('scripts/convert/parse/'));
    const wrong = importClosure(parser.map(absolute)).flatMap((file) =>
      importsOf(file).filter((name) => name.startsWith('node:')),
    );
    expect(wrong).toEqual([]);
  });

  it('of the conversion lead to files in its outermost modules only', () => {
    const touching = modules.filter(
      (file) =>
        partOf(file) === 'convert' &&
        importsOf(absolute(file)).some((name) => /^node:fs/.test(name)),
    );
    expect(touching.map((file) => path.basename(file))).toEqual([
      'memory.ts',
      'run.ts',
      'source-files.ts',
    ]);
  });

  it('of pages lead to files through the collection, the corpus, and endpoints that send a file', () => {
    const readers = modules.filter(
      (file) =>
        file.startsWith('src/') &&
        importsOf(absolute(file)).some((name) => /^node:fs/.test(name)) &&
        !['collection', 'corpus'].includes(partOf(file)),
    );
    expect(readers).toEqual([
      'src/pages/data/originals/[name].ts',
      'src/pages/data/versions/[file].txt.ts',
    ]);
  });

  it('are hidden in no variable that outlives a page', () => {
    const wrong = modules.filter(
      (file) =>
        file.endsWith('.ts') &&
        file.startsWith('src/') &&
        !['client', 'search'].includes(partOf(file)) &&
        /^(?:export )?let /m.test(readFileSync(absolute(file), 'utf8')),
    );
    expect(wrong).toEqual([]);
  });
});

describe('src/model/genre.ts', () => {
  const modulesWith = (words: RegExp) =>
    modules.filter((file) => words.test(readFileSync(absolute(file), 'utf8')));

  it('is the one module that holds the name of the site and of the genre', () => {
    expect(modulesWith(/法治年报/u), 'and one sentence of a page').toEqual([
      'src/model/genre.ts',
      'src/pages/about.astro',
    ]);
    expect(modulesWith(/法治政府建设年度报告/u), 'and a column that websites have').toEqual([
      'scripts/convert/parse/page-grammar.ts',
      'src/pages/about.astro',
    ]);
  });
});

describe('docs/architecture.md', () => {
  it('holds the picture of the code as it is; npm run docs draws it again', () => {
    const text = readFileSync(absolute('docs/architecture.md'), 'utf8');
    expect(withStructure(text)).toBe(text);
  });
});
