/** `report.yaml`: what it may say, and the message each fault gives, with its place. */

import { describe, expect, it } from 'vitest';
import { convertReport } from '../../scripts/convert/convert-report.ts';
import type { Section } from '../../src/model/report.ts';
import { knowledge } from '../own.ts';

const source = `武山县2020年法治政府建设工作报告
一、主要工作
（一）加强领导。县委高度重视。全年开会3次。
（二）规范执法。全年开会3次。
全县工作取得成绩,但仍有差距,一是意识不强;二是能力不足。
网站导航`;

function convert(annotation: string, id = '620524-2020', text = source) {
  const { files, output } = convertReport(
    {
      id,
      source: new TextEncoder().encode(text),
      sourcePath: 'source.txt',
      annotation,
      annotationPath: 'report.yaml',
    },
    knowledge,
  );
  const errors = files.flatMap((file) =>
    file.messages
      .filter((message) => message.fatal)
      .map(
        (message) => `${file.path}:${message.line ?? ''}:${message.column ?? ''} ${message.ruleId}`,
      ),
  );
  return { errors, output, files };
}

function flatten(sections: readonly Section[]): Section[] {
  return sections.flatMap((section) => [section, ...flatten(section.children)]);
}

describe('what an editor says', () => {
  it('goes before what is detected', () => {
    const { output, errors } = convert(`
region: 620524
year: 2020
kind: other
title: 编者的题名
issuer: 某机关
published: 2021-03
documentNumber: 武政〔2021〕1号
indexNumber: abc/2021-1
source: 某网
url: https://example.gov.cn/a
retrieved: 2024-01-02
furniture: [6]
`);
    expect(errors).toEqual([]);
    expect(output?.data).toMatchObject({
      title: '编者的题名',
      kind: 'other',
      issuer: '某机关',
      published: '2021-03',
      documentNumber: '武政〔2021〕1号',
      indexNumber: 'abc/2021-1',
      source: '某网',
      url: 'https://example.gov.cn/a',
      furniture: [{ line: 6, text: '网站导航' }],
    });
    expect(output?.record.fields['title']).toEqual({
      value: '编者的题名',
      origin: 'overridden',
      line: 5,
      detected: '武山县2020年法治政府建设工作报告',
    });
  });

  it('gives a heading to a passage that is printed without one, and makes it a chapter', () => {
    const { output, errors } = convert(`
headings:
  - exact: 全县工作取得成绩
    heading: 存在的问题
    level: 1
sections:
  p1:
    themes: [capacity]
furniture: [6]
`);
    expect(errors).toEqual([]);
    const passage = output?.data.sections.at(-1);
    expect(passage).toMatchObject({
      id: 'p1',
      style: 'p',
      editorial: true,
      heading: '存在的问题',
      part: 'problems',
      themes: ['capacity'],
    });
    expect(passage?.children.map((child) => child.id)).toEqual(['p1-i1', 'p1-i2']);
    expect(output?.mdx).toContain('<EditorialHeading of="p1" level="2" text="存在的问题" />');
  });

  it('gives a heading to a passage within its section, with the points that follow', () => {
    const { output, errors } = convert(`
headings:
  - exact: 全县工作取得成绩
    heading: 不足
furniture: [6]
`);
    expect(errors).toEqual([]);
    const section = output?.data.sections[0]?.children[1];
    expect(section).toMatchObject({ id: 's1-k2', text: '全年开会3次。' });
    expect(section?.children).toMatchObject([
      {
        id: 's1-k2-p2',
        heading: '不足',
        editorial: true,
        text: '全县工作取得成绩,但仍有差距,',
        children: [{ id: 's1-k2-p2-i1' }, { id: 's1-k2-p2-i2' }],
      },
    ]);
  });

  it('says which lines are headings without a number, to which length, and that no other short line is', () => {
    const long = '全年召开会议三次，部署年度任务，明确责任分工，各项任务年底前已经全部完成。';
    const text = `武山县2020年法治政府建设工作报告\n${long}\n主要工作\n${long}\n加强领导 ${long}\n存在的问题\n${long}`;
    const found = (annotation: string) => {
      const { output, errors } = convert(annotation, '620524-2020', text);
      expect(errors).toEqual([]);
      const all = flatten(output?.data.sections ?? []).filter(({ heading }) => heading !== null);
      return all.map(({ id, heading, editorial }) => `${id} ${heading} ${editorial}`);
    };
    expect(found('')).toEqual(['p1 主要工作 false', 'p2 存在的问题 false']);
    expect(found('unnumbered: []')).toEqual([]);
    expect(found('unnumbered: [{ line: 3, level: 1 }, { line: 5, level: 2, length: 4 }]')).toEqual([
      'p1 主要工作 false',
      'p1-p1 加强领导 false',
    ]);
  });

  it('anchors notes to quoted words, numbers and headings included', () => {
    const { output, errors } = convert(`
notes:
  - exact: 全年开会3次
    prefix: 规范执法。
    text: 与上节相同。
  - exact: 一）加强领导。县委
    text: 甲
`);
    expect(errors).toEqual([]);
    expect(output?.mdx).toContain('县委<NoteRef number="1" />高度重视');
    expect(output?.mdx).toContain('全年开会3次<NoteRef number="2" />。');
  });

  it('keeps lines that were taken for furniture', () => {
    const text =
      '首页\n武山县2020年法治政府建设工作报告\n一、工作\n全年开会3次,研究部署各项工作,取得了较好的成效。\n上一篇：没有了';
    const kept = convert('keep: [5]', '620524-2020', text).output;
    expect(kept?.data.furniture).toEqual([{ line: 1, text: '首页' }]);
    expect(
      flatten(kept?.data.sections ?? []).some((section) => section.text.includes('上一篇')),
    ).toBe(true);
  });
});

describe('faults', () => {
  it.each([
    ['unknown key', 'titel: x', ['report.yaml:1:1 annotation-key']],
    [
      'unknown key below',
      'notes:\n  - exact: 县委高度重视\n    txt: x\n    text: y',
      ['report.yaml:3:5 annotation-key'],
    ],
    ['wrong type', 'year: 二〇二〇', ['report.yaml:1:7 annotation-value']],
    ['kind that does not exist', 'kind: province', ['report.yaml:1:7 annotation-value']],
    ['date that is none', 'published: 2021年3月', ['report.yaml:1:12 annotation-value']],
    ['address that is none', 'url: javascript:alert(1)', ['report.yaml:1:6 annotation-value']],
    ['title on two lines', 'title: "甲\\n乙"', ['report.yaml:1:8 annotation-value']],
    ['control in a title', 'title: "甲\\0乙"', ['report.yaml:1:8 annotation-value']],
    [
      'control in a heading',
      'headings:\n  - exact: 县委高度重视\n    heading: "甲\\x0b"\n  - exact: 全县法治\n    heading: "甲\\x0b乙"',
      ['report.yaml:5:14 annotation-value'],
    ],
    ['not a mapping', '- a\n- b', ['report.yaml:1:1 annotation-value']],
    ['syntax', 'title: "x\nyear: 2020', ['report.yaml:2:11 yaml-syntax']],
    ['key twice', 'year: 2020\nyear: 2020', ['report.yaml:2:1 yaml-syntax']],
    ['alias', 'title: &a x\nissuer: *a', ['report.yaml:1:1 yaml-syntax']],
    ['year against the id', '# 注\nyear: 2021', ['report.yaml:2:7 year-contradicts-id']],
    ['code that does not exist', 'region: "999999"', ['report.yaml:1:9 region-unknown']],
    ['region against the id', 'region: 530102', ['report.yaml:1:9 region-contradicts-id']],
    [
      'quote found nowhere',
      'notes:\n  - exact: 没有这句话\n    text: x',
      ['report.yaml:2:12 quote-not-found'],
    ],
    [
      'quote found twice',
      'notes:\n  - exact: 全年开会3次\n    text: x',
      ['report.yaml:2:12 quote-ambiguous'],
    ],
    [
      'heading for a numbered section',
      'headings:\n  - exact: 一是意识不强\n    heading: x',
      ['report.yaml:2:12 heading-numbered'],
    ],
    [
      'section that does not exist',
      'sections:\n  s9: { part: plan }',
      ['report.yaml:2:7 section-unknown'],
    ],
    [
      'theme that does not exist',
      'sections:\n  s1:\n    themes: [nope]',
      ['report.yaml:3:14 theme-unknown'],
    ],
    ['line that does not exist', 'furniture: [99]', ['report.yaml:1:13 furniture-line']],
    [
      'heading in a line that does not exist',
      'unnumbered: [{ line: 99, level: 1 }]',
      ['report.yaml:1:14 furniture-line'],
    ],
    ['redirect of a living section', 'redirects:\n  s1: s1-k1', ['report.yaml:2:7 redirect-alive']],
    ['redirect to nowhere', 'redirects:\n  s8: s9', ['report.yaml:2:7 section-unknown']],
    [
      'all faults in one run',
      'titel: x\nkind: y\npublished: z',
      [
        'report.yaml:2:7 annotation-value',
        'report.yaml:3:12 annotation-value',
        'report.yaml:1:1 annotation-key',
      ],
    ],
  ])('%s', (_, annotation, expected) => {
    const { errors, output } = convert(annotation);
    expect(errors).toEqual(expected);
    expect(output).toBeUndefined();
  });

  it.each([
    [
      'bytes that are not UTF-8',
      Uint8Array.from([0xe4, 0xb8, 0x80, 0x0a, 0x61, 0xff, 0x62]),
      ['source.txt:2:2 source-encoding'],
    ],
    ['NUL', new TextEncoder().encode('一、甲\n乙\0'), ['source.txt:2:2 source-nul']],
    [
      'more than a report can be',
      new Uint8Array(5_000_000).fill(0x61),
      ['source.txt:undefined:undefined source-too-large'],
    ],
    ['nothing', new TextEncoder().encode(' \n\u3000\n'), ['source.txt:1:1 source-empty']],
  ])('source with %s', (_, bytes, expected) => {
    const { files, output } = convertReport(
      { id: '620524-2020', source: bytes, sourcePath: 'source.txt', annotationPath: 'report.yaml' },
      knowledge,
    );
    expect(output).toBeUndefined();
    expect(
      files.flatMap((file) =>
        file.messages.map(
          (message) => `${file.path}:${message.line}:${message.column} ${message.ruleId}`,
        ),
      ),
    ).toEqual(expected);
  });

  it.each([
    ['620524'],
    ['620524-20'],
    ['62052-2020'],
    ['620524-2020-A'],
    ['999999-2020'],
    ['../620524-2020'],
  ])('id %s', (id) => {
    const { errors } = convert('', id);
    expect(errors).toEqual([
      `source.txt:: ${id.startsWith('999999') ? 'region-unknown' : 'report-id'}`,
    ]);
  });
});
