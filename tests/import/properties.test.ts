/** No character of a report gets lost on its way out of a file, whatever the text. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../scripts/import/read/decode-text.ts';
import { chineseNumeral } from '../../scripts/import/read/docx-numbering.ts';
import { repairRadicals } from '../../scripts/import/read/radicals.ts';
import { readDocument } from '../../scripts/import/read/read-document.ts';
import { resemblance, sketch } from '../../scripts/import/recognise/similarity.ts';
import { buildDocx, paragraph } from './build-docx.ts';
import { portalPage, tablePage } from './build-html.ts';
import { buildPdf, layOut } from './build-pdf.ts';
import { gbk, utf8, utf16beBom, utf16leBom } from './encode.ts';

/** Words that look like the markup of one format or another. */
const hostile = fc.constantFrom(
  '<b>',
  '&amp;',
  '&lt;',
  '{x}',
  '《条例》',
  '“三项制度”',
  '12.4万',
  'A、B',
  '<!--',
  ']]>',
  '一、',
  '（一）',
  '1.',
  '100%',
);
const han = fc.string({
  unit: fc.constantFrom(...'全面推进法治政府建设依行机关工作规范性文件审查复议应诉调解公开监督'),
  minLength: 2,
  maxLength: 12,
});
/** A paragraph as official prose has it, with hostile words inside. */
const prose = fc
  .array(fc.oneof(han, hostile), { minLength: 3, maxLength: 12 })
  .map((words) => `全年坚持依法行政，${words.join('')}，持续推进各项工作。`);
const paragraphs = fc.array(prose, { minLength: 1, maxLength: 8 });

/** A text of which a page of two columns has one line in the second. */
const oneLineInTheSecondColumn = `${'全年坚持依法行政，推进各项工作。'.repeat(36)}持续推进。`;

const bare = (text: string) => text.replace(/\s/gu, '');
const title = '四川省绵阳市安州区2022年度法治政府建设情况报告';

async function textOf(bytes: Uint8Array, name: string): Promise<string> {
  return bare((await readDocument(bytes, name)).text);
}

describe('every character is kept', () => {
  const runs = { numRuns: 60 };

  it('of web pages, in whatever layout', () =>
    fc.assert(
      fc.asyncProperty(paragraphs, async (lines) => {
        const whole = bare(lines.join(''));
        expect(await textOf(utf8(portalPage({ title, paragraphs: lines })), 'a.html')).toContain(
          whole,
        );
        expect(await textOf(utf8(tablePage({ title, paragraphs: lines })), 'a.html')).toContain(
          whole,
        );
      }),
      runs,
    ));

  it('of Word documents', () =>
    fc.assert(
      fc.asyncProperty(paragraphs, async (lines) => {
        const document = buildDocx(lines.map((line) => paragraph(line)));
        expect(await textOf(document, 'a.docx')).toBe(bare(lines.join('')));
      }),
      runs,
    ));

  it('of PDFs, in one column and in two', () =>
    fc.assert(
      fc.asyncProperty(
        paragraphs,
        fc.constantFrom(1 as const, 2 as const),
        async (lines, columns) => {
          const document = buildPdf(layOut([title, ...lines], { columns }));
          expect(await textOf(document, 'a.pdf')).toBe(bare(title + lines.join('')));
        },
      ),
      // To shrink a PDF takes longer than any limit: the seed of the first is what is needed.
      { numRuns: 25, endOnFailure: true, examples: [[[oneLineInTheSecondColumn], 2]] },
    ));

  it('of text in every encoding', () => {
    fc.assert(
      fc.property(paragraphs, (lines) => {
        const text = `${title}\n${lines.join('\r\n')}`;
        for (const encode of [utf8, gbk, utf16leBom, utf16beBom])
          expect(decodeText(encode(text)).text).toBe(text);
      }),
      runs,
    );
  });

  it('and no bytes whatever make a reader fail in other ways than by refusing', () =>
    fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom('', '%PDF-1.4\n', 'PK\u0003\u0004', '<html>', 'MIME-Version: 1.0\n'),
        async (bytes, start) => {
          const file = Buffer.concat([Buffer.from(start, 'latin1'), bytes]);
          await readDocument(file, 'a').catch((error: Error) =>
            expect(error.constructor.name).toBe('Refusal'),
          );
        },
      ),
      { numRuns: 200 },
    ));
});

describe('radicals in place of characters', () => {
  it('are written as the characters they look like', () => {
    expect(repairRadicals('⼀、全⾯推进⻓效⺠⽣，⻛险')).toBe('一、全面推进长效民生，风险');
  });
});

describe('numbers Word prints', () => {
  it('are Chinese numerals', () => {
    expect([1, 10, 11, 20, 35, 100, 105, 110, 128].map(chineseNumeral)).toEqual([
      '一',
      '十',
      '十一',
      '二十',
      '三十五',
      '一百',
      '一百零五',
      '一百一十',
      '一百二十八',
    ]);
  });
});

describe('likeness of texts', () => {
  it('is 1 for the same, falls with what differs, and is the same both ways', () => {
    fc.assert(
      fc.property(fc.array(prose, { minLength: 6, maxLength: 12 }), prose, (lines, other) => {
        const a = sketch(bare(lines.join('')));
        const b = sketch(bare([...lines.slice(1), other].join('')));
        expect(resemblance(a, a)).toBe(1);
        expect(resemblance(a, b)).toBe(resemblance(b, a));
        expect(resemblance(a, b)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
