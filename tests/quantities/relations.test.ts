/** Figures that the text relates to each other: what is recomputed, and what is left alone. */
import { describe, expect, it } from 'vitest';
import { checkArithmetic } from '../../scripts/convert/facts/checks/check.ts';
import { quantitiesOf } from '../../scripts/convert/facts/quantities/collect.ts';
import { callsOf } from '../work.ts';

const read = (text: string) => {
  const passage = { section: 's1', field: 'text' as const, text, part: 'progress' as const };
  return checkArithmetic([quantitiesOf({ ...passage, headings: [] })], []);
};
const checks = (text: string) =>
  read(text).map(({ kind, verdict, formula }) => `${kind} ${verdict} ${formula}`);

describe('a whole and its parts', () => {
  it.each([
    ['共办理67件，分别为许可30件、处罚25件、其他12件。', 'sum agrees 30+25+12=67'],
    ['许可、处罚案卷分别为30卷、25卷，合计55卷。', 'sum agrees 30+25=55'],
    ['全年受理50件，比上年增长25%，上年为40件。其中甲类30件、乙类20件。', 'sum agrees 30+20=50'],
    ['收到申请50件；受理45件，不予受理5件。', 'sum agrees 45+5=50'],
    [
      '登记7.2万户，其中企业2.4万户、个体4.7万户、合作社1000户。',
      'sum agrees 2.4万+4.7万+1000=7.2万',
    ],
    ['审查文件30件、合同27件，共计57件。', 'sum agrees 30+27=57'],
    ['检查300户次，包括学校180户次、公共场所130户次。', 'sum differs 180+130=310'],
    ['调解纠纷300件，分别为邻里180件、其他110件。', 'sum differs 180+110=290'],
    ['一审30件、二审27件，合计59件。', 'sum differs 30+27=57'],
    [
      '受理300件，成功290件。按类型分，邻里180件、婚姻90件、其他35件。',
      'sum differs 180+90+35=305',
    ],
    ['处罚300件，其中简易程序180件、一般程序110件。', 'sum partial 180+110=290'],
    ['发现问题40个，整改36个，其余4个正在推进。', 'remainder agrees 40-36=4'],
    ['发现问题40个，整改36个，其余5个。', 'remainder differs 40-36=4'],
    ['受理57件，审结50件，其中维持30件、撤销20件，其余8件。', 'remainder differs 57-50=7'],
    ['确认5个，其中法定3个、授权3个。', 'sum differs 3+3=6'],
    ['清理文件120件，保留80件、修改10件、废止32件。', 'sum differs 80+10+32=122'],
    ['收到申请120件，受理112件，不予受理10件。', 'sum differs 112+10=122'],
    ['收到建议6份，整改5份，延期1份。', 'sum agrees 5+1=6'],
    ['维持34件、撤销14件，共50件。', 'sum differs 34+14=48'],
    [
      '收到申请71件。审结63件，其中维持34件、撤销14件、终止14件，尚未审结9件。',
      'sum partial 34+14+14=62',
    ],
    ['受理案件64件，另有上年结转8件，全年审结63件，尚未审结9件。', 'remainder agrees 64+8-63=9'],
  ])('%s', (text, expected) => expect(checks(text)).toContain(expected));

  it.each([
    ['figures of other things', '现有176个事项，涉及20个部门和10个街道。'],
    ['a list that misses by far', '受理300件，其中涉企180件、涉农190件。'],
    ['one thing told of each', '年产2000吨，其中甲、乙各500吨，丙1000吨；处理废料400吨。'],
    ['more that is left', '全国832个县中已有601个摘帽，179个正在评估，还有52个没有。'],
    ['verdicts that include each other', '抽查案卷100卷，合格98卷、优秀5卷。'],
    ['verdicts on cases of an earlier year', '受理案件46件，维持30件、撤销6件、终止11件。'],
    ['ends of a change', '补助标准由每月40元提高到80元，惠及120人。'],
    ['changes of two things', '财政支出比上年增加81亿元。教育支出比上年增加167亿元。'],
  ])('are not held against each other: %s', (_, text) => {
    expect(read(text).filter(({ verdict }) => verdict === 'differs')).toEqual([]);
  });
});

describe('a rate', () => {
  it.each([
    [
      '抽查案卷120卷，其中处罚90卷、许可30卷，评出优秀45卷，优秀率35.7%。',
      'rate differs 45÷120=37.5%',
    ],
    ['执法人员1183名，持证1158名，持证率97.9%。', 'rate agrees 1158÷1183=97.9%'],
    ['事项1407项中1286项可网上办理，占91.4%。', 'rate agrees 1286÷1407=91.4%'],
    ['调解成功率98.4%，其中受理368件，成功362件。', 'rate agrees 362÷368=98.4%'],
    ['评查案卷156卷，不合格7卷，合格率95.5%。', 'rate agrees 1-7÷156=95.5%'],
    ['种植树木12.8万株，完成任务（10万株）的128%。', 'rate agrees 12.8万÷10万=128%'],
    ['受理373起，查结365起，查处率98.9%。', 'rate differs 365÷373=97.9%'],
    ['20名人员中，17名持有执法证，持证率85%。', 'rate agrees 17÷20=85%'],
    ['持证人员914人，占执法人员1020人的88.6%。', 'rate differs 914÷1020=89.6%'],
    ['共调处386件。回访300户。走访12次。成功379件，成功率98.2%。', 'rate agrees 379÷386=98.2%'],
    ['排查500件，调解480件，成功470件，成功率99%。', 'rate differs 470÷480=97.9%'],
    ['受理60件，维持40件、撤销5件，分别占66.7%、8.3%。', 'rate agrees 5÷60=8.3%'],
    [
      '以政府为被告14件，以部门为被告的47件；负责人出庭52件，出庭率85.2%。',
      'rate agrees 52÷(47+14)=85.2%',
    ],
  ])('%s', (text, expected) => {
    const found = checks(text).map((each) => each.replace('(14+47)', '(47+14)'));
    expect(found).toContain(expected);
  });

  it.each([
    '受理139件，负责人出庭应诉60件，其中正职20件、副职40件，出庭应诉率100%。',
    '一审案件139件，负责人出庭应诉102件，出庭应诉率100%。',
    '受理120件，按期办结118件，按期办结率100%。',
    '促成38件，其中案前21件，案中调解17件，调解率达57.58%。',
    '受理120件，上年结转10件，办结118件，办结率90.8%。',
    '受理300件，调解成功98件，成功率98%。',
    '收到120件，受理110件，办结100件，办结率95%。',
  ])('is not held against terms that may be others: %s', (text) => {
    expect(read(text).filter(({ verdict }) => verdict === 'differs')).toEqual([]);
  });
});

describe('a change', () => {
  it.each([
    ['事项由217项减少到142项，精简34.6%。', 'growth agrees (217-142)÷217=34.6%'],
    ['收到申请44件，上年为36件，上升22.2%。', 'growth agrees (44-36)÷36=22.2%'],
    ['检查1764户次，同比下降34.1%（上年2677户次）。', 'growth agrees (2677-1764)÷2677=34.1%'],
    ['经费15万元，比上年增加5万元，增长50%。', 'growth agrees 5万÷(15万-5万)=50%'],
    ['案件262件，同比下降2.6%，减少7件。', 'growth agrees 7÷(262+7)=2.6%'],
    ['收案7326件，较上年的7913件减少587件。', 'growth agrees 7913-7326=587'],
    ['出庭率98.8%，比上年的97%提高1.8个百分点。', 'growth agrees 98.8-97=1.8'],
    ['2020年收到263件，2021年收到342件，增长30%。', 'growth agrees (342-263)÷263=30%'],
    ['调处386件，比去年的327件多了59件，增长19%。', 'growth differs (386-327)÷327=18%'],
    [
      '发生案件118件，较2018年的134件下降12.9%，其中县政府为被告的21件。',
      'growth differs (134-118)÷134=11.9%',
    ],
    ['受理150件，比上年增加30件，增长20%。', 'growth differs 30÷(150-30)=25%'],
    ['收到申请44件，上年为36件，上升25.2%。', 'growth differs (44-36)÷36=22.2%'],
  ])('%s', (text, expected) => expect(checks(text)).toContain(expected));

  it.each([
    '组成部门由40个减少到29个，内设机构精简四分之一。',
    '产值由40亿元增加到60亿元，增长48%。',
    '企业由40家增加到60家，年均增长14.5%。',
    '企业由40家增加到60家，从业人员增长48%。',
  ])('is not held against figures of something else: %s', (text) => {
    expect(read(text).filter(({ verdict }) => verdict === 'differs')).toEqual([]);
  });
});

describe('a table', () => {
  it('is added up by its totals, and by what its lines have in common', () => {
    const head = '机关\t收到（件）\t受理（件）\t不予受理（件）\n';
    const rows = '甲镇\t20\t18\t2\n乙镇\t31\t30\t1\n丙镇\t12\t8\t3\n合计\t63\t56\t6';
    expect(checks(head + rows)).toEqual([
      'table agrees 18+2=20',
      'table agrees 30+1=31',
      'table differs 8+3=11',
      'table agrees 20+31+12=63',
      'table agrees 18+30+8=56',
      'table agrees 2+1+3=6',
    ]);
  });

  it('is added up along the line of its totals as well', () => {
    const head = '领域\t上半年（件）\t下半年（件）\t全年（件）\n';
    const found = checks(`${head}甲类\t19\t23\t42\n乙类\t8\t10\t18\n合计\t27\t33\t60`);
    expect(found).toContain('table agrees 27+33=60');
    expect(found).toContain('table agrees 42+18=60');
  });

  it('is not held against what noughts add up to', () => {
    const head = '机关\t受理（件）\t审结（件）\t转送（件）\n';
    expect(read(`${head}甲镇\t11\t11\t0\n乙镇\t12\t12\t0\n丙镇\t15\t13\t1`)).toEqual([]);
  });

  it('has shares, changes, and the total that the text before it tells', () => {
    const text = '全年受理50件，见下表。\n类别\t件数\t占比\n许可\t30\t60%\n处罚\t20\t40%';
    expect(checks(text)).toEqual([
      'table agrees 30+20=50',
      'rate agrees 30÷(30+20)=60%',
      'rate agrees 20÷(30+20)=40%',
    ]);
    expect(checks('事项\t2022年\t2021年\t增减\n检查\t40\t50\t-20%')).toEqual([
      'growth agrees (40-50)÷50=-20%',
    ]);
  });
});

it('takes time in proportion to the figures', () => {
  const line = '受理申请50件，其中甲类30件、乙类20件，办结45件，办结率90%，其余5件正在办理。';
  const calls = (times: number) =>
    callsOf(RegExp.prototype, 'test', () => read(line.repeat(times)));
  expect(calls(200)).toBeLessThan(2.3 * calls(100) + 100);
});
