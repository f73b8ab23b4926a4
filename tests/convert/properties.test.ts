/** What holds for every source, however hostile. */

import fc from 'fast-check';
import type { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { convertReport } from '../../scripts/convert/convert-report.ts';
import { readFrontmatter, writeFrontmatter } from '../../src/model/frontmatter.ts';
import type { Section } from '../../src/model/report.ts';
import { styleLetters } from '../../src/model/section-styles.ts';
import { knowledge } from '../own.ts';
import { renderedText } from './evaluate-mdx.ts';
import { hostileSource, hostileString, withoutBlanks } from './hostile.ts';

function convert(text: string, annotation?: string) {
  return convertReport(
    {
      id: '110101-2021',
      source: new TextEncoder().encode(text),
      sourcePath: 'source.txt',
      annotationPath: 'report.yaml',
      ...(annotation === undefined ? {} : { annotation }),
    },
    knowledge,
  );
}

/** JSON in ASCII, which every reader of YAML takes for what it is. */
function escaped(data: object): string {
  return JSON.stringify(data).replace(
    /[^ -~]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const isRefused = (file: VFile) => file.messages.some(({ fatal }) => fatal);

const segment = `[${styleLetters.join('')}]\\d+(?:_\\d+)?`;
const idPattern = new RegExp(`^${segment}(?:-${segment})*$`);

function ids(sections: readonly Section[]): string[] {
  return sections.flatMap((section) => [section.id, ...ids(section.children)]);
}

describe('every source', () => {
  it('gives a page whose text is that of the source minus its furniture', async () => {
    await fc.assert(
      fc.asyncProperty(hostileSource, async (text) => {
        const { output } = convert(text);
        if (!output) return expect.fail('refused');
        const furniture = new Map(output.data.furniture.map((entry) => [entry.line, entry.text]));
        const kept = text
          .split(/\r\n|[\n\r\u2028\u2029]/)
          .filter((_, index) => !furniture.has(index + 1));
        expect(withoutBlanks(await renderedText(output.mdx))).toBe(withoutBlanks(kept.join('')));
      }),
      { numRuns: 1500 },
    );
  }, 120_000);

  it('loses no character to headings that are said to be in its lines, and writes their text as it is', async () => {
    const said = fc.array(
      fc.record(
        {
          line: fc.nat(25),
          level: fc.integer({ min: 1, max: 9 }),
          length: fc.integer({ min: 1, max: 40 }),
        },
        { requiredKeys: ['line', 'level'] },
      ),
      { maxLength: 6 },
    );
    let headed = 0;
    await fc.assert(
      fc.asyncProperty(hostileSource, said, async (text, entries) => {
        const lines = text.split(/\r\n|[\n\r\u2028\u2029]/);
        const unnumbered = entries
          .map((entry) => ({ ...entry, line: (entry.line % lines.length) + 1 }))
          .filter((entry) => lines[entry.line - 1]?.trim() !== '');
        const { output } = convert(text, escaped({ unnumbered }));
        if (!output) return expect.fail('refused');
        const furniture = new Set(output.data.furniture.map((entry) => entry.line));
        const kept = lines.filter((_, index) => !furniture.has(index + 1));
        expect(withoutBlanks(await renderedText(output.mdx))).toBe(withoutBlanks(kept.join('')));
        const all = ids(output.data.sections);
        expect(new Set(all).size).toBe(all.length);
        if (/style="p" [^>]*>\s*<Heading/u.test(output.mdx)) headed++;
      }),
      { numRuns: 300 },
    );
    expect(headed).toBeGreaterThan(30);
  }, 120_000);

  it('gives the same bytes every time, and ids that are unique', () => {
    fc.assert(
      fc.property(hostileSource, (text) => {
        const first = convert(text).output;
        expect(convert(text).output).toEqual(first);
        const all = ids(first?.data.sections ?? []);
        expect(new Set(all).size).toBe(all.length);
        for (const id of all) expect(id).toMatch(idPattern);
      }),
      { numRuns: 300 },
    );
  });

  it('gives YAML frontmatter that an editor’s words cannot break', () => {
    let converted = 0;
    fc.assert(
      fc.property(hostileString, hostileString, (title, note) => {
        const annotation = { title, notes: [{ exact: '正文', text: note }] };
        const { files, output } = convert('一、标题\n正文。', escaped(annotation));
        if (!output) {
          expect(files.some(isRefused)).toBe(true);
          return;
        }
        converted++;
        expect(output.data.title).toBe(title.trim());
        const read = readFrontmatter(output.mdx);
        expect(read['title']).toBe(title.trim());
        expect(read['notes']).toEqual([
          { number: 1, section: 's1', exact: '正文', text: note.trim() },
        ]);
        const yaml = output.mdx.slice(4, output.mdx.indexOf('\n---\n'));
        expect(parseYaml(yaml)).toEqual(read);
      }),
      { numRuns: 300 },
    );
    expect(converted).toBeGreaterThan(100);
  }, 60_000);
});

describe('frontmatter', () => {
  it('is read again as it was written, by this program and as YAML', () => {
    fc.assert(
      fc.property(
        hostileString,
        fc.array(hostileString),
        fc.dictionary(hostileString, hostileString),
        (text, list, record) => {
          const data = { text, list, record, none: null, count: 1 };
          const yaml = writeFrontmatter(data);
          expect(yaml.split('\n')).toHaveLength(5);
          expect(readFrontmatter(`---\n${yaml}\n---\n\n---\n`)).toEqual(data);
          expect(parseYaml(yaml)).toEqual(data);
        },
      ),
      { numRuns: 500 },
    );
  });
});
