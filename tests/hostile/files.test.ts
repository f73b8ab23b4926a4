/** Untrusted files: whatever bytes they hold, reading them ends, within its bounds, with a text or a refusal. */
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readSafely, usualBounds } from '../../scripts/import/read/read-safely.ts';
import { Refusal } from '../../scripts/import/refusal.ts';
import { buildDocx, paragraph } from '../import/build-docx.ts';
import { portalPage } from '../import/build-html.ts';
import { buildPdf, layOut } from '../import/build-pdf.ts';
import { utf8 } from '../import/encode.ts';
import { paragraphsOf, sample } from '../import/texts.ts';

const report = paragraphsOf(sample('四川省绵阳市安州区', '我区', 2022));
const bounds = { time: 300_000, memory: 300 * 1024 * 1024 };
const page = portalPage({ title: '报告', paragraphs: report });
const mhtml =
  'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n' +
  `Content-Transfer-Encoding: base64\r\n\r\n${Buffer.from(page).toString('base64')}\r\n--b--\r\n`;

const documents: [string, Uint8Array][] = [
  ['pdf', buildPdf(layOut(report))],
  ['docx', buildDocx(report.map((line) => paragraph(line)))],
  ['html', utf8(page)],
  ['mhtml', utf8(mhtml)],
  ['txt', utf8(report.join('\n'))],
];

/** The rule that refuses a file; `read` when it is read. @throws on any other failure */
async function fateOf(bytes: Uint8Array, name: string, limits = bounds): Promise<string> {
  try {
    await readSafely(bytes, name, limits);
    return 'read';
  } catch (error) {
    if (error instanceof Refusal) return error.rule;
    throw error;
  }
}

/** Changes to the bytes of a file: some overwritten, a stretch cut out, doubled, or the file cut short. */
const change = fc.oneof(
  fc.record({
    kind: fc.constant('set' as const),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    byte: fc.nat(255),
  }),
  fc.record({
    kind: fc.constantFrom('cut' as const, 'double' as const, 'end' as const),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(200),
  }),
);

type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never;

function mutate(bytes: Uint8Array, changes: readonly Change[]): Uint8Array {
  let result = Buffer.from(bytes);
  for (const each of changes) {
    const at = Math.floor(each.at * Math.max(0, result.length - 1));
    if (each.kind === 'set') result[at] = each.byte;
    else {
      const [before, piece] = [result.subarray(0, at), result.subarray(at, at + each.length)];
      const after = result.subarray(at + each.length);
      if (each.kind === 'cut') result = Buffer.concat([before, after]);
      else if (each.kind === 'end') result = Buffer.from(before);
      else result = Buffer.concat([before, piece, piece, after]);
    }
  }
  return result;
}

describe.each(documents)('a %s file', (extension, bytes) => {
  it('is read as it is', async () => {
    expect(await fateOf(bytes, `a.${extension}`)).toBe('read');
  });

  it('with bytes changed anywhere is read or refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
        await fateOf(mutate(bytes, changes), `a.${extension}`);
      }),
      { numRuns: 60 },
    );
  });
});

/** A PDF whose one page is drawn by a stream that unfolds to so many megabytes, packed twice. */
function pdfBomb(megabytes: number): Uint8Array {
  const stream = deflateSync(
    deflateSync(Buffer.alloc(megabytes * 1024 * 1024, 0x20), { level: 9 }),
  );
  const objects = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from('<< /Type /Pages /Count 1 /Kids [3 0 R] >>'),
    Buffer.from(
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << >> >>',
    ),
    Buffer.concat([
      Buffer.from(`<< /Filter [/FlateDecode /FlateDecode] /Length ${stream.length} >>\nstream\n`),
      stream,
      Buffer.from('\nendstream'),
    ]),
  ];
  const parts = [Buffer.from('%PDF-1.4\n')];
  const offsets: number[] = [];
  for (const [index, body] of objects.entries()) {
    offsets.push(parts.reduce((sum, { length }) => sum + length, 0));
    parts.push(Buffer.from(`${index + 1} 0 obj\n`), body, Buffer.from('\nendobj\n'));
  }
  const start = parts.reduce((sum, { length }) => sum + length, 0);
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    Buffer.from(
      `xref\n0 5\n0000000000 65535 f \n${table}trailer << /Size 5 /Root 1 0 R >>\nstartxref\n${start}\n%%EOF`,
    ),
  );
  return Buffer.concat(parts);
}

describe('a bomb', () => {
  it('of a PDF is stopped before it fills the memory', async () => {
    const before = process.memoryUsage.rss();
    const bomb = pdfBomb(1500);
    expect(bomb.length).toBeLessThan(100_000);
    expect(await fateOf(bomb, 'a.pdf')).toBe('import-too-costly');
    expect(process.memoryUsage.rss() - before).toBeLessThan(2 * 1024 ** 3);
  });

  it('of a Word document that belies its size is refused', async () => {
    const zip = Buffer.from(
      zipSync({ 'word/document.xml': new Uint8Array(60 * 1024 * 1024).fill(0x20) }),
    );
    // Both headers say 10 bytes.
    zip.writeUInt32LE(10, 22);
    zip.writeUInt32LE(10, zip.indexOf(Buffer.from('PK\u0001\u0002', 'latin1')) + 24);
    expect(await fateOf(zip, 'a.docx')).toMatch(/^import-/);
  });

  it('of nested markup ends', async () => {
    const nested = `<html><body>${'<div>'.repeat(20_000)}${report.join('')}`;
    expect(await fateOf(utf8(nested), 'a.html')).toMatch(/^(?:read|import-)/);
    const xml = `<w:document><w:body>${'<w:sdt>'.repeat(100_000)}</w:body></w:document>`;
    expect(await fateOf(zipSync({ 'word/document.xml': utf8(xml) }), 'a.docx')).toMatch(/^import-/);
  });

  it('of entities unfolds nothing and reads no file', async () => {
    const entities =
      '<!DOCTYPE d [<!ENTITY a "法治"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>';
    const xml = `${entities}<w:document><w:body><w:p><w:r><w:t>报告&b;&x;</w:t></w:r></w:p></w:body></w:document>`;
    const { text } = await readSafely(zipSync({ 'word/document.xml': utf8(xml) }), 'a.docx');
    expect(text.trim()).toBe('报告&b;&x;');
  });
});

describe('a reader that takes too long', () => {
  it('is stopped, and the next file is read by another', async () => {
    const [, bytes] = documents[0] as (typeof documents)[0];
    expect(await fateOf(bytes, 'a.pdf', { ...usualBounds, time: 1 })).toBe('import-too-costly');
    expect(await fateOf(bytes, 'a.pdf')).toBe('read');
  });
});
