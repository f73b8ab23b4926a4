/** Sections of reports in shapes met in the wild: ids and headings alone, whatever is read of them otherwise. */
import { describe, expect, it } from 'vitest';
import { fromText } from '../../scripts/convert/parse/index.ts';
import { topSections, walkSections } from '../../scripts/convert/parse/walk.ts';
import { identify } from '../../scripts/convert/resolve/ids.ts';

/** `id heading` of every section, in reading order; passages that are nothing but a paragraph are left out. */
function outline(text: string): string[] {
  const nodes = identify(topSections(fromText(text)));
  return [...walkSections(nodes)]
    .filter(
      ({ style, heading, children }) => style !== 'p' || heading !== null || children.length > 1,
    )
    .map(({ id, heading }) => `${id} ${heading ?? '—'}`);
}

const head =
  '某某县2022年法治政府建设工作报告\n2022年，某某县扎实推进依法行政，现将全年的情况报告如下。\n';
const text = '全年召开会议三次，部署年度任务，明确责任分工，各项任务年底前已经全部完成。';

describe('numbers of chapters', () => {
  it('are none where a sentence lists the chapters that stand below', () => {
    const list = '报告分为三个部分。一、工作成效；二、存在问题；三、下步打算。';
    expect(
      outline(
        `${head}${list}\n一、工作成效\n${text}\n二、存在问题\n${text}\n三、下步打算\n${text}`,
      ),
    ).toEqual(['s1 工作成效', 's2 存在问题', 's3 下步打算']);
  });

  it('are none in a table of contents', () => {
    const list = '目  录\n一、工作成效…………1\n（一）加强领导…………2\n二、存在问题…………9';
    expect(
      outline(`${list}\n${head}一、工作成效\n（一）加强领导\n${text}\n二、存在问题\n${text}`),
    ).toEqual(['s1 工作成效', 's1-k1 加强领导', 's2 存在问题']);
  });

  it('are those of a list where they begin anew inside a chapter', () => {
    const list = `一、加强领导。${text}\n二、规范执法。${text}\n三、化解纠纷。${text}`;
    expect(outline(`${head}一、工作成效\n${text}\n${list}\n二、存在问题\n${text}`)).toEqual([
      's1 工作成效',
      's1-s1 加强领导。',
      's1-s2 规范执法。',
      's1-s3 化解纠纷。',
      's2 存在问题',
    ]);
  });
});

describe('numbers inside a line', () => {
  it('begin sections where the next number opens a line below', () => {
    expect(
      outline(`${head}一、工作成效\n（一）加强领导。1.压实责任。${text}\n2.带头学法。${text}`),
    ).toEqual(['s1 工作成效', 's1-k1 加强领导。', 's1-k1-n1 压实责任。', 's1-k1-n2 带头学法。']);
  });
});

describe('points', () => {
  it('are told by 要 as by 是, and held by the paragraph that turns from problems to plans', () => {
    const plan = '2023年是关键一年，全县将抓好三件事。一要加强领导；二要规范执法；三要普及法律。';
    expect(outline(`${head}一、问题和打算\n${text}\n${plan}`)).toEqual([
      's1 问题和打算',
      's1-p2 —',
      's1-p2-i1 —',
      's1-p2-i2 —',
      's1-p2-i3 —',
    ]);
    expect(outline(`${head}一、工作成效\n发展是第一要务，生态是第二要务。${text}`)).toEqual([
      's1 工作成效',
    ]);
  });
});

describe('numbers that begin anew inside a chapter', () => {
  const first = `1.人员偏少。${text}\n2.方式单一。${text}`;
  const second = `1.充实人员。${text}\n2.创新方式。${text}`;
  const wanted = ['s1-p2 —', 's1-p2-n1 充实人员。', 's1-p2-n2 创新方式。'];

  it('stand below the paragraph that announces them', () => {
    expect(outline(`${head}一、问题和打算\n${first}\n明年要做好：\n${second}`)).toEqual([
      's1 问题和打算',
      's1-n1 人员偏少。',
      's1-n2 方式单一。',
      's1-p1 —',
      's1-p1-n1 充实人员。',
      's1-p1-n2 创新方式。',
    ]);
  });

  it('do so where it turns from problems to plans', () => {
    const turn = '2023年，全县将做好以下工作。';
    expect(outline(`${head}一、问题和打算\n${text}\n${turn}\n${second}`)).toEqual([
      's1 问题和打算',
      ...wanted,
    ]);
    expect(outline(`${head}一、工作成效\n${text}\n${turn}\n${second}`)).toEqual([
      's1 工作成效',
      's1-n1 充实人员。',
      's1-n2 创新方式。',
    ]);
  });
});

describe('headings', () => {
  it('end at a wide gap, at their brackets, and at a colon before figures', () => {
    const items = [
      '1.加强领导  开会4次。制定方案，全面落实责任。',
      '2.【推进普法】开展活动12场，发放材料200份，群众满意。',
      '3.化解纠纷：调解案件12件，成功11件。',
    ];
    expect(outline(`${head}一、工作成效\n${items.join('\n')}`)).toEqual([
      's1 工作成效',
      's1-n1 加强领导',
      's1-n2 【推进普法】',
      's1-n3 化解纠纷：',
    ]);
  });

  it('end at a blank before a sentence, be it short or their name of two clauses', () => {
    const items = [
      '1.压实责任，带头学法 县长专题学法5次，会议研究4次，落实到人。',
      '2.普法单一 对企业讲得少，效果不明显。',
      '3.全县共办结，其中 12 件为简易程序，其余为一般程序，都按时办结。',
    ];
    expect(outline(`${head}一、工作成效\n${items.join('\n')}`).slice(1, 3)).toEqual([
      's1-n1 压实责任，带头学法',
      's1-n2 普法单一',
    ]);
    expect(outline(`${head}一、工作成效\n${items.join('\n')}`)[3]).not.toBe(
      's1-n3 全县共办结，其中',
    );
  });

  it('of one width are no lines that a program broke', () => {
    const name = '提高站位，压实法治建设责任';
    const all = [...'一二三四五六'].map((number) => `${number}、${name}\n——${text}`);
    expect(outline(head + all.join('\n')).filter((each) => each.startsWith('s'))).toContainEqual(
      `s6 ${name}`,
    );
  });

  it('are no sentences of a list that says nothing else of each', () => {
    expect(
      outline(
        `${head}一、存在问题\n1.执法力量与承担的任务不相匹配,一线人员年龄偏大。\n2.普法覆盖面不够。\n二、下步打算\n1.加强学习。\n2.加强执法。`,
      ),
    ).toEqual([
      's1 存在问题',
      's1-n1 —',
      's1-n2 —',
      's2 下步打算',
      's2-n1 加强学习。',
      's2-n2 加强执法。',
    ]);
    const listed = `1.执法力量与承担的任务不相匹配，一线人员年龄普遍偏大；\n2.普法不够；\n3.平台不多。`;
    expect(outline(`${head}一、存在问题\n${listed}`)).toEqual([
      's1 存在问题',
      's1-n1 —',
      's1-n2 —',
      's1-n3 —',
    ]);
  });
});

describe('headings without a number', () => {
  const para = (name: string) => `${name}\n${text}${text}`;

  it('are short lines between paragraphs, those of chapters above the others', () => {
    const lines = [
      '主要举措和成效',
      para('强化政治引领，压实各方责任'),
      para('优化政务服务，打造一流环境'),
      para('存在的问题和不足'),
      para('2023年工作打算'),
      para('结束语'),
    ];
    expect(outline(head + lines.join('\n'))).toEqual([
      'p1 主要举措和成效',
      'p1-p1 强化政治引领，压实各方责任',
      'p1-p2 优化政务服务，打造一流环境',
      'p2 存在的问题和不足',
      'p3 2023年工作打算',
      'p4 结束语',
    ]);
  });

  it('stand in numbered chapters, but for the last words', () => {
    const lines = [
      '一、全面履行政府职能',
      para('推进审批制度改革'),
      para('严格实行清单管理'),
      '二、依法化解社会矛盾',
      para('办理行政复议案件'),
      para('规范行政应诉行为'),
      para('结束语'),
    ];
    expect(outline(head + lines.join('\n'))).toEqual([
      's1 全面履行政府职能',
      's1-p1 推进审批制度改革',
      's1-p2 严格实行清单管理',
      's2 依法化解社会矛盾',
      's2-p1 办理行政复议案件',
      's2-p2 规范行政应诉行为',
      'p1 结束语',
    ]);
  });

  it('hold the numbers that begin anew below them', () => {
    const items = `（一）加强领导。${text}\n（二）规范执法。${text}`;
    expect(outline(`${head}主要工作成效\n${items}\n下一步工作打算\n${items}`)).toEqual([
      'p1 主要工作成效',
      'p1-k1 加强领导。',
      'p1-k2 规范执法。',
      'p2 下一步工作打算',
      'p2-k1 加强领导。',
      'p2-k2 规范执法。',
    ]);
  });

  it('are leads behind dashes and bullets, where there are several', () => {
    const leads = (sign: string) => `${sign}健全组织领导。${text}\n${sign}坚持集中学法。${text}`;
    expect(
      outline(
        `${head}一、工作成效\n${leads('——')}\n二、存在问题\n${leads('■ ')}\n三、下步打算\n◆继续努力。${text}`,
      ),
    ).toEqual([
      's1 工作成效',
      's1-p1 健全组织领导。',
      's1-p2 坚持集中学法。',
      's2 存在问题',
      's2-p1 健全组织领导。',
      's2-p2 坚持集中学法。',
      's3 下步打算',
    ]);
  });

  it('are no captions, no lines that a sentence runs over, and no words to the reader', () => {
    const lines = [
      '县领导调研执法一线',
      text,
      '现将有关工作报告给大家',
      text,
      '3月5日召开推进会',
      text,
      '全县上下深入贯彻落实党中央的决策',
      '部署，努力把各项工作推向前进，取得了新的成绩，人民群众更加满意和安心。',
    ];
    expect(outline(`${head}一、工作成效\n${lines.join('\n')}`)).toEqual(['s1 工作成效']);
  });

  it('are openings of paragraphs that most of a chapter share, in brackets or before a stop, a colon or a gap', () => {
    const chapters = [
      '一、工作成效',
      `组织领导，有力有序。${text}`,
      `依法决策，守住底线。${text}`,
      `化解纠纷，案结事了。${text}`,
      text,
      '二、特色工作',
      `【审批提速】${text}`,
      `【行政复议】${text}`,
      '三、存在问题',
      `${text}主要是：`,
      `执法力量偏弱：${text}`,
      `普法方式单一：${text}`,
      '四、下步打算',
      `充实执法队伍　　${text}`,
      `拓展普法阵地　　${text}`,
    ];
    expect(outline(head + chapters.join('\n'))).toEqual([
      's1 工作成效',
      's1-p1 组织领导，有力有序。',
      's1-p2 依法决策，守住底线。',
      's1-p3 化解纠纷，案结事了。',
      's2 特色工作',
      's2-p1 审批提速】',
      's2-p2 行政复议】',
      's3 存在问题',
      's3-p1 执法力量偏弱：',
      's3-p2 普法方式单一：',
      's4 下步打算',
      's4-p1 充实执法队伍',
      's4-p2 拓展普法阵地',
    ]);
  });

  it('are no short sentences that one paragraph of several begins with, nor what only tells', () => {
    const chapters = [
      '一、工作成效',
      `依法决策，守住底线。${text}`,
      text,
      text,
      text,
      '二、存在问题',
      `党委高度重视。${text}`,
      `全年没有败诉案件。${text}`,
      `2022年持续推进改革。${text}`,
      '三、下步打算',
      `狠抓落实。${text}`,
      `继续完善行政执法工作机制。${text}`,
    ];
    expect(outline(head + chapters.join('\n'))).toEqual([
      's1 工作成效',
      's2 存在问题',
      's3 下步打算',
    ]);
  });

  it('are short lines that a list is parted by', () => {
    const items = (from: number) => `${from}.压实责任。${text}\n${from + 1}.带头学法。${text}`;
    expect(outline(`${head}一、工作成效\n加强领导\n${items(1)}\n规范执法\n${items(3)}`)).toEqual([
      's1 工作成效',
      's1-p1 加强领导',
      's1-p1-n1 压实责任。',
      's1-p1-n2 带头学法。',
      's1-p2 规范执法',
      's1-p2-n3 压实责任。',
      's1-p2-n4 带头学法。',
    ]);
  });

  it('are short lines that numbers begin anew below, and lines that a colon or brackets close', () => {
    const items = `1.压实责任。${text}\n2.带头学法。${text}`;
    expect(
      outline(
        `${head}加强党的领导，统筹推进\n${items}\n优化营商环境\n${items}\n【存在问题】\n${items}\n下步打算：\n${items}`,
      ).filter((line) => !line.includes('n')),
    ).toEqual(['p1 加强党的领导，统筹推进', 'p2 优化营商环境', 'p3 【存在问题】', 'p4 下步打算：']);
  });

  it('may have an opening sentence before their list', () => {
    const items = `1.压实责任。${text}\n2.带头学法。${text}`;
    const chapter = (name: string) => `${name}\n主要有以下两个方面。\n${items}`;
    expect(
      outline(`${head}${chapter('主要做法')}\n${chapter('薄弱环节')}`).filter(
        (line) => !line.includes('n'),
      ),
    ).toEqual(['p1 主要做法', 'p2 薄弱环节']);
  });

  it('leave the addresses of paragraphs alone where there are none, and count before them where there are', () => {
    const ids = (source: string) => {
      const all = [...walkSections(identify(topSections(fromText(source))))];
      return all.map(({ id, children: [first] }) => `${id} L${first?.position.start.line}`);
    };
    expect(ids(`${head}一、工作成效\n${text}`)).toEqual(['p1 L2', 's1 L4']);
    expect(ids(`${head}${para('基本情况')}\n${para('存在问题')}`)).toEqual([
      'p3 L2',
      'p1 L4',
      'p2 L6',
    ]);
  });
});
