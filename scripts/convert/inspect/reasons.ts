/** The rules of the parser in words, for people who ask why a line is what it is. */
import type { Role, SectionRule, ZoneRule } from '../parse/types.ts';

export const roleNames: Record<Role, string> = {
  furniture: '页面文字',
  title: '题名',
  text: '正文',
  closing: '落款',
};

/** Why a line has its role. */
export const zoneReasons: Record<ZoneRule, string> = {
  title: '读来是这类报告的题名，是正文之前最后一处',
  'issuer-as-title': '正文之前没有题名，这一行是机关名称',
  label: '以栏目名称开头（索引号、发布机构、来源等）',
  'label-value': '是上一行栏目的值',
  addressee: '以主送机关和冒号组成',
  'document-number': '整行是文号',
  'date-in-head': '正文之前单独一行的日期',
  'name-and-date-in-head': '正文之前的机关名称和网页日期',
  'page-head': '导航、当前位置、时钟或分隔线',
  'before-title': '题名之前的短行',
  'in-head': '题名与正文之间，不像页面文字',
  body: '自第一句完整的话或首个序号起，至落款前',
  'attachment-list': '附件清单',
  footer: '网页页脚（上一篇、打印、版权所有等），或在页脚之后',
  'page-foot': '正文之后、页脚之前的导航',
  signature: '末尾的机关名称、日期或结束语',
  'signature-inside': '机关名称下一行是日期：正文中间的落款',
  'signature-run-in': '末句之后接着写的机关名称和日期',
  'page-number': '页码',
  'editor-furniture': 'report.yaml 的 furniture 写明',
  'editor-keep': 'report.yaml 的 keep 写明',
};

/** Why a section is one, where its heading ends, and why it stands where it does. */
export const sectionReasons: Record<SectionRule, string> = {
  'number-opens-line': '行首的序号',
  'number-in-text': '行中的序号，与前面的序号相接',
  'points-follow': '序号后就是“一是”“第一”，没有标题',
  'gap-follows': '标题与正文之间只隔空格',
  'points-end-heading': '标题到“一是”“第一”为止',
  'sentence-ends-heading': '标题到第一个句号为止',
  'colon-ends-heading': '标题到冒号为止',
  'whole-is-heading': '整段较短，全是标题',
  statement: '各条都只是一句话，句子是正文，没有标题',
  'text-from-first-word': '太长，不是标题',
  'lead-behind-sign': '破折号或项目符号后的短句，同样的不止一处',
  'line-called-as-chapter': '没有句读的短行，前后是整段，名称是这类报告的章名',
  'short-lines-alike': '没有句读的短行，前后是整段，同样的不止一处',
  'said-to-be-heading': 'report.yaml 的 unnumbered 写明',
  point: '段中成串的“一是”“第一”“首先”',
  'point-lost-number': '句首的“是”，序号按前后推定',
  'point-bare-lead': '短行作标题，正文在下一段',
  'point-lead': '首句较短且无数字，作标题',
  'below-open': '归入前面不同形式的序号之下',
  'nested-list': '章标题下紧接着同样形式的“一”，作下级',
  'chapter-heading': '标题是章的常用语，回到章一级',
  'continues-outer': '与外层同样形式的序号相接',
  'above-numbers': '其后的序号另起，归入其下',
  frame: '前言、结束语之类，自成一章',
  sibling: '与前面同样形式的序号并列',
  first: '顶层',
  'without-number': '没有序号的段落',
  'behind-points': '在各点之后的段落，单独成节',
  closing: '落款',
  attachment: '附件，其后的序号另起',
  'editor-heading': 'report.yaml 的 headings 拟了标题',
};
