/** The outlines of the five reports, as their open data publish them; the figures were counted by hand. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { type ReportData, reportData, type Section } from '../../src/model/report.ts';

function read(id: string): ReportData {
  return reportData.parse(
    JSON.parse(readFileSync(path.join(inject('siteDir'), 'data/reports', `${id}.json`), 'utf8')),
  );
}

const chapters = ({ sections }: ReportData) => sections.filter((section) => section.style === 's');
const numbered = (section: Section) => section.children.filter((child) => /[kn]/.test(child.style));
const points = (section: Section) => section.children.filter((child) => child.style === 'i').length;
/** Numbers of points under each section that has any. */
const pointsBelow = (section: Section) => numbered(section).map(points);

describe('outline', () => {
  it('of 海西州 2020', () => {
    const [progress, problems, plan, ...more] = chapters(read('632800-2020')) as [
      Section,
      Section,
      Section,
    ];
    expect(more).toEqual([]);
    expect([progress, problems, plan].map((chapter) => numbered(chapter).length)).toEqual([
      8, 0, 6,
    ]);
    expect(pointsBelow(progress)).toEqual([5, 4, 6, 3, 4, 3, 5, 4]);
    expect(points(problems)).toBe(5);
    expect(progress.children[4]?.children[0]).toMatchObject({
      id: 's1-k5-i1',
      inferred: true,
      heading: '深化行政执法体制改革',
    });
    expect(progress.children[6]?.children[2]).toMatchObject({
      id: 's1-k7-i3',
      heading: '各级部门主动参加行政应诉',
    });
    expect(progress.children[2]?.heading).toBe('深入推进“放管服”改革,提高政务服务水平');
  });

  it('of 建德市 2020', () => {
    const [progress, problems, plan, ...more] = chapters(read('330182-2020')) as [
      Section,
      Section,
      Section,
    ];
    expect(more).toEqual([]);
    expect([progress, problems, plan].map((chapter) => numbered(chapter).length)).toEqual([
      6, 0, 4,
    ]);
    expect(pointsBelow(progress)).toEqual([3, 4, 4, 4, 3, 3]);
    expect(points(problems)).toBe(3);
    expect(pointsBelow(plan)).toEqual([2, 2, 2, 2]);
  });

  it('of 武山县 2020', () => {
    const data = read('620524-2020');
    expect(chapters(data)).toHaveLength(5);
    expect(chapters(data).map((chapter) => numbered(chapter).length)).toEqual([4, 2, 5, 3, 1]);
    const all = chapters(data).flatMap(numbered);
    expect(all.map((section) => section.number)).toEqual(
      Array.from({ length: 15 }, (_, index) => index + 1),
    );
    expect(all.map(points)).toEqual([0, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3]);
    expect(all[4]?.id).toBe('s2-n5');
    const last = data.sections.find((section) => section.editorial);
    expect(last).toMatchObject({ id: 'p2', style: 'p', part: 'problems' });
    expect(points(last as Section)).toBe(3);
  });

  it('of 五华区 2020', () => {
    const all = chapters(read('530102-2020'));
    expect(all).toHaveLength(10);
    expect(all.map((chapter) => numbered(chapter).length)).toEqual([9, 5, 6, 5, 4, 3, 4, 7, 2, 6]);
    const upToEight = all.slice(0, 8).flatMap(numbered);
    expect(upToEight.map((section) => section.number)).toEqual(
      Array.from({ length: 43 }, (_, index) => index + 1),
    );
    expect(upToEight.at(-1)?.id).toBe('s8-k43');
    expect(numbered(all[8] as Section).map((section) => section.id)).toEqual(['s9-k1', 's9-k2']);
    expect(pointsBelow(all[8] as Section)).toEqual([2, 2]);
  });

  it('of 兴安盟 2021', () => {
    const [progress, problems, plan, ...more] = chapters(read('152200-2021')) as [
      Section,
      Section,
      Section,
    ];
    expect(more).toEqual([]);
    expect([progress, problems, plan].map((chapter) => numbered(chapter).length)).toEqual([
      7, 0, 0,
    ]);
    expect(pointsBelow(progress)).toEqual([4, 3, 0, 3, 0, 3, 3]);
    expect([points(problems), points(plan)]).toEqual([5, 5]);
  });
});

describe('metadata', () => {
  it.each([
    [
      '632800-2020',
      {
        title: '海西州2020年度法治政府建设工作报告',
        issuer: '海西蒙古族藏族自治州人民政府',
        published: '2021-02-26',
        documentNumber: '西政〔2021〕5号',
        indexNumber: 'zzf/2021-00044',
        source: null,
      },
    ],
    [
      '330182-2020',
      {
        title: '建德市2020年度法治政府建设情况报告',
        issuer: '建德市人民政府',
        published: '2021-03-22',
        documentNumber: null,
        indexNumber: null,
        source: '杭州市人民政府门户网站',
      },
    ],
    [
      '620524-2020',
      {
        title: '武山县2020年度法治政府建设情况报告',
        issuer: '中共武山县委全面依法治县委员会办公室',
        published: null,
        signed: '2021-01',
        documentNumber: null,
        indexNumber: null,
        source: null,
      },
    ],
    [
      '530102-2020',
      {
        title: '五华区2020年法治政府建设工作报告',
        issuer: '五华区司法局',
        published: null,
        signed: '2021-04-07',
        documentNumber: null,
        indexNumber: null,
        source: null,
      },
    ],
    [
      '152200-2021',
      {
        title: '兴安盟2021年度法治政府建设报告',
        issuer: '兴安盟行政公署',
        published: null,
        signed: '2021-12-28',
        documentNumber: null,
        indexNumber: null,
        source: '行署办',
      },
    ],
  ])('of %s', (id, expected) => {
    expect(read(id)).toMatchObject({ ...expected, kind: 'government' });
  });

  it.each([
    ['632800-2020', [2, 3, 4]],
    ['330182-2020', [2]],
    ['620524-2020', []],
    ['530102-2020', []],
    ['152200-2021', [1, 5, 47, 49]],
  ])('furniture of %s', (id, lines) => {
    expect(read(id).furniture.map((entry) => entry.line)).toEqual(lines);
  });
});
