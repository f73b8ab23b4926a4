/** What lines look like that are headings without a number, and what such headings are called. */
import {
  attachmentStart,
  damagedIndent,
  isAddressee,
  isBodyName,
  isDateLine,
  isTitleLine,
  pointFamilies,
  visibleLength,
} from './grammar.ts';
import { markerAt } from './section-numbers.ts';

/** Shortest and longest heading that is known by its shape alone. */
const shortest = 2;
export const longest = 30;
/** Fewest characters of a paragraph: of any, and of one that ends with a stop. */
const longParagraph = 45;
const shortParagraph = 20;
export const stop = /[。!?;:,、…]["'”’)》]*$/u;
export const sentence = /[。;!?…\t]/u;

/** Length of a damaged indent. */
const opens = (folded: string) => damagedIndent.exec(folded)?.[0].length ?? 0;

/** The number a line begins with. */
export const numberOf = (folded: string) => markerAt(folded, opens(folded));
/** Whether a line begins with a number, or as a point does. */
export const isNumbered = (folded: string) =>
  numberOf(folded) !== undefined ||
  pointFamilies.some(({ pattern }) => folded.slice(opens(folded)).search(pattern) === 0);

/** What only ends or opens a report. */
const frame = /^(?:前言|引言|序言|概述|综述|结束语|结语|后记|尾声)$/u;
const chapterTail =
  /(?:情况|概况|举措|措施|做法|成效|成绩|成果|进展|问题|不足|差距|短板|困难|原因|打算|安排|计划|思路|设想|方向|展望|建议|特色|亮点|回顾|弱项)$/u;

/** A heading as chapters of these reports are called: 存在的问题和不足, 2026年工作打算, 结束语. */
export function isChapterName(line: string): boolean {
  const folded = bare(line);
  return frame.test(folded) || (chapterTail.test(folded) && !/[,、]/u.test(folded));
}

/** Names by which a chapter of the whole report is known from an item of a list or a measure. */
export const chapterHeading =
  /问题|不足|短板|差距|下一步|下步|工作计划|工作打算|工作安排|工作思路|第一责任人|努力方向/u;

/** The beginning of a paragraph that turns from the year of the report to the one to come. */
const planOpens =
  /^(?:下一?步|下一?阶段|今后|接下来|明年|来年|新的一年|20\d\d年[,，](?:我们?|全|本|将|要|计划|继续|重点)|20\d\d年[^。]{0,30}将)/u;

/** Whether a paragraph turns to the year to come. */
export const opensPlan = (text: string): boolean => planOpens.test(text.trimStart());

/** Names of chapters whose measures have headings of their own. */
export const announcing =
  /^(?!.*(?:基本|总体|概况|问题|不足)).*(?:举措|措施|做法|成效|成绩|成果|开展情况|工作情况|落实情况|推进情况|进展)$/u;

/** Whether a heading closes or opens the whole report. */
export const isFrame = (folded: string): boolean => frame.test(folded);

/** What labels and remarks of pages begin with. */
const remark =
  /^(?:现将|特此|以上(?:是|为|报告|情况|汇报)|综上所述|各位(?:代表|领导|委员|同志)|同志们|记者|撰稿|责任编辑|联系(?:人|电话|方式)|(?:来源|编辑|审核|注|图|表|附)[:\d一二三四五六七八九十]|图为|附[件表录])/u;
/** Words of sentences and captions, which tell what was done. */
const told = /(?<!事)了|如下|以下|下列|调研|视察|出席|主持|举行|现场|合影|讲话/u;

/** Who does something: so a sentence begins, or a caption. */
const subject =
  /^(?:[全我本各][国省市县区州盟旗镇乡局委厅办级单部地所]|[省市县区州盟旗镇乡局委厅](?!域)|会议|领导|党中央|国务院)/u;

/** A heading without its brackets, or the stop that closes it. */
const bare = (folded: string) => folded.replace(/^[【〖「[](.+)[】〗」\]]$|^(.+?)[。:]$/u, '$1$2');

/** What no heading is, however it is set: numbered, a name, a date, or a remark. */
const isOther = (folded: string): boolean =>
  isNumbered(folded) ||
  attachmentStart.test(folded) ||
  isAddressee(folded) ||
  isBodyName(folded) ||
  isDateLine(folded) ||
  remark.test(folded);

/** A line that has the shape of a heading. */
export function isShaped(line: string): boolean {
  const folded = bare(line);
  const length = visibleLength(folded);
  return (
    length >= shortest &&
    length <= longest &&
    /^(?:\p{Script=Han}|20\d\d年|[“《])/u.test(folded) &&
    /[\p{Script=Han}”》)]$/u.test(folded) &&
    !sentence.test(folded) &&
    !/\d/u.test(folded.replace(/20\d\d年/gu, '')) &&
    !told.test(folded) &&
    (!subject.test(folded) || isChapterName(folded)) &&
    !isOther(folded) &&
    !isTitleLine(folded)
  );
}

/** Longest heading that is known by how it looks, in visible characters. */
const longestSeen = 45;

/** Whether words that stand out may be a heading. */
const mayName = (name: string): boolean =>
  visibleLength(name) >= shortest &&
  visibleLength(name) <= longestSeen &&
  /\p{Script=Han}/u.test(name) &&
  !sentence.test(name.replace(/。$/u, '')) &&
  !/[,、;]$/u.test(name) &&
  !isOther(name);

/** Whether a line that stands out may be a heading. @param below the next line */
export const mayBeHeading = (folded: string, below: string | undefined): boolean =>
  below !== undefined && !isRow(below) && mayName(folded);

/** Fewest characters of a lead that stands out, and of the text behind one. */
const shortestLead = 4;
export const leastBehindLead = 12;

/** Whether what stands out at the start of a line may be a heading that its text follows. @param end where the text begins */
export function mayBeLead(folded: string, end: number): boolean {
  const lead = folded.slice(0, end).trim();
  return (
    visibleLength(lead) >= shortestLead &&
    (/[。:.]$/u.test(lead) || /^\s/u.test(folded.slice(end)) || isShaped(lead)) &&
    visibleLength(folded.slice(end)) >= leastBehindLead &&
    mayName(lead)
  );
}

/** A row of a table, whatever parts its cells; what stands above one is its caption. */
export const isRow = (folded: string) => /\t|[|｜][^|｜]*[|｜]|\S {2,}\S+ {2,}\S/u.test(folded);

/** A paragraph that a heading may stand above. */
export function isText(folded: string): boolean {
  const length = visibleLength(folded);
  if (isRow(folded)) return false;
  return isNumbered(folded) || length >= (stop.test(folded) ? shortParagraph : longParagraph);
}

/** Words in brackets at the start of a text: 【机构改革】全县…. Group 1 is without them. */
export const bracketed = /^[【〖「[(]([^【】〖〗「」[\]()]{2,30})([】〗」\])])\s*/u;

/** A short label with a colon before a text that goes on: 完善制度:制定…. */
export const labelBeforeText = /^[^,。;:]{2,25}:(?=.{12})/u;
