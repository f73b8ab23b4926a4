/** Tells annual reports on rule of law from the papers that stand beside them on the same websites. */
import { subjectWords } from '../../../src/model/genre.ts';
import { isNumberedWithin, type SectionStyle } from '../../../src/model/section-styles.ts';
import { fold } from '../../convert/parse/grammar.ts';
import { Refusal } from '../refusal.ts';
import type { Recognition } from './recognise.ts';

/** What a title of the genre reports on; other reports are on one branch of the work, or by one person. */
const genreSubject =
  /法治政府|依法行政|法治建设|法制建设|(?:依法治|法治)[省市县区州盟旗镇乡]|法治(?:年度)?(?:工作|报告|总结)|法治(?!文化|宣传|乡村|社会|营商|队伍|阵地)\p{Script=Han}{2,4}建设/u;

/** Kinds of papers by words of their titles, whatever else these say. */
const kindsByWords: [string, RegExp][] = [
  ['政府信息公开年度报告', /(?:政府|政务)?信息公开.{0,12}(?:年报|报告)/u],
  ['政策解读', /解读|一图读懂|图解|答记者问|问答/u],
  ['述职述法报告', /述职|述法|述廉|第一责任人职责.{0,8}(?:报告|总结|汇报)$/u],
  [
    '会议或活动的新闻',
    /召开|举行|举办|审议(?!意见)|听取|调研(?!报告)|座谈|推进会|培训班|发布会|督导|视察|考核组|检查组|约谈|征求.{0,10}意见/u,
  ],
  [
    '审议、评估或检查的文书',
    /(?:审议|审查)意见|研究处理情况|(?:调研|评估|督察|检查|自查|自评)(?:情况)?(?:的)?报告/u,
  ],
  ['研究文章', /实证|探析|浅析|(?:研究|思考|展望|对策|路径选择)$/u],
  [
    '几年的总结',
    /(?:19|20)\d{2}年?\s*[-—–~至到]+\s*(?:19|20)\d{2}年|(?:近?[三五十]|两)年(?:来)?(?:的)?(?:法治|依法)/u,
  ],
  ['人大或政府的工作报告', /政府工作报告|人大(?:常委会)?工作报告|人民代表大会/u],
];

/** Kinds of papers by the tail of titles that do not speak of a report. */
const kindsByTail: [string, RegExp][] = [
  ['实施方案', /方案(?:\([^()]*\))?(?:》?的?通知)?$/u],
  [
    '工作要点或工作安排',
    /(?:要点|工作安排|工作计划|工作打算|任务分工|重点工作)(?:\([^()]*\))?(?:》?的?通知)?$/u,
  ],
  ['规划或纲要', /(?:规划|纲要)(?:\([^()]*\))?(?:》?的?通知)?$/u],
  [
    '规范性文件',
    /(?:办法|规定|规则|条例|细则|意见|制度|指引|指南|指标体系)(?:\([^()]*\))?(?:》?的?通知)?$/u,
  ],
  ['通知', /的?通知$/u],
];

const reportTitle = /报告|总结|汇报|年报|情况/u;

/** Placeholders where a body, a date or a number should stand: XX镇, ××局, *区, ____年. */
const placeholder =
  /(?:(?<![XxＸｘ×])[XxＸｘ×]{2,}|[*＊]{1,3}|(?<!_)_{2,}|(?<!＿)＿{2,}|(?<![○〇])[○〇]{2,}(?!年)|(?<!□)□{2,})\s*(?:省|市|县|区|旗|镇|乡|街道|村|局|委|办|厅|单位|人民政府|政府|年|月|日|件|次|人|项|场)/gu;

/** What sites that deal in model texts say around them. */
const modelText = /小编|网友投稿|仅供参考|供大家参考|范文(?:网|大全|模板)/u;

/** What only studies have. */
const study = /(?:^|\n)\s{0,9}(?:\[|【)?(?:摘要|参考文献|中图分类号)(?:\]|】)?\s*[:]/u;

/** How news begin: a reporter, a day and hour, a meeting. */
const newsLead =
  /本报讯|本网讯|讯\(|\(?(?:记者|通讯员)|近日,|日前,|\d{1,2}月\d{1,2}日(?:上午|下午|晚|,)|昨日|昨天|今天(?:上午|下午)/u;

/** Headings of plans, and of explanations of them. */
const planHeading = /^(?:[(]?[一二三][)、.])?\s*(?:总体要求|指导思想|工作目标)[。:]?$/u;
const explanation =
  /^(?:问[:、]|(?:[(]?[一二三四五][)、.])?\s*.{0,12}(?:(?:制定|起草|出台)的?(?:背景|依据)|政策依据)[。:]?$)/u;

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

/** Numbered chapters and sections, which news have none of. */
const isChapter = (section: { style: SectionStyle }) => isNumberedWithin(section, 2);

function otherPaper({ detection, head, body }: Recognition): [string, string] | undefined {
  const folded = fold(body);
  const opening = folded.slice(0, 600);
  const title =
    detection.title ?? head.find((line) => reportTitle.test(line) && /法治|依法/u.test(line));
  const titles = title === undefined || title === null ? head : [title];
  const isOfGenre = (line: string) => reportTitle.test(line) && genreSubject.test(fold(line));
  // A site may print other things beside the title: only where it has none do its lines tell of the paper.
  for (const [kind, pattern] of kindsByWords) {
    const named = titles.find((line) => pattern.test(fold(line)));
    if (named && (title || !titles.some((line) => isOfGenre(line) && line !== named)))
      return [kind, named];
  }
  for (const [kind, pattern] of kindsByTail) {
    const named = titles.find((line) => pattern.test(fold(line)) && !reportTitle.test(line));
    if (named) return [kind, named];
  }
  if (title && !genreSubject.test(fold(title))) return ['其他工作的报告', title];
  const academic = study.exec(folded);
  if (academic) return ['论文', academic[0].trim()];
  const lead = newsLead.exec(opening.slice(0, 160));
  const chapters = detection.outline.filter(isChapter).length;
  const announces = /(?:报告|汇报|总结|通报|情况)(?:[^。]{0,8})如下/u.test(opening);
  if (lead && folded.length < 3000 && chapters < 3 && !announces) return ['新闻', lead[0]];
  const disclosure = count(folded, /政府信息公开/gu);
  const law = count(folded, subjectWords);
  if (disclosure >= 5 && disclosure > law)
    return ['政府信息公开年度报告', `“政府信息公开”${disclosure} 处`];
  const named = title ? count(fold(title), subjectWords) : 0;
  if (title || announces) return law + named === 0 ? ['其他文件', '全文没有提到法治'] : undefined;
  const lines = folded.split('\n').map((line) => line.trim());
  const plan =
    /制定本(?:实施)?(?:方案|要点|计划|意见)|制定如下(?:工作)?(?:要点|安排|方案)/u.exec(
      opening,
    )?.[0] ?? lines.slice(0, 12).find((line) => planHeading.test(line));
  if (plan) return ['实施方案或工作要点', plan.slice(0, 30)];
  const explains = lines.find((line) => explanation.test(line));
  if (explains) return ['政策解读', explains.slice(0, 30)];
  if (law < 3) return ['其他文件', law === 0 ? '全文没有提到法治' : `提到法治只有 ${law} 处`];
  if (folded.length < 300) return ['摘要或简讯', `全文只有 ${folded.length} 字`];
  return undefined;
}

/** Why a text should not be taken for an annual report; undefined when nothing speaks against it. */
export function judgeReport(recognition: Recognition): Refusal | undefined {
  const { body, head } = recognition;
  const whole = `${head.join('\n')}\n${body}`;
  const blanks = [...whole.matchAll(placeholder)].map(([match]) => match);
  const model = modelText.exec(whole.slice(0, 600))?.[0];
  if (model) return new Refusal('import-template', { example: model });
  const early = [...`${head.join('\n')}\n${body.slice(0, 300)}`.matchAll(placeholder)].length;
  if (early > 0 || blanks.length >= 3)
    return new Refusal('import-template', { example: blanks[0] as string });
  const other = otherPaper(recognition);
  return other && new Refusal('import-not-report', { kind: other[0], evidence: other[1] });
}
