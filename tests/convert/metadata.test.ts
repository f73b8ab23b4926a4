/** Heads of pages in the layouts that sites print, and what is read of each: dates, bodies, titles, labels. */
import { describe, expect, it } from 'vitest';
import { fromText } from '../../scripts/convert/parse/index.ts';
import { detectMetadata, evidenceOf } from '../../scripts/convert/resolve/metadata.ts';

/** A text that reports on a year, between a head and a foot. */
const textOf = (subject: string) =>
  `2023年，${subject}扎实推进依法行政。现将有关情况报告如下：\n一、主要举措\n（一）加强领导。召开会议3次。\n二、不足\n力量不足。`;

/** What is read of a page, without the fields that nothing was read for. */
function read(head: string, foot = '', subject = '某山县', names?: string[]) {
  const text = `${head}\n${textOf(subject)}\n${foot}`;
  const tree = fromText(text);
  const [name = ''] = names ?? [];
  const region = names && { name, shortNames: names };
  const metadata = detectMetadata(tree, tree.data.fields, region);
  const { title, issuers, addressee, publisher, published, signed, kind } = metadata;
  const single = { title, addressee, publisher, published, signed };
  return {
    ...Object.fromEntries(
      Object.entries(single).flatMap(([key, field]) => (field ? [[key, field.value]] : [])),
    ),
    ...(issuers.length > 0 && { issuers: issuers.map(({ value }) => value) }),
    kind,
    evidence: evidenceOf(metadata),
  };
}

type Reading = ReturnType<typeof read> & {
  published?: string;
  signed?: string;
  title?: string;
};

const title = '某山县2023年法治政府建设年度报告';
const government = '某山县人民政府';

describe('the day of publication', () => {
  it.each([
    ['发布日期：2024-03-28', '发布日期'],
    ['公开日期 2024年3月28日', '公开日期'],
    ['[ 信 息 提 供 日 期 ： 2024-03-28 09:10 ]', '信息提供日期'],
    ['来源：县司法局 上网时间：2024/3/28', '上网时间'],
    ['时间：2024-03-28  浏览：3', '时间'],
    ['更新时间：2024-03-28', '更新时间'],
    ['作者：县司法局 发布于：2024-03-28 10:00', '发布于'],
    ['2024-03-28 09:18　打印　关闭', null],
    ['2024年03月28日', null],
    ['[2024-03-28]', null],
    ['202403/2818:05来源：县司法局', null],
  ])('is read from %s', (line, label) => {
    const { published, signed, evidence } = read(`${title}\n${line}`) as never as Reading;
    expect({ published, signed }).toEqual({ published: '2024-03-28', signed: undefined });
    expect(evidence.published).toEqual({ label, line: 2 });
  });

  it.each([
    ['a signature', title, `${government}\n2024年3月28日`, '落款'],
    ['a date in brackets below the title', `${title}\n（2024年3月28日）`, '', '题注'],
    ['a date in brackets behind the title', `${title}（2024年3月28日）`, '', '题注'],
    ['成文日期', `成文日期：2024-03-28\n${title}`, '', '成文日期'],
  ])('is not %s', (_, head, foot, label) => {
    const { published, signed, evidence } = read(head, foot) as never as Reading;
    expect({ published, signed }).toEqual({ published: undefined, signed: '2024-03-28' });
    expect(evidence.signed?.label).toBe(label);
  });

  it.each([
    ['the clock of the site', '某山县人民政府　2024年4月2日 星期二', ''],
    ['the clock of the site as programs write it', '2024年04月02日\n某山县人民政府', ''],
    ['a time in the banner, above the trail', '2024-04-02 10:20\n首页 > 报告', ''],
    ['a bare day before the year was over', '首页 > 报告\n2019-10-31 09:20', ''],
    ['the day a record was made', '生成日期：2024-03-28', ''],
    ['a day in words that nothing names', '2024年3月28日', ''],
    ['the day a document was printed', '', '某山县人民政府办公室 2024年3月28日印发'],
    ['a sentence', '', '以上情况，已于2024年3月28日报县委。'],
  ])('nor the day of signature is %s', (_, above, foot) => {
    const { published, signed } = read(`${above}\n${title}`, foot) as never as Reading;
    expect([published, signed]).toEqual([undefined, undefined]);
  });

  it('is taken from the label to be trusted most', () => {
    const labels = ['更新时间：2024-05-01', '时间：2024-04-02', '发布日期：2024-03-28'];
    for (let kept = 1; kept <= labels.length; kept++) {
      const { published } = read([title, ...labels.slice(0, kept)].join('\n')) as never as Reading;
      expect(published).toBe(['2024-05-01', '2024-04-02', '2024-03-28'][kept - 1]);
    }
  });

  it('stands behind the text on some pages, before the links to others', () => {
    const foot = '来源：县司法局　发布时间：2024-03-28\n上一篇：某山县2022年报告';
    expect(read(title, foot)).toMatchObject({ published: '2024-03-28' });
    const others = '上一篇：某山县2022年报告\n发布时间：2023-03-28';
    expect((read(title, others) as never as Reading).published).toBeUndefined();
  });

  it('is, of two bare dates in a catalogue, the later one', () => {
    const list = ['11500231009358120X/2024-00057', '司法', '2024-01-16', '2024-01-17'];
    const head = list.map((entry) => `• ${entry}`).join('\n');
    expect(read(`${head}\n${title}`)).toMatchObject({ published: '2024-01-17' });
  });
});

describe('the bodies that report', () => {
  it.each([
    [
      '中共某山市委某山市人民政府关于2023年法治政府建设情况的报告',
      ['中共某山市委', '某山市人民政府'],
    ],
    [
      '中共某山县委员会、某山县人民政府关于法治政府建设情况的报告',
      ['中共某山县委员会', '某山县人民政府'],
    ],
    ['2023年某山市司法局法治政府建设情况报告', ['某山市司法局']],
    ['2023年某山区推进法治政府建设工作情况报告', ['某山区人民政府']],
    [
      '中共某山县委全面依法治县委员会办公室2023年法治建设工作报告',
      ['中共某山县委全面依法治县委员会办公室'],
    ],
    ['某水镇2023年法治政府建设年度报告', ['某水镇人民政府']],
    ['某山区某水街道2023年法治政府建设年度报告', ['某山区某水街道办事处']],
    ['第三师某水市2023年法治政府建设工作报告', ['新疆生产建设兵团第三师', '某水市人民政府']],
    ['【通知公告】某山县教育局2023年法治政府建设工作总结', ['某山县教育局']],
    ['某水镇党委政府2023年法治政府建设工作情况报告', ['某水镇人民政府']],
    ['某山县人民政府办公室关于印发某山县2023年法治政府建设工作报告的通知', [government]],
    [`2023年度法治政府建设情况报告\n${government}\n（2024年1月9日）`, [government]],
    ['关于报送《某水镇2023年法治政府建设工作总结》的报告', ['某水镇人民政府']],
  ])('are named by the title %s', (line, issuers) => {
    expect(read(line)).toMatchObject({ issuers });
  });

  it.each([
    ['某山县', '某山县人民政府', undefined],
    ['某水镇党委、政府', '某水镇人民政府', 'township'],
    ['某水街道', '某水街道办事处', 'township'],
    ['某山县水利局', '某山县水利局', 'department'],
  ])('are the subject of the first sentence: %s', (subject, body, kind = 'government') => {
    expect(read('', '', subject)).toMatchObject({ issuers: [body], kind });
  });

  it('are all that sign together', () => {
    const signed = '中共某山市委\n某山市人民政府\n2024年2月27日';
    expect(read('2023年度法治政府建设情况报告', signed)).toMatchObject({
      issuers: ['中共某山市委', '某山市人民政府'],
      signed: '2024-02-27',
    });
  });

  it('are not the office that printed the document, whose day is another', () => {
    const foot = `特此报告。\n${government}\n2024年1月22日抄送：县委，县人大常委会。\n${government}办公室 2024年1月25日印发`;
    expect(read(title, foot)).toMatchObject({ issuers: [government], signed: '2024-01-22' });
  });

  it('are neither those addressed, nor the site that prints the report again', () => {
    const head = `某水县人民政府\n首页 > 上级文件\n某山省人民政府关于2023年法治政府建设情况的报告\n国务院：`;
    expect(read(head, '', '某山省')).toMatchObject({
      issuers: ['某山省人民政府'],
      addressee: '国务院',
      publisher: '某水县人民政府',
    });
  });

  it('are not the office that put them up', () => {
    const labels = '发布机构：某山县人民政府办公室　索引号：008/2024-00012';
    expect(read(`${labels}\n${title}`)).toMatchObject({
      issuers: [government],
      publisher: '某山县人民政府办公室',
    });
  });

  it('are no publishers by a short name', () => {
    const head = `发布机构：市卫生健康委\n关于2023年度法治政府建设情况的报告`;
    const found = read(head, '某山市卫生健康委员会\n2024年2月1日', '我委');
    expect(found).toMatchObject({ issuers: ['某山市卫生健康委员会'], kind: 'department' });
    expect(found).not.toHaveProperty('publisher');
  });

  it('are of another kind where a zone has an administration', () => {
    const head = '某山经济技术开发区管理委员会2023年度法治政府建设工作报告';
    expect(read(head, '', '我区').kind).toBe('other');
  });

  it('have the full names of their region where they are named from inside', () => {
    const head = '发布机构：县政府\n法治政府建设情况报告';
    expect(read(head, '', '我县', ['某山县'])).toMatchObject({ issuers: [government] });
  });
});

describe('the title', () => {
  it.each([
    [
      'on two lines',
      `${government}\n关于2023年度法治政府建设情况的报告`,
      `${government}关于2023年度法治政府建设情况的报告`,
    ],
    ['beside the name of the site', `${title} 某山县人民政府门户网站 发布时间:2024-02-20`, title],
    ['printed twice on one line', `${title} ${title}`, title],
    ['below the name it begins with', `某山县\n${title}`, title],
    ['with words that publish it', `${title}公开`, `${title}公开`],
    ['behind the name of a column', `【法治建设】${title}`, title],
    ['before a day in brackets', `${title}（2024年3月8日）`, title],
    [
      'on a line with the trail and the labels',
      `您的位置：首页 > 公开 > 报告 【打印】 ${title} 发布日期：2024-02-11 ${textOf('某山县').split('\n')[0]}`,
      title,
    ],
  ])('is read %s', (_, head, expected) => {
    expect((read(head) as never as Reading).title).toBe(expected);
  });

  it('is read where the text follows without a gap, and is no chapter', () => {
    const tree = fromText(`${title}${textOf('某山县')}`);
    expect(detectMetadata(tree, tree.data.fields, undefined).title?.value).toBe(title);
    const bare = fromText(`${title}\n一、2023年法治政府建设推进情况\n（一）学习。会议3次。`);
    expect(detectMetadata(bare, bare.data.fields, undefined).title?.value).toBe(title);
  });
});

describe('labels', () => {
  it('keep their values apart from labels that nobody knows, and from brackets around them', () => {
    const head = [
      '索 引 号：008/2024-00012 公开栏目组： 工作报告',
      '[来源：法规处] [发布时间：2024-01-31 16:20]',
      '信息来源：某山县司法局　信息提供日期：2024-02-03',
      '文 号 : 无',
    ].join('\n');
    const { fields } = fromText(`${head}\n${title}\n${textOf('某山县')}`).data;
    expect(fields.indexNumber?.value).toBe('008/2024-00012');
    expect(fields.source?.value).toBe('法规处');
    expect(fields.documentNumber).toBeUndefined();
    expect(fields.published?.value).toBe('2024-01-31');
  });
});
