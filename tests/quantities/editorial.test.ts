/** What an editor says in `report.yaml` of values and recomputed figures. */

import { describe, expect, it } from 'vitest';
import { convertReport } from '../../scripts/convert/convert-report.ts';
import { formatMessages } from '../../scripts/convert/messages.ts';
import { knowledge } from '../own.ts';

const source = `建德市2020年法治政府建设年度报告
一、主要工作
(一)推进行政复议
2020年，受理行政复议案件27件，审结23件，5件正在办理。行政复议案件2件，均已撤回。
`;
const convert = (annotation: string) => {
  const { files, output } = convertReport(
    {
      id: '330182-2020',
      source: Buffer.from(source),
      sourcePath: 'source.txt',
      annotationPath: 'report.yaml',
      annotation,
    },
    knowledge,
  );
  return { facts: output?.facts, messages: formatMessages(files) };
};
const values = (annotation: string) =>
  convert(annotation).facts?.indicators.map(({ slug, value, status, note }) => [
    slug,
    value,
    status,
    note,
  ]);

describe('a value', () => {
  it('is confirmed, corrected or rejected', () => {
    expect(values('')).toContainEqual(['review-accepted', 27, 'certain', null]);
    expect(
      values('indicators:\n  - { slug: review-accepted, exact: 受理行政复议案件27件 }\n'),
    ).toContainEqual(['review-accepted', 27, 'confirmed', null]);
    expect(
      values(
        'indicators:\n  - { slug: review-accepted, exact: 受理行政复议案件27件, value: 28, note: 更正函 }\n',
      ),
    ).toContainEqual(['review-accepted', 28, 'corrected', '更正函']);
    const left = values(
      'indicators:\n  - { slug: review-closed, exact: 审结23件, reject: true }\n',
    );
    expect(left?.map(([slug]) => slug)).not.toContain('review-closed');
  });

  it('is added where the text gives no number', () => {
    expect(
      values('indicators:\n  - { slug: hearings, exact: 推进行政复议, value: 3, unit: 次 }\n'),
    ).toContainEqual(['hearings', 3, 'corrected', null]);
  });

  it.each([
    ['- { slug: no-such, exact: 审结23件 }', 'report.yaml:2:13 错误 indicator-unknown'],
    [
      '- { slug: hearings, exact: 审结23件, reject: true }',
      'report.yaml:2:30 错误 indicator-not-found',
    ],
    ['- { slug: hearings, exact: 推进行政复议 }', 'report.yaml:2:30 错误 indicator-without-value'],
    ['- { slug: hearings, exact: 没有的话 }', 'report.yaml:2:30 错误 quote-not-found'],
    ['- { slug: hearings, exact: 审结23件, valeu: 3 }', 'report.yaml:2:37 错误 annotation-key'],
    ['- { slug: hearings, exact: 审结23件, value: 三 }', 'report.yaml:2:44 错误 annotation-value'],
  ])('%s is refused with its place', (entry, message) => {
    const { facts, messages } = convert(`indicators:\n  ${entry}\n`);
    expect(facts).toBeUndefined();
    expect(messages).toContain(message);
  });
});

describe('a recomputed figure', () => {
  it('is explained or dismissed', () => {
    const checks = (annotation: string) => convert(annotation).facts?.checks;
    expect(checks('')).toMatchObject([
      { kind: 'remainder', verdict: 'differs', computed: 4, note: null },
    ]);
    expect(checks('checks:\n  - { exact: 5件正在办理, note: 含上年结转一件 }\n')).toMatchObject([
      { note: '含上年结转一件' },
    ]);
    expect(checks('checks:\n  - { exact: 5件正在办理, dismiss: true }\n')).toEqual([]);
  });

  it('of a kind that does not exist is refused with the kinds there are', () => {
    const { messages } = convert('checks:\n  - { exact: 5件正在办理, kind: ratio }\n');
    expect(messages).toContain('应为：sum、rate、growth、remainder、repeat、table之一');
  });

  it('that is none is refused', () => {
    expect(convert('checks:\n  - { exact: 审结23件, dismiss: true }\n').messages).toContain(
      '错误 check-not-found',
    );
  });
});
