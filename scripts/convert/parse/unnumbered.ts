/**
 * Headings without a number: lines that an editor or the reader of a file names, short lines without a stop between
 * paragraphs, and leads: what stands before the text of a paragraph, behind a sign, in brackets, or set off by a stop
 * where most paragraphs of a chapter open alike. A wrong heading is worse than a missing one: a line that stands alone
 * must be called as chapters of these reports are.
 */
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
import { leadEnd } from './points.ts';
import { markerAt } from './section-numbers.ts';
import type { SectionRule, ZonedLine } from './types.ts';

/** A line said to hold a heading that is printed without a number. */
export interface SaidHeading {
  /** Line of the source, counted from 1. */
  line: number;
  /** 1 for chapters, more for what they hold. */
  level: number;
  /** Characters of the line that are the heading, in UTF-16 units, where its text follows on the line. */
  length?: number | undefined;
}

/** A heading without a number, at the start of a line. */
export interface Unnumbered {
  /** Headings of a level hold those of larger ones. */
  level: number;
  /** Length of the sign before it, with its blanks. */
  sign: number;
  /** Where it ends, in UTF-16 units from the start of the line. */
  end: number;
  rule: SectionRule;
}

/** Level of leads, which hold no other headings. */
const leadLevel = 9;

/** Shortest and longest heading that is known by its shape alone. */
const shortest = 2;
const longest = 30;
/** Fewest characters of a paragraph: of any, and of one that ends with a stop. */
const longParagraph = 45;
const shortParagraph = 20;
/** Fewest headings of one kind that bear each other out. */
const fewestAlike = 2;

const stop = /[。!?;:,、…]["'”’)》]*$/u;
/** The end of a paragraph, or of a row. */
const ended = /[。!?;:…]["'”’)》]*$|\t/u;
const sentence = /[。;!?…\t]/u;

const opens = (folded: string) => damagedIndent.exec(folded)?.[0].length ?? 0;
const isNumbered = (folded: string) =>
  markerAt(folded, opens(folded)) !== undefined ||
  pointFamilies.some(({ pattern }) => folded.slice(opens(folded)).search(pattern) === 0);

/** What only ends or opens a report. */
const frame = /^(?:前言|引言|序言|概述|综述|结束语|结语|后记|尾声)$/u;
const chapterTail =
  /(?:情况|概况|举措|措施|做法|成效|成绩|成果|进展|问题|不足|差距|短板|困难|原因|打算|安排|计划|思路|设想|方向|展望|建议)$/u;

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
const announcing =
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
const bare = (folded: string) => folded.replace(/^[【〖[](.+)[】〗\]]$|^(.+?)[。:]$/u, '$1$2');

/** A line that has the shape of a heading. */
function isShaped(line: string): boolean {
  const folded = bare(line);
  const length = visibleLength(folded);
  return (
    length >= shortest &&
    length <= longest &&
    /^(?:\p{Script=Han}|20\d\d年|[“《])/u.test(folded) &&
    /[\p{Script=Han}”》)]$/u.test(folded) &&
    !sentence.test(folded) &&
    !/\d/u.test(folded.replace(/20\d\d年/gu, '')) &&
    !remark.test(folded) &&
    !told.test(folded) &&
    (!subject.test(folded) || isChapterName(folded)) &&
    !isNumbered(folded) &&
    !attachmentStart.test(folded) &&
    !isAddressee(folded) &&
    !isBodyName(folded) &&
    !isDateLine(folded) &&
    !isTitleLine(folded)
  );
}

/** Longest heading that is known by how it looks, in visible characters. */
const longestSeen = 45;

/** What no heading is, however it is set: numbered, a name, a date, a title, or a sentence. */
const isOther = (folded: string): boolean =>
  isNumbered(folded) ||
  attachmentStart.test(folded) ||
  isAddressee(folded) ||
  isBodyName(folded) ||
  isDateLine(folded) ||
  remark.test(folded);

/** Whether a line that stands out may be a heading. @param below the next line */
export function mayBeHeading(folded: string, below: string | undefined): boolean {
  const length = visibleLength(folded);
  return (
    length >= shortest &&
    length <= longestSeen &&
    below !== undefined &&
    !isRow(below) &&
    /\p{Script=Han}/u.test(folded) &&
    !sentence.test(folded.replace(/。$/u, '')) &&
    !/[,、;]$/u.test(folded) &&
    !isOther(folded)
  );
}

/** Fewest characters of the text behind a lead. */
const leastBehindLead = 12;

/** Whether what stands out at the start of a line may be a heading that its text follows. @param end where the text begins */
export function mayBeLead(folded: string, end: number): boolean {
  const lead = folded.slice(0, end).trim();
  return (
    visibleLength(lead) >= 4 &&
    visibleLength(lead) <= longestSeen &&
    (/[。:.]$/u.test(lead) || /^\s/u.test(folded.slice(end)) || isShaped(lead)) &&
    !/[,、;]$/u.test(lead) &&
    !sentence.test(lead.replace(/。$/u, '')) &&
    visibleLength(folded.slice(end)) >= leastBehindLead &&
    !isOther(lead)
  );
}

/** A row of a table, whatever parts its cells; what stands above one is its caption. */
const isRow = (folded: string) => /\t|[|｜][^|｜]*[|｜]|\S {2,}\S+ {2,}\S/u.test(folded);

/** A paragraph that a heading may stand above. */
function isText(folded: string): boolean {
  const length = visibleLength(folded);
  if (isRow(folded)) return false;
  return isNumbered(folded) || length >= (stop.test(folded) ? shortParagraph : longParagraph);
}

/** Signs that lead items of a list. */
const leadSign =
  /^(?:\p{Pd}{1,3}|[\p{S}\p{Co}•·※§*#‣⁃〇]{1,2}|一一|[lnuvØü]\s)\s*(?=[\p{Script=Han}“《])/u;

/** A lead, and what it has in common with others of its kind. */
interface Lead extends Unnumbered {
  kind: string;
}

/** Lead behind a sign: a short sentence before its text, or a whole line. */
function signedLead(folded: string, next: string | undefined): Lead | undefined {
  const sign = leadSign.exec(folded)?.[0].length ?? 0;
  if (sign === 0) return undefined;
  const alone = isShaped(folded.slice(sign)) && next !== undefined && isText(next);
  const end =
    leadEnd(folded, sign, folded.length) ??
    labelEnd(folded, sign) ??
    (alone ? folded.length : undefined);
  const kind = folded[0] as string;
  return end && { kind, level: leadLevel, sign, end, rule: 'lead-behind-sign' };
}

/** End of a label with a colon before a text that goes on. */
function labelEnd(folded: string, from: number): number | null {
  const label = /^[^,。;:\d]{2,20}:(?=.{12})/u.exec(folded.slice(from, from + 40));
  return label ? from + label[0].length : null;
}

/** Lead in brackets before its text: 【机构改革】全县…. */
const bracketed = /^[【〖[]([^【】〖〗[\]]{2,30})([】〗\]])\s*/u;
/** A short phrase that a stop, a colon or a wide gap sets off from its text. */
const setOff = /^([^。;:!?\s]{4,30})(?:([。:])|\s+)/u;
/** What opens sentences, and no names of measures. */
const sentenceOpens =
  /^(?:20\d\d年|[今去本上近]年|一年来|同时|此外|另外|其中|目前|当前|全年|截至|对此|上述|按照|根据|通过|[这该其])|[,、]$/u;

/** Lead that its neighbours bear out: in brackets, or a phrase before a stop, a colon or a gap. */
function runInLead(folded: string): Lead | undefined {
  const inBrackets = bracketed.exec(folded);
  const [all = '', name = '', kind = ' '] = inBrackets ?? setOff.exec(folded) ?? [];
  const end = all.trimEnd().length;
  if (visibleLength(folded.slice(end)) < leastBehindLead || !isShaped(name)) return undefined;
  if (!inBrackets && sentenceOpens.test(name)) return undefined;
  return { kind, level: leadLevel, sign: inBrackets ? 1 : 0, end, rule: 'leads-alike' };
}

/** Part of the paragraphs of a chapter that open alike where their openings are leads. */
const mostAlike = 0.6;

/** Whether the paragraphs of a chapter open with leads of a kind: most do, and most of those have as many clauses. */
function areAlike(leads: readonly (readonly [ZonedLine, Lead])[], starts: readonly ZonedLine[]) {
  if (leads.length < fewestAlike) return false;
  const opening = starts[0] === leads[0]?.[0] ? 0 : 1;
  if (leads.length < (starts.length - opening) * mostAlike) return false;
  const clauses = Map.groupBy(
    leads,
    ([{ folded }, { end }]) => folded.slice(0, end).split(',').length,
  );
  const most = Math.max(...[...clauses.values()].map((group) => group.length));
  return most >= leads.length * mostAlike;
}

/** Leads behind signs and in brackets, of which a report has more than one, and those that their chapter bears out. */
function findLeads(lines: readonly ZonedLine[], found: Map<ZonedLine, Unnumbered>): void {
  const marked: [ZonedLine, Lead][] = [];
  const chapters: { starts: ZonedLine[]; leads: [ZonedLine, Lead][]; closed: boolean }[] = [];
  const open = () => {
    chapters.push({ starts: [], leads: [], closed: false });
  };
  open();
  for (const [at, line] of lines.entries()) {
    const { folded } = line;
    const known = found.get(line);
    const above = lines[at - 1];
    const isHeading = known ? known.end >= folded.length : markerAt(folded, opens(folded));
    if (isHeading) {
      open();
      continue;
    }
    const chapter = chapters.at(-1) as (typeof chapters)[number];
    const signed = known ? undefined : signedLead(folded, lines[at + 1]?.folded);
    const lead = signed ?? (known ? undefined : runInLead(folded));
    if (lead && (signed || lead.sign > 0)) marked.push([line, lead]);
    if (known || (lead && lead.sign > 0)) chapter.closed = true;
    else if (
      !isRow(folded) &&
      (chapter.starts.length === 0 || !above || ended.test(above.folded))
    ) {
      chapter.starts.push(line);
      if (lead) chapter.leads.push([line, lead]);
    }
  }
  const kinds = (leads: [ZonedLine, Lead][]) => [
    ...Map.groupBy(leads, ([, { kind }]) => kind).values(),
  ];
  const chosen = [
    ...kinds(marked).filter((leads) => leads.length >= fewestAlike),
    ...chapters
      .filter(({ closed }) => !closed)
      .flatMap(({ starts, leads }) => kinds(leads).filter((alike) => areAlike(alike, starts))),
  ];
  for (const [line, lead] of chosen.flat()) found.set(line, lead);
}

/**
 * Lines of the shape of headings that stand between paragraphs: in runs that no numbered section parts, and, as one more
 * run, those that numbers begin anew below.
 */
function shapedRuns(lines: readonly ZonedLine[]): ZonedLine[][] {
  const shaped = lines.map(({ folded }) => isShaped(folded));
  const runs: ZonedLine[][] = [[]];
  const aboveNumbers: ZonedLine[] = [];
  const numberOf = ({ folded }: ZonedLine) => markerAt(folded, opens(folded));
  lines.forEach((line, at) => {
    if (numberOf(line)) runs.push([]);
    const above = lines[at - 1];
    const below = lines[at + 1];
    if (!shaped[at] || !below) return;
    const free = !above || shaped[at - 1] || stop.test(above.folded) || isHeadingLine(above.folded);
    const text = lines[at + 2];
    const leads = isText(below.folded) || (shaped[at + 1] && text && isText(text.folded));
    if (!free || !leads) return;
    (runs.at(-1) as ZonedLine[]).push(line);
    if (numberOf(below)?.number === 1) aboveNumbers.push(line);
  });
  return [...runs, aboveNumbers];
}

/** A numbered heading on a line of its own. */
const isHeadingLine = (folded: string) =>
  isNumbered(folded) && visibleLength(folded) <= longest && !sentence.test(folded);

/** Short lines that are headings: called as chapters are, or more than one of a kind. */
function findShortLines(lines: readonly ZonedLine[], found: Map<ZonedLine, Unnumbered>): void {
  const runs = shapedRuns(lines);
  const alike = new Set(
    runs.flatMap((run) =>
      run.filter(({ folded }) => run.length >= fewestAlike || isChapterName(folded)),
    ),
  );
  const chosen = lines.filter((line) => alike.has(line) && !found.has(line));
  const order = new Map(lines.map((line, at) => [line, at]));
  const place = (line: ZonedLine) => order.get(line) as number;
  const lastName = chosen.findLast(({ folded }) => isChapterName(folded));
  /** It has no text of its own, or one that announces what follows: the next heading is below it. */
  const holds = (line: ZonedLine, next: ZonedLine | undefined) => {
    if (!next) return false;
    const between = lines.slice(place(line) + 1, place(next));
    const [only] = between;
    if (between.length === 0 || (between.length === 1 && /:$/u.test(only?.folded ?? '')))
      return true;
    // 主要举措和成效 holds the measures that follow it, up to the next chapter
    return (
      announcing.test(line.folded) &&
      !isChapterName(next.folded) &&
      lastName !== undefined &&
      place(lastName) > place(next)
    );
  };
  const holders = new Set(chosen.filter((line, at) => holds(line, chosen[at + 1])));
  for (const line of chosen) {
    const upper = holders.size === 0 || holders.has(line) || isChapterName(line.folded);
    const rule = isChapterName(line.folded) ? 'line-called-as-chapter' : 'short-lines-alike';
    found.set(line, { level: upper ? 1 : 2, sign: 0, end: line.text.length, rule });
  }
}

/** Headings that are said, by their lines. */
function findSaid(
  lines: readonly ZonedLine[],
  said: readonly SaidHeading[],
  found: Map<ZonedLine, Unnumbered>,
): void {
  const byLine = new Map(said.map((heading) => [heading.line, heading]));
  for (const line of lines) {
    const heading = byLine.get(line.number);
    if (!heading || isNumbered(line.folded)) continue;
    const given = Math.min(heading.length ?? line.text.length, line.text.length);
    // no character of two units is cut
    const end = /[\uD800-\uDBFF]$/.test(line.text.slice(0, given)) ? given + 1 : given;
    const sign = leadSign.exec(line.folded)?.[0].length ?? 0;
    found.set(line, {
      level: heading.level,
      sign: sign < end ? sign : 0,
      end,
      rule: 'said-to-be-heading',
    });
  }
}

/**
 * Finds the headings without a number among the lines of a report.
 * @param said lines that are headings whatever they look like; where whole lines are, short lines are none otherwise,
 * and where it is empty, there are none at all
 */
export function findUnnumbered(
  lines: readonly ZonedLine[],
  said?: readonly SaidHeading[],
): Map<ZonedLine, Unnumbered> {
  const found = new Map<ZonedLine, Unnumbered>();
  const text = lines.filter(({ role }) => role === 'text');
  if (said?.length === 0) return found;
  if (said) findSaid(text, said, found);
  if (!said || said.every(({ length }) => length !== undefined)) {
    // leads that are said stand below the lines that their shape tells
    for (const heading of found.values()) heading.level = leadLevel;
    findShortLines(text, found);
  }
  findLeads(text, found);
  return found;
}
