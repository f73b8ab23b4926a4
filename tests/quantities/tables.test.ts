/** Tables: a cell is a figure with the words at the head of its row and column, and its unit. */
import { describe, expect, it } from 'vitest';
import { quantitiesOf } from '../../scripts/convert/facts/quantities/collect.ts';
import { callsOf } from '../work.ts';

const read = (text: string) =>
  quantitiesOf({ section: 's1', field: 'text', text, part: 'progress', headings: [] });
const cells = (text: string) =>
  read(text).flatMap(({ cell, value, unit }) =>
    cell ? [`${cell.row}/${cell.column}=${value}${unit}`] : [],
  );

describe('a table', () => {
  it('gives its figures the unit in brackets of their column', () => {
    const text = '办理情况见下表：\n机关\t收到（件）\t罚款（万元）\n市级\t1,204\t35.2\n县级\t96\t8';
    expect(cells(text)).toEqual([
      '市级/收到（件）=1204件',
      '市级/罚款（万元）=35.2万元',
      '县级/收到（件）=96件',
      '县级/罚款（万元）=8万元',
    ]);
    for (const { start, end, exact } of read(text)) expect(text.slice(start, end)).toBe(exact);
  });

  it('has years as columns, and the sign of what fell', () => {
    expect(cells('事项\t2022年\t2021年\t增减\n检查（次）\t40\t50\t-20%')).toEqual([
      '检查（次）/2022年=40次',
      '检查（次）/2021年=50次',
      '检查（次）/增减=-20%',
    ]);
  });

  it('has the unit of its caption, of its own column, or of what is counted', () => {
    expect(cells('单位：件\n类别\t数量\n许可\t30\n处罚\t12')).toEqual([
      '许可/数量=30件',
      '处罚/数量=12件',
    ]);
    expect(cells('项目\t单位\t2023年\n许可\t件\t30\n培训\t人次\t12')).toEqual([
      '许可/2023年=30件',
      '培训/2023年=12人次',
    ]);
    expect(cells('单位名称\t持证人数\t占比\n城管局\t56\t97.5')).toEqual([
      '城管局/持证人数=56人',
      '城管局/占比=97.5%',
    ]);
  });

  it('has the unit that the words before it say of its total', () => {
    expect(cells('全年办结各类事项310件次。\n类别\t数量\n许可\t300\n处罚\t10\n合计\t310')).toEqual([
      '许可/数量=300件次',
      '处罚/数量=10件次',
      '合计/数量=310件次',
    ]);
  });

  it('reads no number of a row, no year and no empty cell as a figure', () => {
    expect(cells('序号\t年度\t件数\n1\t2021\t17\n2\t2022\t—')).toEqual(['2021/件数=17件']);
  });

  it('has names merged over rows, and heads over columns', () => {
    expect(cells('层级\t类别\t件数\n市级\t许可\t7\n处罚\t9')).toEqual([
      '市级 许可/件数=7件',
      '市级 处罚/件数=9件',
    ]);
    expect(cells('类别\t2022年\t\t2021年\t\n\t件数\t人数\t件数\t人数\n许可\t7\t8\t5\t6')).toEqual([
      '许可/2022年 件数=7件',
      '许可/2022年 人数=8人',
      '许可/2021年 件数=5件',
      '许可/2021年 人数=6人',
    ]);
    expect(cells('机关\t收案（件）\t\t审结（件）\n\t收到\t受理\n市级\t9\t8\t7')).toEqual([
      '市级/收案（件） 收到=9件',
      '市级/收案（件） 受理=8件',
      '市级/审结（件）=7件',
    ]);
  });

  it('says nothing of the column where cells are lacking', () => {
    expect(cells('类别\t受理\t办结\t在办\n许可（件）\t7\t7\t0\n处罚（件）\t7\t7')).toContain(
      '处罚（件）/=7件',
    );
  });

  it('may lie on its side', () => {
    expect(cells('事项\t许可\t处罚\n件数\t7\t9\n占比\t43.8%\t56.2%')).toEqual([
      '件数/许可=7件',
      '件数/处罚=9件',
      '占比/许可=43.8%',
      '占比/处罚=56.2%',
    ]);
  });

  it('may be parted by bars or by blanks that stand in columns', () => {
    expect(cells('| 类别 | 件数 |\n| --- | --- |\n| 许可 | 7 |')).toEqual(['许可/件数=7件']);
    expect(cells('类别 2022年 2021年\n许可 7 9\n处罚 5 4')).toEqual([
      '许可/2022年=7',
      '许可/2021年=9',
      '处罚/2022年=5',
      '处罚/2021年=4',
    ]);
    expect(cells('受理案件 办结\n全年办结 7件 中的\n3件')).toEqual([]);
  });

  it('takes time in proportion to its cells', () => {
    const searches = (rows: number) =>
      callsOf(RegExp.prototype, 'exec', () => read('许可\t7\t8\t9\n'.repeat(rows)));
    expect(searches(400)).toBeLessThan(2.1 * searches(200) + 20);
  });
});
