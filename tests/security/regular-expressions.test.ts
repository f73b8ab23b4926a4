/**
 * No regular expression of the program takes more than linear time for any text. A checker that knows their grammar
 * looks at every literal of the source, and at those that modules put together and export.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { analyse } from 'scslre';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { programDir } from '../../src/collection/program-dir.ts';

/** Files of the program with the TypeScript in them: of Astro components, what stands above their markup. */
function sources(): { file: string; text: string }[] {
  return ['src', 'scripts'].flatMap((folder) =>
    readdirSync(path.join(programDir, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(?:ts|mjs|astro)$/.test(file) && !file.endsWith('.d.ts'))
      .map((file) => {
        const text = readFileSync(path.join(programDir, folder, file), 'utf8');
        return {
          file: path.join(folder, file),
          text: file.endsWith('.astro') ? (text.split(/^---$/m)[1] ?? '') : text,
        };
      }),
  );
}

interface Place {
  place: string;
  pattern: RegExp;
}

function literals(file: string, text: string): Place[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: Place[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      const pattern = new RegExp(node.text.slice(1, end), node.text.slice(end + 1));
      found.push({ place: `${file}:${line + 1}`, pattern });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** What is wrong with an expression: how its time grows, and with which characters. */
function faults({ place, pattern }: Place): string[] {
  const { reports } = analyse({ source: pattern.source, flags: pattern.flags });
  return reports.map(
    ({ type, exponential, character }) =>
      `${place} ${exponential ? 'exponential' : 'polynomial'} (${type}) for ${character.literal.source}: ${pattern.source.slice(0, 120)}`,
  );
}

describe('regular expressions', () => {
  it('that take long are found', () => {
    for (const pattern of [/^(?:a+)+$/, /^a*a*$/, /a+$/, /\s*\n/])
      expect(faults({ place: '', pattern }), pattern.source).not.toEqual([]);
    expect(faults({ place: '', pattern: /(?<!a)a+$/ })).toEqual([]);
  });

  it('written down take linear time', () => {
    const all = sources().flatMap(({ file, text }) => literals(file, text));
    expect(all.length).toBeGreaterThan(400);
    expect(all.flatMap(faults)).toEqual([]);
  });

  it('put together take linear time', async () => {
    // Modules that are imported for their grammar; commands would run.
    const modules = sources().filter(({ file, text }) => {
      const pure = /^(?:src\/(?:model|controls|search)|scripts\/(?:convert|import))\//.test(file);
      return pure && /^export/m.test(text) && text.includes('new RegExp(');
    });
    expect(modules.length).toBeGreaterThan(10);
    const found = new Map<string, Place>();
    const original = globalThis.RegExp;
    let place = '';
    globalThis.RegExp = new Proxy(original, {
      construct(target, [source, flags]: [string | RegExp, string | undefined]) {
        const pattern = new target(source, flags);
        if (typeof source === 'string') found.set(String(pattern), { place, pattern });
        return pattern;
      },
    });
    try {
      for (const { file } of modules) {
        place = `${file} (or what it imports)`;
        await import(pathToFileURL(path.join(programDir, file)).href);
      }
    } finally {
      globalThis.RegExp = original;
    }
    const ours = [...found.values()];
    expect(ours.length).toBeGreaterThan(40);
    expect(ours.flatMap(faults)).toEqual([]);
  });
});
