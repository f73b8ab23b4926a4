import { describe, expect, test } from 'vitest';
import { type Citation, cite, quotation } from '../../src/model/citation.ts';
import { citation, report } from './cited.ts';

const bare: Citation = {
  report: { ...report, issuer: null, published: null, documentNumber: null },
  url: 'https://example.org/reports/632800-2020/',
  accessed: '2026-11-21',
};

describe('GB/T 7714', () => {
  test('names body, title, number, day and address', () => {
    expect(cite('gbt7714', citation)).toBe(
      '海西蒙古族藏族自治州人民政府. 海西州2020年度法治政府建设工作报告：西政〔2021〕5号[R/OL]. 2021-02-26. https://example.org/reports/632800-2020/#s1-k7-i3.',
    );
    expect(cite('gbt7714-2015', citation)).toBe(
      '海西蒙古族藏族自治州人民政府. 海西州2020年度法治政府建设工作报告: 西政〔2021〕5号[R/OL]. (2021-02-26)[2026-11-21]. https://example.org/reports/632800-2020/#s1-k7-i3.',
    );
  });
  test('leaves out what is not known, and tells the day of reading in its place', () => {
    for (const form of ['gbt7714', 'gbt7714-2015'] as const)
      expect(cite(form, bare)).toBe(
        '海西州2020年度法治政府建设工作报告[R/OL]. [2026-11-21]. https://example.org/reports/632800-2020/.',
      );
  });
});

test('《法学引注手册》: body, title and place, number, day, address and day of reading', () => {
  expect(cite('law', citation)).toBe(
    '海西蒙古族藏族自治州人民政府：《海西州2020年度法治政府建设工作报告》一、(七)三是，西政〔2021〕5号，2021年2月26日，https://example.org/reports/632800-2020/#s1-k7-i3，2026年11月21日访问。',
  );
  expect(cite('law', bare)).toBe(
    '《海西州2020年度法治政府建设工作报告》，https://example.org/reports/632800-2020/，2026年11月21日访问。',
  );
});

describe('BibTeX', () => {
  test('has one entry with a key of its own', () => {
    const entry = cite('bibtex', citation);
    expect(entry).toMatch(/^@techreport\{632800-2020-s1-k7-i3,\n/);
    expect(entry).toContain('  author = {{海西蒙古族藏族自治州人民政府}},');
    expect(entry).toContain('  date = {2021-02-26},');
    expect(entry).toContain('  urldate = {2026-11-21},');
  });
  test('escapes what LaTeX would take for commands, and closes every brace', () => {
    const title = '100%的\\{执法}_清单#1 & ~^$';
    const entry = cite('bibtex', { ...citation, report: { ...report, title } });
    expect(entry).toContain(
      '100\\%的\\textbackslash{}\\{执法\\}\\_清单\\#1 \\& \\textasciitilde{}\\textasciicircum{}\\$',
    );
    const open = entry.replace(/\\[{}]/g, '').match(/\{/g)?.length;
    expect(entry.replace(/\\[{}]/g, '').match(/\}/g)?.length).toBe(open);
  });
});

test('RIS begins with a type, ends with ER and has one field a line', () => {
  const lines = cite('ris', citation).split('\n');
  expect(lines[0]).toBe('TY  - RPRT');
  expect(lines.at(-1)).toBe('ER  - ');
  expect(lines.every((line) => /^[A-Z][A-Z0-9] {2}- /.test(line))).toBe(true);
  expect(lines).toContain('DA  - 2021/02/26');
  expect(lines).toContain('SN  - 西政〔2021〕5号');
});

test('CSL-JSON is JSON with dates as parts', () => {
  expect(JSON.parse(cite('csl', citation))).toEqual([
    {
      id: '632800-2020-s1-k7-i3',
      type: 'report',
      title: report.title,
      author: [{ literal: report.issuer }],
      publisher: report.issuer,
      number: '西政〔2021〕5号',
      issued: { 'date-parts': [[2021, 2, 26]] },
      accessed: { 'date-parts': [[2026, 11, 21]] },
      section: '一、(七)三是',
      URL: citation.url,
      language: 'zh-CN',
    },
  ]);
  expect(JSON.parse(cite('csl', bare))[0]).not.toHaveProperty('author');
});

test('a quotation tells its source below', () => {
  expect(quotation('三是……。', citation)).toBe(
    '三是……。\n——《海西州2020年度法治政府建设工作报告》一、(七)三是，https://example.org/reports/632800-2020/#s1-k7-i3',
  );
});
