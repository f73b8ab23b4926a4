/** What holds for every source, however hostile. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convertReport } from '../../scripts/convert/convert-report.ts';
import type { Section } from '../../src/model/report.ts';
import { knowledge } from '../own.ts';
import { renderedText } from './evaluate-mdx.ts';
import { hostileSource, withoutBlanks } from './hostile.ts';

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
  });

  it('gives the same bytes every time, and ids that are unique', () => {
    fc.assert(
      fc.property(hostileSource, (text) => {
        const first = convert(text).output;
        expect(convert(text).output).toEqual(first);
        const all = ids(first?.data.sections ?? []);
        expect(new Set(all).size).toBe(all.length);
        for (const id of all)
          expect(id).toMatch(/^[skmnoip]\d+(?:_\d+)?(?:-[skmnoip]\d+(?:_\d+)?)*$/);
      }),
      { numRuns: 300 },
    );
  });

  it('gives YAML frontmatter that an editor’s words cannot break', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', minLength: 1 }).filter((text) => text.trim() !== ''),
        (title) => {
          const { output } = convert('一、标题\n正文。', JSON.stringify({ title }));
          expect(output?.data.title ?? title.trim()).toBe(title.trim());
        },
      ),
      { numRuns: 300 },
    );
  });
});
