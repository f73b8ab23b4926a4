/**
 * Headings without a number: lines that an editor or the reader of a file names, short lines without a stop between
 * paragraphs, and leads behind a dash or a bullet. A wrong heading is worse than a missing one: a line that stands alone
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
export function isChapterName(folded: string): boolean {
  return frame.test(folded) || (chapterTail.test(folded) && !/[,、]/u.test(folded));
}

/** Names of chapters whose measures have headings of their own. */
const announcing =
  /^(?!.*(?:基本|总体|概况|问题|不足)).*(?:举措|措施|做法|成效|成绩|成果|开展情况|工作情况|落实情况|推进情况|进展)$/u;

/** Whether a heading closes or opens the whole report. */
export const isFrame = (folded: string): boolean => frame.test(folded);

/** Words that no heading holds or begins with: they speak to somebody, or tell what was done. */
const spoken =
  /了|如下|调研|视察|出席|主持|举行|现场|合影|讲话|^(?:现将|特此|以上|综上|附|图|表|注|各位|同志|记者|来源|责任|编辑|审核|撰稿|联系)/u;

/** Who does something: so a sentence begins, or a caption. */
const subject =
  /^(?:[全我本各][国省市县区州盟旗镇乡局委厅办级单部地所]|[省市县区州盟旗镇乡局委厅](?!域)|会议|领导|党中央|国务院)/u;

/** A line that has the shape of a heading. */
function isShaped(folded: string): boolean {
  const length = visibleLength(folded);
  return (
    length >= shortest &&
    length <= longest &&
    /^(?:\p{Script=Han}|20\d\d年|[“《])/u.test(folded) &&
    /[\p{Script=Han}”》)]$/u.test(folded) &&
    !sentence.test(folded) &&
    !/\d/u.test(folded.replace(/20\d\d年/gu, '')) &&
    !spoken.test(folded) &&
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
  isTitleLine(folded) ||
  spoken.test(folded);

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
    /[。:.]$|^\S+$/u.test(lead) &&
    (/[。:.]$/u.test(lead) || /^\s/u.test(folded.slice(end))) &&
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
const leadSign = /^(?:\p{Pd}{1,3}|[\p{S}•·※§*#‣⁃]{1,2})\s*(?=[\p{Script=Han}“《])/u;

/** Lead behind a sign: a short sentence before its text, or a whole line. */
function leadOf(folded: string, next: string | undefined): Unnumbered | undefined {
  const sign = leadSign.exec(folded)?.[0].length ?? 0;
  if (sign === 0) return undefined;
  const end = leadEnd(folded, sign, folded.length) ?? labelEnd(folded, sign);
  if (end !== null) return { level: leadLevel, sign, end, rule: 'lead-behind-sign' };
  const alone = isShaped(folded.slice(sign)) && next !== undefined && isText(next);
  return alone
    ? { level: leadLevel, sign, end: folded.length, rule: 'lead-behind-sign' }
    : undefined;
}

/** End of a label with a colon before a text that goes on. */
function labelEnd(folded: string, from: number): number | null {
  const label = /^[^,。;:\d]{2,20}:(?=.{12})/u.exec(folded.slice(from, from + 40));
  return label ? from + label[0].length : null;
}

/** Leads behind signs; a sign that leads one line only is none. */
function findLeads(lines: readonly ZonedLine[], found: Map<ZonedLine, Unnumbered>): void {
  const bySign = new Map<string, [ZonedLine, Unnumbered][]>();
  lines.forEach((line, at) => {
    const lead = leadOf(line.folded, lines[at + 1]?.folded);
    if (!lead) return;
    const sign = line.folded[0] as string;
    bySign.set(sign, [...(bySign.get(sign) ?? []), [line, lead]]);
  });
  for (const leads of bySign.values())
    if (leads.length >= fewestAlike) for (const [line, lead] of leads) found.set(line, lead);
}

/** Lines of the shape of headings that stand between paragraphs, in runs that no numbered section parts. */
function shapedRuns(lines: readonly ZonedLine[]): ZonedLine[][] {
  const shaped = lines.map(({ folded }) => isShaped(folded));
  const runs: ZonedLine[][] = [[]];
  lines.forEach((line, at) => {
    const { folded } = line;
    if (markerAt(folded, opens(folded))) runs.push([]);
    const above = lines[at - 1];
    const below = lines[at + 1];
    if (!shaped[at] || !below) return;
    const free = !above || shaped[at - 1] || stop.test(above.folded) || isHeadingLine(above.folded);
    const text = lines[at + 2];
    const leads = isText(below.folded) || (shaped[at + 1] && text && isText(text.folded));
    if (free && leads) (runs.at(-1) as ZonedLine[]).push(line);
  });
  return runs;
}

/** A numbered heading on a line of its own. */
const isHeadingLine = (folded: string) =>
  isNumbered(folded) && visibleLength(folded) <= longest && !sentence.test(folded);

/** Short lines that are headings: called as chapters are, or more than one of a kind. */
function findShortLines(lines: readonly ZonedLine[], found: Map<ZonedLine, Unnumbered>): void {
  const runs = shapedRuns(lines);
  const chosen = runs
    .flatMap((run) =>
      run.filter(({ folded }) => run.length >= fewestAlike || isChapterName(folded)),
    )
    .filter((line) => !found.has(line));
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

/**
 * Finds the headings without a number among the lines of a report.
 * @param said lines that are headings whatever they look like; where given, short lines are none otherwise
 */
export function findUnnumbered(
  lines: readonly ZonedLine[],
  said?: readonly SaidHeading[],
): Map<ZonedLine, Unnumbered> {
  const found = new Map<ZonedLine, Unnumbered>();
  const text = lines.filter(({ role }) => role === 'text');
  findLeads(text, found);
  if (!said) {
    findShortLines(text, found);
    return found;
  }
  const byLine = new Map(said.map((heading) => [heading.line, heading]));
  for (const line of text) {
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
  return found;
}
