/** What the documents say of the program is what the program is. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { programDir } from '../src/collection/program-dir.ts';

const read = (name: string) => readFileSync(path.join(programDir, name), 'utf8');
const manifest = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;

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
          (license ?? `none: ${name}`).replace(/[()]/gu, '').split(/ (?:AND|OR) /u),
        ),
    );
    for (const licence of licences) {
      expect(licence).not.toMatch(/^(?:A?GPL|SSPL|BUSL|none)/u);
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
    ...['README.md', 'CONTRIBUTING.md', 'content/README.md'],
    ...['architecture', 'conversion', 'dependencies', 'publishing', 'search'].map(
      (name) => `docs/${name}.md`,
    ),
  ];

  it.each(files)('%s leads to files that there are', (file) => {
    const links = [...read(file).matchAll(/\]\((?!https?:|#)([^)#\s]+)/gu)].map(([, to]) => to);
    for (const to of links)
      expect(existsSync(path.join(programDir, path.dirname(file), to as string)), to).toBe(true);
  });

  it.each(files)('%s names commands that there are', (file) => {
    for (const [, command] of read(file).matchAll(/npm run ([a-z:]+)/gu))
      expect(Object.keys(manifest['scripts'] ?? {})).toContain(command);
  });
});
