/** Tells annual reports on rule of law from the papers that stand beside them on the same websites. */
import { subjectWords } from '../../../src/model/genre.ts';
import { isNumberedWithin, type SectionStyle } from '../../../src/model/section-styles.ts';
import { fold } from '../../convert/parse/grammar.ts';
import { Refusal } from '../refusal.ts';
import type { Recognition } from './recognise.ts';

/** Kinds of papers by the tail of their titles. */
const kindsOfTitle: [string, RegExp][] = [
  ['政府信息公开年度报告', /(?:政府|政务)?信息公开.{0,12}(?:年报|报告)/u],
  ['政策解读', /解读|一图读懂|图解|答记者问/u],
  ['实施方案', /方案(?:\([^()]*\))?(?:》?的?通知)?$/u],
  [
    '工作要点或工作安排',
    /(?:要点|工作安排|工作计划|工作打算|任务分工|重点工作)(?:\([^()]*\))?(?:》?的?通知)?$/u,
  ],
  ['规划或纲要', /(?:规划|纲要)(?:\([^()]*\))?(?:》?的?通知)?$/u],
  ['规范性文件', /(?:办法|规定|条例|细则|意见|制度)(?:\([^()]*\))?(?:》?的?通知)?$/u],
  ['通知', /的?通知$/u],
];

const reportTitle = /报告|总结|汇报|年报|情况/u;

/** Placeholders where a body, a date or a number should stand: XX镇, ××局, *区, ____年. */
const placeholder =
  /(?:(?<![XxＸｘ×])[XxＸｘ×]{2,}|[*＊]{1,3}|(?<!_)_{2,}|(?<!＿)＿{2,}|(?<![○〇])[○〇]{2,}(?!年)|(?<!□)□{2,})\s*(?:省|市|县|区|旗|镇|乡|街道|村|局|委|办|厅|单位|人民政府|政府|年|月|日|件|次|人|项|场)/gu;

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
  for (const [kind, pattern] of kindsOfTitle) {
    const named = (title === undefined || title === null ? head : [title]).find(
      (line) =>
        pattern.test(fold(line)) &&
        (kind === '政府信息公开年度报告' || kind === '政策解读' || !reportTitle.test(line)),
    );
    if (named) return [kind, named];
  }
  const disclosure = count(folded, /政府信息公开/gu);
  const law = count(folded, subjectWords);
  if (disclosure >= 5 && disclosure > law)
    return ['政府信息公开年度报告', `“政府信息公开”${disclosure} 处`];
  const reporting = /(?:报告|汇报|总结|通报|情况)(?:[^。]{0,8})如下/u.test(opening);
  const named = title ? count(fold(title), subjectWords) : 0;
  if (title || reporting) return law + named === 0 ? ['其他文件', '全文没有提到法治'] : undefined;
  const lines = folded.split('\n').map((line) => line.trim());
  const plan =
    /制定本(?:实施)?(?:方案|要点|计划|意见)|制定如下(?:工作)?(?:要点|安排|方案)/u.exec(
      opening,
    )?.[0] ?? lines.slice(0, 12).find((line) => planHeading.test(line));
  if (plan) return ['实施方案或工作要点', plan.slice(0, 30)];
  const explains = lines.find((line) => explanation.test(line));
  if (explains) return ['政策解读', explains.slice(0, 30)];
  const news =
    /本报讯|本网讯|讯\(|\(?(?:记者|通讯员)|近日,|日前,|\d{1,2}月\d{1,2}日(?:上午|下午|,)/u.exec(
      opening.slice(0, 160),
    );
  if (news && folded.length < 3000 && detection.outline.filter(isChapter).length < 3)
    return ['新闻', news[0]];
  if (law < 3) return ['其他文件', law === 0 ? '全文没有提到法治' : `提到法治只有 ${law} 处`];
  if (folded.length < 300) return ['摘要或简讯', `全文只有 ${folded.length} 字`];
  return undefined;
}

/** Why a text should not be taken for an annual report; undefined when nothing speaks against it. */
export function judgeReport(recognition: Recognition): Refusal | undefined {
  const { body, head } = recognition;
  const whole = `${head.join('\n')}\n${body}`;
  const blanks = [...whole.matchAll(placeholder)].map(([match]) => match);
  const early = [...`${head.join('\n')}\n${body.slice(0, 300)}`.matchAll(placeholder)].length;
  if (early > 0 || blanks.length >= 3)
    return new Refusal('import-template', { example: blanks[0] as string });
  const other = otherPaper(recognition);
  return other && new Refusal('import-not-report', { kind: other[0], evidence: other[1] });
}
