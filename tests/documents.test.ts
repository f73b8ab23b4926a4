/** What the documents say of the program is what the program is. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { programDir } from '../src/collection/program-dir.ts';

const read = (name: string) => readFileSync(path.join(programDir, name), 'utf8');
const manifest = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;

/** Licences that a program under MIT cannot go along with. */
const forbidding = /^(?:A?GPL|SSPL|BUSL|none)/u;

describe('docs/dependencies.md', () => {
  const text = read('docs/dependencies.md');
  const [work = '', development = ''] = text.split('## For development');
  const rows = (part: string) =>
    [...part.matchAll(/^\| `([^`]+)` \| ([^|]+) \| (.{8,}) \|$/gmu)].map(([, name, licence]) => ({
      name: name as string,
      licence: licence as string,
    }));

  it('lists every dependency with a reason, and no other', () => {
    const names = (part: string) => rows(part).map(({ name }) => name);
    expect(names(work)).toEqual(Object.keys(manifest['dependencies'] ?? {}).sort());
    expect(names(development)).toEqual(Object.keys(manifest['devDependencies'] ?? {}).sort());
  });

  it('names the licence each of them has', () => {
    for (const { name, licence } of [...rows(work), ...rows(development)])
      expect(`${name} ${JSON.parse(read(`node_modules/${name}/package.json`)).license}`).toBe(
        `${name} ${licence}`,
      );
  });

  it('names every licence that is installed, and none that forbids what we do', () => {
    const { packages } = JSON.parse(read('package-lock.json')) as {
      packages: Record<string, { license?: string }>;
    };
    const known = /## Licences\n([\s\S]*?)\n## /u.exec(text)?.[1] ?? '';
    const licences = new Set(
      Object.entries(packages)
        .filter(([name]) => name !== '' && !name.endsWith('/format'))
        .flatMap(([name, { license }]) =>
          (license ?? `none: ${name}`).replace(/[()]/gu, '').split(' AND '),
        )
        .flatMap((choice) => {
          // Of several the one that permits most is chosen.
          const open = choice.split(' OR ').filter((each) => !forbidding.test(each));
          expect(open, choice).not.toEqual([]);
          return open;
        }),
    );
    for (const licence of licences) {
      expect(known).toContain(licence.replace(/^BSD-.*/u, 'BSD'));
    }
  });
});

describe('docs/conversion.md', () => {
  const folder = path.join(programDir, 'scripts/convert');

  it('names every module of the conversion, and no other', () => {
    const there = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((file) => file.replaceAll(path.sep, '/'))
      .filter((file) => file.endsWith('.ts'));
    const named = [...read('docs/conversion.md').matchAll(/`((?:[\w-]+\/)*[\w-]+\.ts)`/gu)]
      .map(([, file]) => file as string)
      .filter((file) => !file.startsWith('src/'));
    expect([...new Set(named)].sort()).toEqual(there.sort());
  });
});

describe('every document', () => {
  const files = [
    ...['README.md', 'README.zh.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'content/README.md'],
    ...readdirSync(path.join(programDir, 'docs'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md') && !name.startsWith('rules/'))
      .map((name) => `docs/${name}`),
  ].sort();
  const exists = (name: string) => existsSync(path.join(programDir, name));

  /** Names of the headings of a document in links, as GitHub makes them. */
  const headings = (file: string) =>
    [...read(file).matchAll(/^#+ (.+)$/gmu)].map(([, words = '']) =>
      words
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
        .replaceAll(/\s/gu, '-'),
    );

  it.each(files)('%s leads to files and headings that there are', (file) => {
    for (const [, to = '', heading] of read(file).matchAll(
      /\]\((?!https?:)([^)#\s]*)#?([^)\s]*)\)/gu,
    )) {
      const target = to ? path.join(path.dirname(file), to) : file;
      expect(exists(target), to).toBe(true);
      if (heading) expect(headings(target), target).toContain(heading);
    }
  });

  it.each(files)('%s names files that there are', (file) => {
    const names = [
      ...read(file).matchAll(/`((?:src|scripts|tests|content|deploy|docs|\.github)\/[^`\s]*)`/gu),
    ]
      .map(([, name = '']) => name)
      .filter((name) => !/[<*…]|^content\/reports/u.test(name));
    expect(names.filter((name) => !exists(name))).toEqual([]);
  });

  it.each(files)('%s names commands that there are', (file) => {
    for (const [, command] of read(file).matchAll(/npm run (?:-s )?([a-z:]+)/gu))
      expect(Object.keys(manifest['scripts'] ?? {})).toContain(command);
  });

  it('is led to from the README, from the page on contributing or from the list of its folder', () => {
    const led = ['README.md', 'CONTRIBUTING.md', 'docs/decisions/README.md'].flatMap((file) =>
      [...read(file).matchAll(/\]\(([^)#\s]+)/gu)].map(([, to = '']) =>
        path.join(path.dirname(file), to),
      ),
    );
    expect(files.filter((file) => file !== 'README.md' && !led.includes(file))).toEqual([]);
  });
});

describe('README.zh.md', () => {
  /** Tables row by row: the code of the first cell, and every number. */
  const tables = (file: string) =>
    [...read(file).matchAll(/^\| (?!-|---)([^|]*)\|(.*)\|$/gmu)]
      .map(([, first = '', rest = '']) => [
        /^(\*\*)?`[^`]*`/u.exec(first)?.[0].replace(/<[^>]*>/gu, '<>'),
        ...((first + rest).match(/\d[\d.,–]*/gu) ?? []),
      ])
      .filter((row) => row.some((cell) => cell !== undefined));

  it('has the commands, variables and figures of README.md', () => {
    expect(tables('README.md').length).toBeGreaterThan(30);
    expect(tables('README.zh.md')).toEqual(tables('README.md'));
  });
});
