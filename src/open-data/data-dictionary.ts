/** What the fields of the open data mean: read by people on the data page, and by programs in the JSON Schemas. */
import { kindNames } from '../model/report-filter.ts';

import { styleExamples } from '../model/section-styles.ts';

type Fields = Record<string, string>;

const metadata: Fields = {
  id: '报告编号：行政区划代码-年度，同一机关一年有多份报告时另加后缀',
  title: '标题；原文没有完整标题时由编者或程序拟定，见 titleOrigin',
  issuer: '报告机关，几个机关以顿号相连，原文未载明时为 null',
  issuers: '报告机关：报告谁的工作，党委和政府联合报告的逐一列出',
  addressee: '主送机关，照原文；未载明时为 null',
  publisher: '发布机构或发布网站，与报告机关不同时才有',
  kind: `报告主体：${Object.entries(kindNames)
    .map(([kind, name]) => `${kind} ${name}`)
    .join('，')}`,
  region: '报告所属地区：县级以上的区划，名称依报告年度',
  town: '报告的乡镇或街道，不是乡镇街道的报告为 null',
  year: '报告所述工作的年度',
  published:
    '发布日期；原文只写到月或年的，只到月或年；未载明时为 null，落款日期从不代替它；页面只有“更新时间”的取更新时间，见 evidence',
  signed: '落款、题注或“成文日期”所载日期，不是发布日期；未载明时为 null',
  evidence: '报告机关、主送、发布机构和两个日期读自何处，逐项列出',
  documentNumber: '报告自身的文号，未载明时为 null',
  indexNumber: '政府信息索引号，未载明时为 null',
  source: '网页所载“来源”，未载明时为 null',
  url: '原文网址，不知道时为 null',
  sha256: '原文文件的 SHA-256 校验值（十六进制）',
};

/** Fields of a report's metadata in `reports.json`. */
export const summaryFields: Fields = {
  ...metadata,
  titleOrigin: '标题的由来：printed 原文所印，editor 编者给出，composed 由机关与年度组成',
  retrieved: '编者取得原文的日期，未记录时为 null',
  overridden: '由编者核定、而非程序识别的字段',
  characters: '正文字数，不计空白',
};

/** Fields of `reports/<id>.json`. */
export const reportFields: Fields = {
  ...metadata,
  printedTitle: '正文之前印作标题的各行，以换行分隔；没有时为空。可能只是机关名称，与 title 不同',
  furniture: '未收入正文的网页附属文字（栏目名、浏览次数、上一篇等），逐行列出',
  sections: '章节，按原文次序，逐级嵌套',
};

/** Fields of a year in `lists/index.json` and in the counts of themes and parts. */
const countFields: Fields = {
  year: '年度，新近的在前',
  counts: '份数，按“层级 主体 省级行政区划代码前两位”分列，只列有报告的',
};

/** Fields of `lists/<year>.json`. */
const listFields: Fields = {
  id: '报告编号，一个文件内依网页列表的次序',
  level: '层级：province 省级，prefecture 地级，county 县级',
  kind: metadata['kind'] as string,
  themes: '谈到的主题的代号',
  parts: '有哪些部分，代号同 part',
};

const regionFields: Fields = {
  code: 'GB/T 2260 行政区划代码，六位数字',
  name: '地区全称',
  path: '从省级到本地区的各级全称',
};

const furnitureFields: Fields = {
  line: '在原文文件中的行号，从 1 起',
  text: '该行文字',
};

/** Fields of each entry of `evidence`. */
const evidenceFields: Fields = {
  label:
    '页面的标签（如“发布时间”），或所在的位置：题名、题注、主送、开篇、落款、网站名称、当前位置；编者给出的为“编者”，没有标签的为 null',
  line: '在原文文件中的行号，从 1 起；不在原文里的为 null',
};

const sectionFields: Fields = {
  id: '章节编号，即网页地址中“#”之后的部分',
  style: `序号形式：${styleExamples()}`,
  number: '原文所印序号；无序号段落为在同级中的次序',
  inferred: '原文缺序号，由前后文推定',
  editorial: '标题为编者所拟，不属于原文',
  heading: '标题，不含序号和末尾的标点；原文没有标题时为 null',
  marker: '原文所印序号，连同其后的标点和空格；无序号段落为空',
  printedHeading: '原文所印标题，连同末尾的标点；原文没有标题时为 null',
  part: '所属部分：progress 举措和成效，problems 问题和不足，responsibility 第一责任人履职，plan 下一步安排，other 其他',
  themes: '主题代号，最主要的在前，含义见主题页',
  themeEvidence: '归入各主题的依据，次序与 themes 相同；没有主题的从缺',
  text: '本节自身的文字，不含标题和下级章节；段落之间以换行分隔',
  children: '下级章节',
};

/** Fields of each entry of `evidence` of a section. */
const themeEvidenceFields: Fields = {
  theme: '主题代号',
  from: '所据：heading 本节标题，text 本节文字，below 下级各节，above 随上级章节，editor 编者所定',
  words: '所据的词，写作简体',
};

/** Fields of the objects within a report, by a field that all of a kind have and none of those after them. */
export const innerFields: Readonly<Record<string, Fields>> = {
  children: sectionFields,
  theme: themeEvidenceFields,
  label: evidenceFields,
  line: furnitureFields,
  path: regionFields,
};

/** All of it as the data page shows it: captions and fields. */
export const fieldTables: readonly (readonly [caption: string, fields: Fields])[] = [
  ['reports.json：每份报告一项', summaryFields],
  ['reports/<编号>.json', reportFields],
  ['region：地区', regionFields],
  ['sections 与 children：章节', sectionFields],
  ['themeEvidence：归入主题的依据', themeEvidenceFields],
  ['lists/index.json：years 中每个年度', countFields],
  ['lists/<年度>.json：每份报告一项', listFields],
  ['evidence：读自何处', evidenceFields],
  ['furniture：附属文字', furnitureFields],
];
