/** Parts and themes of sections, and the words that decide on them. */
import { describe, expect, it } from 'vitest';
import { convertReport } from '../../scripts/convert/convert-report.ts';
import { findCues } from '../../scripts/convert/resolve/cues.ts';
import type { Section } from '../../src/model/report.ts';
import { parseThemes } from '../../src/model/themes.ts';
import { knowledge } from '../own.ts';

const flat = (sections: readonly Section[]): Section[] =>
  sections.flatMap((section) => [section, ...flat(section.children)]);

/** Sections of a report with these lines, by id. */
function read(...lines: string[]): Map<string, Section> {
  const text = `某县2022年法治政府建设年度报告\n2022年，某县扎实工作。现报告如下：\n${lines.join('\n')}\n`;
  const { output } = convertReport(
    {
      id: '110101-2022',
      source: new TextEncoder().encode(text),
      sourcePath: 'source.txt',
      annotationPath: 'report.yaml',
    },
    knowledge,
  );
  return new Map(flat(output?.data.sections ?? []).map((section) => [section.id, section]));
}
const partsOf = (sections: Map<string, Section>) =>
  Object.fromEntries([...sections].map(([id, { part }]) => [id, part]));
/** Themes of the one section under a chapter that names none. */
const themesOf = (heading: string, text = '') =>
  read('一、主要举措和成效', `（一）${heading}。${text}`).get('s1-k1')?.themes;
/** Themes of a point without heading among problems. */
const problem = (text: string) =>
  read('一、存在的问题', `一是${text}；二是其他工作还有欠缺。`).get('s1-i1')?.themes;

describe('parts', () => {
  it('are named by chapters, and stand for what is below', () => {
    const found = partsOf(
      read(
        '一、2022年主要举措和成效',
        '（一）加强学习。学法4次。',
        '二、存在的不足和原因',
        '（一）力量薄弱。编制少。',
        '三、2023年主要工作安排',
        '（一）规范执法。开展评查。',
      ),
    );
    expect(found).toMatchObject({
      p1: 'other',
      s1: 'progress',
      's1-k1': 'progress',
      s2: 'problems',
      's2-k1': 'problems',
      s3: 'plan',
      's3-k1': 'plan',
    });
  });

  it('are named below chapters too: the duty of the head anywhere, others by a heading that says nothing else', () => {
    const found = partsOf(
      read(
        '一、2022年法治政府建设情况',
        '（一）压实责任，县政府主要负责人带头履职。听取汇报3次。',
        '（二）聚焦存在的突出问题，补齐短板。整改12件。',
        '（三）存在的问题。力量不足。',
        '（四）问题产生的原因。编制少。',
        '（五）下一步工作打算。加强培训。',
      ),
    );
    expect(found).toMatchObject({
      's1-k1': 'responsibility',
      's1-k2': 'progress',
      's1-k3': 'problems',
      's1-k4': 'problems',
      's1-k5': 'plan',
    });
  });

  it('turn to the plan in a chapter of both, where nothing is said to be wanting', () => {
    const found = partsOf(
      read(
        '一、短板不足及2023年思路',
        '（一）执法力量偏弱。编制少。',
        '（二）加强队伍建设。开展培训。',
        '二、补齐短板，夯实基础',
        '（一）加强队伍建设。开展培训。',
        '三、主要负责人抓法治建设情况',
        '带头述法。',
        '四、工作中的短板',
        '（一）普法不够。形式单一。',
      ),
    );
    expect(found).toMatchObject({
      s1: 'problems',
      's1-k1': 'problems',
      's1-k2': 'plan',
      s2: 'progress',
      s3: 'responsibility',
      s4: 'problems',
      's4-k1': 'problems',
    });
  });

  it('are not named by a duty that is promised for next year', () => {
    const found = partsOf(read('一、2023年工作安排', '（一）落实第一责任人职责。带头述法。'));
    expect(found).toMatchObject({ s1: 'plan', 's1-k1': 'plan' });
  });
});

describe('themes', () => {
  it('are settled by a word of the heading, whatever the text says more of', () => {
    expect(themesOf('规范执法行为', '组织学法4次，培训12场，任前考试2次。')).toEqual([
      'enforcement',
    ]);
    expect(themesOf('数字赋能强治理', '归集监管数据120万条。')).toEqual(['digital']);
    expect(themesOf('提高站位，扛牢责任')).toEqual(['leadership']);
  });

  it('are as many as the heading names', () => {
    expect(themesOf('健全制度体系，坚持科学民主决策')).toEqual(['rulemaking', 'decision']);
  });

  /** Tasks in the words of the two outlines, by the theme that stands for them. */
  const tasks: Record<string, string> = {
    functions:
      '优化政府组织结构 完善宏观调控 加强市场监管 创新社会治理 强化生态环境保护 深化行政审批制度改革 优化法治化营商环境',
    rulemaking:
      '加强重要领域立法 完善立法工作机制 加强规范性文件监督管理 健全规范性文件清理长效机制',
    decision:
      '强化依法决策意识 增强公众参与实效 提高专家论证和风险评估质量 坚持集体讨论决定 严格决策责任追究',
    enforcement:
      '改革行政执法体制 完善执法程序 创新执法方式 加大重点领域执法力度 健全执法人员管理制度',
    emergency: '完善突发事件应对制度 引导社会力量参与突发事件应对',
    disputes: '健全依法化解纠纷机制 加强行政调解工作 有序推进行政裁决工作 改革信访工作制度',
    'review-litigation': '加强行政复议工作 加强和规范行政应诉工作 发挥行政复议主渠道作用',
    oversight:
      '形成监督合力 自觉接受民主监督 加强审计监督 全面推进政务公开 完善纠错问责机制 加快推进政务诚信建设',
    digital: '加快推进信息化平台建设 加快推进政务数据有序共享',
    leadership:
      '加强党的领导 落实第一责任人责任 强化考核评价和督促检查 加强理论研究和宣传引导 完善推进机制',
    capacity: '树立重视法治素养的用人导向 加强法治教育培训 全面加强依法行政能力建设',
  };
  it.each(
    Object.entries(tasks).flatMap(([theme, words]) =>
      words.split(' ').map((task) => [task, theme] as const),
    ),
  )('of the task %s is %s', (task, theme) => {
    expect(themesOf(task, '各项工作有序开展。')).toEqual([theme]);
  });

  it('are hinted at by weak words, where the text or a short heading says no more', () => {
    expect(themesOf('加强监督')).toEqual(['oversight']);
    expect(themesOf('依法化解争议', '受理行政复议申请3件，调解结案1件。')).toEqual(
      expect.arrayContaining(['disputes', 'review-litigation']),
    );
    expect(themesOf('推动各项重点任务在全县各乡镇走深走实', '粮食产量稳中有升。')).toEqual([]);
  });

  it('are also what half of the sections below are about', () => {
    const found = read(
      '一、提高站位，落实责任',
      '（一）办理复议案件。受理3件。',
      '（二）规范应诉行为。应诉2件。',
      '（三）狠抓落实。开会3次。',
    );
    expect(found.get('s1')?.themeEvidence).toMatchObject([
      { theme: 'leadership', from: 'heading' },
      { theme: 'review-litigation', from: 'below' },
    ]);
  });

  it('are decided in a line without heading by one word that speaks for them', () => {
    expect(problem('乡镇执法力量薄弱，承接事项接不住')).toEqual(['enforcement']);
    expect(problem('少数干部运用法治思维解决问题的能力不强，有的执法不严')).toEqual(['capacity']);
    expect(problem('有的部门信息公开不够主动')).toEqual(['oversight']);
  });

  it('are none where nothing in the list is spoken of', () => {
    expect(themesOf('做好收尾', '全年完成植树造林3万亩，粮食产量稳中有升。')).toEqual([]);
    expect(read('一、存在的问题', '力量不足。').get('s1')?.themes).toEqual([]);
    expect(read('一、存在的问题', '力量不足。').get('p1')?.themes).toEqual([]);
  });

  it('take more than one word from a long text', () => {
    const rest =
      '全年植树造林三万亩，粮食产量稳中有升，道路通车里程逐年增加，村容村貌焕然一新。'.repeat(12);
    expect(themesOf('做好收尾', `完成应诉工作。`)).toEqual(['review-litigation']);
    expect(themesOf('做好收尾', `${rest}完成应诉工作。`)).toEqual([]);
  });

  it('come from the section above where a section says nothing of its own', () => {
    const found = read('一、严格规范公正文明执法', '（一）狠抓落实。做到事事有回音。');
    expect(found.get('s1-k1')).toMatchObject({
      themes: ['enforcement'],
      themeEvidence: [{ theme: 'enforcement', from: 'above', words: [] }],
    });
  });

  it('carry the words that decided, and where those stand', () => {
    expect(read('一、深化普法宣传', '发放资料3万份。').get('s1')?.themeEvidence).toEqual([
      { theme: 'legal-services', from: 'heading', words: ['普法', '宣传'] },
    ]);
    expect(problem('述法流于形式')).toEqual(['leadership']);
  });
});

describe('words', () => {
  const file = parseThemes(`
themes:
  - { slug: enforcement, name: 执法, strong: [执法], cues: [依法治?办] }
  - { slug: legal-services, name: 普法, cues: [谁执法谁普法], weak: [监督] }
  - { slug: emergency, name: 应急, cues: [应急] }
neutral: [监督管理]
parts: []
`);
  const found = (text: string) => findCues(text, file).map(({ word }) => word);

  it('count the longest of those that overlap', () => {
    expect(found('落实谁执法谁普法，严格执法')).toEqual(['谁执法谁普法', '执法']);
  });
  it('leave out neutral expressions and names of offices', () => {
    expect(found('监督管理和监督')).toEqual(['监督']);
    expect(found('县应急管理局、县应急局开展应急演练')).toEqual(['应急']);
  });
  it('hold any character where a ? stands', () => {
    expect(found('区委依法治区办牵头')).toEqual(['依法治区办']);
  });
});
