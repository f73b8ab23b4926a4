/** What the days of a report allow to be said. */
import { describe, expect, it } from 'vitest';
import {
  chineseDate,
  datesInWords,
  publicationDay,
  type Timeliness,
  timeliness,
} from '../../src/model/dates.ts';

const report = (published: string | null, signed: string | null, label = '发布日期') => ({
  published,
  signed,
  evidence: published ? { published: { label, line: 2 } } : {},
  year: 2020,
  publisher: null as string | null,
});

describe('the days of a report', () => {
  it('are told apart in words', () => {
    expect(datesInWords(report('2021-02-26', '2021-02-20'))).toBe('2021年2月26日发布');
    expect(datesInWords(report(null, '2021-01'))).toBe('发布日期未载明，2021年1月落款');
    expect(datesInWords(report('2021-03-05', null, '更新时间'))).toBe('2021年3月5日更新');
    expect(datesInWords(report(null, null))).toBe('发布日期未载明');
    const written = {
      ...report(null, '2021-01-15'),
      evidence: { signed: { label: '成文日期', line: 3 } },
    };
    expect(datesInWords(written)).toBe('发布日期未载明，2021年1月15日成文');
    expect(chineseDate('2021')).toBe('2021年');
  });

  it('give no day of publication where the page tells an update, or a signature alone', () => {
    expect(publicationDay(report('2021-03-05', null))).toBe('2021-03-05');
    expect(publicationDay(report('2021-03-05', null, '更新时间'))).toBeNull();
    expect(publicationDay(report(null, '2021-03-05'))).toBeNull();
  });

  it.each<[string | null, string | null, string, Timeliness]>([
    ['2021-03-31', null, '发布日期', 'in-time'],
    ['2021-04-02', null, '发布日期', 'late'],
    ['2021-04-01', null, '发布日期', 'unknown'],
    [null, '2021-03-01', '', 'unknown'],
    [null, '2021-04-07', '', 'signed-late'],
    [null, '2021-04', '', 'unknown'],
    [null, '2021-05', '', 'signed-late'],
    ['2021-03-05', null, '更新时间', 'in-time'],
    ['2023-05-05', null, '更新时间', 'unknown'],
    ['2021-05-05', '2021-03-01', '发布日期', 'late'],
    [null, null, '', 'unknown'],
  ])('published %s, signed %s (%s): %s', (published, signed, label, said) => {
    expect(timeliness(report(published, signed, label))).toBe(said);
  });

  it('blame nobody for what another body printed again, nor for years without a term', () => {
    const again = { ...report('2021-05-05', null), publisher: '某山县人民政府' };
    expect(timeliness(again)).toBe('unknown');
    expect(timeliness({ ...report('2021-05-05', null), year: 2018 })).toBe('unknown');
  });
});
