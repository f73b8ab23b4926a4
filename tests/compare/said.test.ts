/** What several reports say: sentences of about the same wording stand together, whatever else is in them. */
import { describe, expect, it } from 'vitest';
import { groupSaid, type Said, saidOf } from '../../src/client/write/said.ts';
import type { ReportData } from '../../src/model/report.ts';
import { own } from '../own.ts';

const report = (id: string) => ({ id }) as ReportData;
const said = (of: string, text: string): Said => ({ report: report(of), section: 's2', text });

describe('sentences', () => {
  const groups = groupSaid(
    [
      said('a', '行政执法队伍建设有待加强。'),
      said('a', '健全行政执法工作体系,推进严格规范公正文明执法。'),
      said('b', '推动严格规范公正文明执法。'),
      said('c', '继续推动严格规范公正文明执法,成效明显。'),
      said('c', '存在问题。'),
      said('b', '存在问题。'),
    ],
    [said('d', '行政执法队伍建设有待进一步加强。'), said('d', '只有自己说的话不在其中。')],
  );

  it('of about the same wording stand together, those of most reports first', () => {
    expect(groups.map(({ reports }) => reports)).toEqual([3, 1, 1, 1]);
    expect(groups[0]?.said.map(({ report: { id } }) => id)).toEqual(['a', 'b', 'c']);
  });

  it('that are too short to be told apart stand alone', () => {
    expect(groups.filter(({ said: [first] }) => first?.text === '存在问题。')).toHaveLength(2);
  });

  it("of one's own report mark a group and stand in none", () => {
    expect(groups.map((group) => group.own)).toEqual([false, true, false, false]);
    expect(groups.flatMap((group) => group.said).some(({ report: { id } }) => id === 'd')).toBe(
      false,
    );
  });

  it('of a part and a theme are all that stands there, without the heading of the chapter', () => {
    const data = own.readData('330182-2020');
    const problems = saidOf(data, 'problems', '');
    const texts = problems.map(({ text }) => text);
    expect(texts).not.toContain('存在的问题和不足');
    expect(texts.join('')).toContain('法治人才匮乏,制约基层法治政府建设。总体而言');
    const other = own.readData('632800-2020');
    const themed = saidOf(other, 'plan', 'enforcement');
    expect(themed.length).toBeGreaterThan(0);
    expect(themed.length).toBeLessThan(saidOf(other, 'plan', '').length);
  });
});
