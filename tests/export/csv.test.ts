/** Tables for spreadsheets: no cell of text runs, numbers stay numbers, and the text can be got back. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { csvLine } from '../../src/model/csv.ts';
import { indicatorMetadata } from '../../src/open-data/indicator-table.ts';
import { GET } from '../../src/pages/data/datapackage.json.ts';
import { fragment } from '../convert/hostile.ts';

/** The only cell of a line, read after RFC 4180. */
function onlyCell(line: string): string {
  const quoted = /^"((?:[^"]|"")*)"\r\n$/u.exec(line)?.[1];
  if (quoted !== undefined) return quoted.replaceAll('""', '"');
  expect(line).toMatch(/^[^",\r\n]*\r\n$/u);
  return line.slice(0, -2);
}

it.each([
  "=cmd|' /C calc'!A0",
  '+SUM(A1:A9)',
  '-1+1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(1)',
  '　　=1',
  '-12%',
])('%j starts no formula', (text) => {
  expect(onlyCell(csvLine([text]))).toBe(`'${text}`);
});

it('numbers and other text are written as they are', () => {
  expect(csvLine([-12, 0.5, -0.03, true, null, '12%', '一、', "'甲'", '甲=乙'])).toBe(
    "-12,0.5,-0.03,true,,12%,一、,'甲',甲=乙\r\n",
  );
});

it('any text can be got back, as the note for readers says', () => {
  const start = fc.constantFrom('', "'", "''", '=', '+', '-', '@', '＝', '\t', ' ', '　', '"', ',');
  fc.assert(
    fc.property(start, start, fragment, (first, second, rest) => {
      const text = first + second + rest;
      const written = onlyCell(csvLine([text]));
      expect(written).not.toMatch(/^\s*[=+\-@＝＋－＠]|^\p{Cc}/u);
      expect(written.replace(/^'(?='*(?:\s*[=+\-@＝＋－＠]|\p{Cc}))/u, '')).toBe(text);
    }),
  );
});

it('readers are told of it beside the tables', async () => {
  const response = await GET({} as Parameters<typeof GET>[0]);
  expect(await response.text()).toContain('撇号');
  const indicator = {
    slug: 'a',
    name: '甲',
    unit: '件',
    definition: '',
    recognition: '',
    caution: '',
  };
  expect(
    JSON.stringify(indicatorMetadata(indicator as Parameters<typeof indicatorMetadata>[0])),
  ).toContain('撇号');
});
