/** Dependencies point one way, and what must stay pure touches no files. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { programDir } from '../src/settings.ts';

interface Import {
  from: string;
  to: string;
}

/** Modules below a folder of the checkout, relative to it. */
function modules(folder: string): string[] {
  return readdirSync(path.join(programDir, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ts|astro|mjs)$/.test(entry.name))
    .map((entry) => path.relative(programDir, path.join(entry.parentPath, entry.name)));
}

/** Imports of the modules below a folder; those of the project as paths, others by name. */
function imports(folder: string): Import[] {
  return modules(folder).flatMap((from) => {
    const text = readFileSync(path.join(programDir, from), 'utf8');
    const names = [
      ...text.matchAll(
        /(?:^|\n)\s*(?:import|export)\s[^'"`;]*?from\s+'([^']+)'|(?:^|\n)\s*import\s+'([^']+)'|import\('([^']+)'\)/g,
      ),
    ];
    return names.map((match) => {
      const name = (match[1] ?? match[2] ?? match[3]) as string;
      const to = name.startsWith('.') ? path.join(path.dirname(from), name) : name;
      return { from, to };
    });
  });
}

const show = ({ from, to }: Import) => `${from} → ${to}`;

/** Imports of the modules below a folder for which a condition holds, as `from → to`. */
const importsOf = (folder: string, where: (each: Import) => boolean) =>
  imports(folder).filter(where).map(show);

describe('dependencies', () => {
  it('are found', () => {
    expect(imports('src').length).toBeGreaterThan(200);
    expect(imports('src').some(({ to }) => to === 'src/model/routes.ts')).toBe(true);
  });

  it('of the model lead nowhere else in the project', () => {
    const wrong = importsOf(
      'src/model',
      ({ to }) => /^(?:src|scripts|tests)\//.test(to) && !to.startsWith('src/model/'),
    );
    expect(wrong).toEqual([]);
  });

  it('of the site lead to no script', () => {
    expect(importsOf('src', ({ to }) => to.startsWith('scripts/'))).toEqual([]);
  });

  it('of the program lead to no test, but for the browser that commands measure with', () => {
    const isWrong = ({ to }: Import) => to.startsWith('tests/') && to !== 'tests/browser.ts';
    expect(importsOf('src', isWrong)).toEqual([]);
    expect(importsOf('scripts', isWrong)).toEqual([]);
  });

  it('of the search code lead to no Node module, so that it runs in a browser', () => {
    expect(importsOf('src/search', ({ to }) => to.startsWith('node:'))).toEqual([]);
  });

  it('of the model lead to no files', () => {
    expect(importsOf('src/model', ({ to }) => /^node:fs/.test(to))).toEqual([]);
  });

  it('of the conversion lead to files in its outermost modules only', () => {
    const touching = imports('scripts/convert')
      .filter(({ to }) => /^node:fs/.test(to))
      .map(({ from }) => path.basename(from));
    expect([...new Set(touching)].sort()).toEqual(['memory.ts', 'run.ts', 'source-files.ts']);
  });

  it('of elements lead to no Node module', () => {
    expect(importsOf('src/elements', ({ to }) => to.startsWith('node:'))).toEqual([]);
  });

  it('of pages lead to files through the modules that note what a page reads', () => {
    const readers = ['src/collection.ts', 'src/hash-file.ts', 'src/regions.ts'];
    const others = imports('src').filter(
      ({ from, to }) => /^node:fs/.test(to) && !readers.includes(from),
    );
    // Endpoints that send a file are made anew each time.
    const kept = others.filter(
      ({ from }) =>
        !from.startsWith('src/pages/data/') ||
        /\bkeyed\b/.test(readFileSync(path.join(programDir, from), 'utf8')),
    );
    expect(kept.map(show)).toEqual([]);
  });

  it('are hidden in no variable that outlives a page and is not noted', () => {
    const inBrowser = /^src\/(?:elements|search|excerpts)\//;
    const wrong = modules('src').filter((from) => {
      const text = readFileSync(path.join(programDir, from), 'utf8');
      const code = from.endsWith('.astro') ? '' : text;
      return !inBrowser.test(from) && /^(?:export )?let /m.test(code);
    });
    expect(wrong).toEqual([]);
  });
});

describe('the picture in docs/architecture.md', () => {
  const text = readFileSync(path.join(programDir, 'docs/architecture.md'), 'utf8');
  /** Folders of each part, as the table has them. */
  const parts = [...text.matchAll(/^\| (\w+) \| (`[^|]+`) \|/gmu)].map(([, part, folders]) => ({
    part: part as string,
    folders: [...(folders as string).matchAll(/`([^`]+)`/gu)].map(([, folder]) => folder as string),
  }));
  const drawn = [...text.matchAll(/^ {4}(\w+) --> (.+)$/gmu)].flatMap(([, from, to]) =>
    (to as string).split(' & ').map((each) => `${from} → ${each}`),
  );
  /** `src/model/a.ts` belongs to `src/model`, `src/a.ts` to `src`. */
  const folderOf = (file: string) => file.split('/').slice(0, -1).slice(0, 2).join('/');
  const partOf = (file: string) =>
    parts.find(({ folders }) => folders.includes(folderOf(file)))?.part ?? folderOf(file);

  it('has every folder of the program in one part, and no other', () => {
    const named = parts.flatMap(({ folders }) => folders);
    const real = new Set(
      [...modules('src'), ...modules('scripts')].map((file) => folderOf(file)).concat('src/styles'),
    );
    expect([...named].sort()).toEqual([...real].sort());
  });

  it('has an arrow for every import from part to part, and no other', () => {
    const real = [...imports('src'), ...imports('scripts')]
      .filter(({ to }) => /^(?:src|scripts)\//.test(to) && partOf(to) !== 'src/styles')
      .map(({ from, to }) => [partOf(from), partOf(to)])
      .filter(([from, to]) => from !== to)
      .map(([from, to]) => `${from} → ${to}`);
    expect([...new Set(drawn)].sort()).toEqual([...new Set(real)].sort());
  });
});
