/**
 * Headings without a number: lines that an editor or the reader of a file names, short lines without a stop between
 * paragraphs, and leads: what stands before the text of a paragraph, behind a sign, in brackets, or set off by a stop
 * where most paragraphs of a chapter open alike. A wrong heading is worse than a missing one: a line that stands alone
 * must be called as chapters of these reports are.
 */
import { visibleLength } from './grammar.ts';
import {
  announcing,
  bracketed,
  chapterHeading,
  isChapterName,
  isNumbered,
  isRow,
  isShaped,
  isText,
  labelBeforeText,
  leastBehindLead,
  longest,
  numberOf,
  sentence,
  stop,
} from './heading-shapes.ts';
import { isAbove, type Look, plainLook } from './looks.ts';
import { leadEnd } from './points.ts';
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

/** Fewest headings of one kind that bear each other out. */
const fewestAlike = 2;

/** The end of a paragraph, or of a row. */
const ended = /[。!?;:…]["'”’)》]*$|\t/u;

/** How a line stands out from the text: as a whole, or up to a place. */
export interface Seen {
  look?: Look;
  /** UTF-16 units from the start of the line. */
  lead?: number;
}

/** What stands out, by lines counted from 1; formats without looks show nothing. */
export type SeenLines = ReadonlyMap<number, Seen>;

const looks: SectionRule = 'stands-out';

/** Signs that lead items of a list. */
const leadSign =
  /^(?:\p{Pd}{1,3}|[\p{S}\p{Co}•·※§*#‣⁃〇]{1,2}|一一|[lnuvØü]\s)\s*(?=[\p{Script=Han}“《])/u;

/** Length of the sign a line begins with. */
const signOf = (folded: string) => leadSign.exec(folded)?.[0].length ?? 0;

/** A numbered heading on a line of its own. */
const isHeadingLine = (folded: string) =>
  isNumbered(folded) && visibleLength(folded) <= longest && !sentence.test(folded);

/** A whole line that may be a heading. */
interface Whole {
  at: number;
  /** Without the sign before it. */
  name: string;
  sign: number;
  look: Look;
  /** What headings of one level have in common: how they look, the sign before them, what closes them. */
  kind: string;
  /** The numbered section that it follows. */
  run: number;
  /** A list of numbers begins or goes on below it, or below its opening sentence. */
  aboveNumbers: boolean;
}

/** What closes a short line that is no word of it. */
const closer = /[^\p{Script=Han}”》)]$/u;

/** Lines that stand out, and lines of the shape of headings that stand between paragraphs. */
function wholesOf(lines: readonly ZonedLine[], seen: SeenLines): Whole[] {
  const shapes = lines.map(({ folded, number }) => {
    const look = seen.get(number)?.look;
    const sign = signOf(folded);
    const name = folded.slice(sign);
    const mark = sign > 0 ? (folded[0] as string) : (closer.exec(folded)?.[0] ?? '');
    const kind = look ? JSON.stringify(look) : mark;
    return look || isShaped(name) ? { name, sign, look: look ?? plainLook, kind } : undefined;
  });
  let run = 0;
  return lines.flatMap(({ folded }, at) => {
    if (numberOf(folded)) run++;
    const shape = shapes[at];
    const below = lines[at + 1]?.folded;
    if (!shape || below === undefined) return [];
    const above = lines[at - 1]?.folded;
    const text = lines[at + 2]?.folded;
    const free = above === undefined || shapes[at - 1] || stop.test(above) || isHeadingLine(above);
    // an opening sentence may stand between a heading and its list: 主要有以下问题。1.…
    const list = numberOf(below) ?? (stop.test(below) && text ? numberOf(text) : undefined);
    const leads = list || isText(below) || (shapes[at + 1] && text !== undefined && isText(text));
    if (shape.look === plainLook && !(free && leads)) return [];
    const aboveNumbers = list?.number === 1 || list?.style === 'n';
    return [{ ...shape, at, run, aboveNumbers }];
  });
}

/** Looks of headings that tell all levels of a report, so that no other line is a heading. */
const fewestLevels = 2;

/** Those of which there are several of a key. */
const alikeBy = (wholes: readonly Whole[], key: (whole: Whole) => string) =>
  [...Map.groupBy(wholes, key).values()].filter((group) => group.length >= fewestAlike).flat();

/** Headings that are called as chapters are, or more than one of a kind, in reading order. */
function chooseWholes(lines: readonly ZonedLine[], seen: SeenLines): Whole[] {
  const wholes = wholesOf(lines, seen);
  const stands = ({ look }: Whole) => look !== plainLook;
  const isName = ({ name }: Whole) => isChapterName(name);
  const kinds = Map.groupBy(wholes.filter(stands), ({ kind }) => kind);
  const standing = [...kinds.values()].filter(
    (group) => group.length >= fewestAlike || group.every(isName),
  );
  const shaped = standing.length >= fewestLevels ? [] : wholes.filter((each) => !stands(each));
  const chosen = new Set([
    ...standing.flat(),
    ...shaped.filter(isName),
    ...alikeBy(shaped, ({ run, kind }) => `${run} ${kind}`),
    ...alikeBy(
      shaped.filter(({ aboveNumbers }) => aboveNumbers),
      ({ kind }) => kind,
    ),
  ]);
  return wholes.filter((each) => chosen.has(each));
}

/**
 * Headings by kind, those of chapters first. Kinds of which none looks above the other are of one level, unless one is
 * seen right below the other, or there are more of it and the first of them comes later.
 */
function kindLevels(chosen: readonly Whole[]): Whole[][] {
  const levels: Whole[][] = [];
  const kinds = [...Map.groupBy(chosen, ({ kind }) => kind).values()].sort(([a], [b]) => {
    const [first, second] = [(a as Whole).look, (b as Whole).look];
    return isAbove(first, second) ? -1 : isAbove(second, first) ? 1 : 0;
  });
  for (const group of kinds) {
    const last = levels.at(-1);
    const places = new Set(last?.map(({ at }) => at));
    const [first, lastFirst] = [group[0] as Whole, last?.[0]];
    const below =
      group.some(({ at }) => places.has(at - 1)) ||
      (last && lastFirst && group.length > last.length && first.at > lastFirst.at);
    if (last && !below && !isAbove((lastFirst as Whole).look, first.look)) last.push(...group);
    else levels.push([...group]);
  }
  return levels;
}

/** Most paragraphs of the opening words of a chapter whose measures have headings. */
const longestOpening = 2;

/** Parts those of one kind whose text is the headings below them from those; chapters are upper as well. */
function splitHolders(level: readonly Whole[], lines: readonly ZonedLine[]): Whole[][] {
  const inOrder = level.toSorted((a, b) => a.at - b.at);
  const lastName = inOrder.findLast(({ name }) => isChapterName(name));
  /** It has no text of its own, or one that announces what follows: the next heading is below it. */
  const holds = (heading: Whole, next: Whole | undefined) => {
    if (!next) return false;
    const between = lines.slice(heading.at + 1, next.at);
    const [only] = between;
    if (between.length === 0 || (between.length === 1 && /:$/u.test(only?.folded ?? '')))
      return true;
    // 主要举措和成效 holds the measures that follow its opening words, up to the next chapter
    return (
      between.length <= longestOpening &&
      announcing.test(heading.name) &&
      !isChapterName(next.name) &&
      lastName !== undefined &&
      lastName.at > next.at
    );
  };
  const holders = new Set(inOrder.filter((heading, at) => holds(heading, inOrder[at + 1])));
  const isUpper = (heading: Whole) => holders.has(heading) || isChapterName(heading.name);
  const lower = inOrder.filter((heading) => !isUpper(heading));
  return holders.size > 0 && lower.length > 0 ? [inOrder.filter(isUpper), lower] : [inOrder];
}

/** Whole lines that are headings. */
function findWholes(
  lines: readonly ZonedLine[],
  seen: SeenLines,
  found: Map<ZonedLine, Unnumbered>,
): void {
  const levels = kindLevels(chooseWholes(lines, seen)).flatMap((level) =>
    splitHolders(level, lines),
  );
  const closes = ({ name }: Whole) => chapterHeading.test(name) && isChapterName(name);
  // where no chapter of the first level is one of problems or plans, those that are set like lower headings are chapters
  const promotes = !levels[0]?.some(closes);
  for (const [index, level] of levels.entries())
    for (const heading of level) {
      const line = lines[heading.at] as ZonedLine;
      const shape = isChapterName(heading.name) ? 'line-called-as-chapter' : 'short-lines-alike';
      if (!found.has(line))
        found.set(line, {
          level: promotes && closes(heading) ? 1 : index + 1,
          sign: heading.sign,
          end: line.text.length,
          rule: heading.look === plainLook ? shape : looks,
        });
    }
}

/** A lead, and what it has in common with others of its kind. */
interface Lead extends Unnumbered {
  kind: string;
}

/** Lead behind a sign: a short sentence before its text. */
function signedLead(folded: string): Lead | undefined {
  const sign = signOf(folded);
  if (sign === 0) return undefined;
  const label = labelBeforeText.exec(folded.slice(sign));
  const end = leadEnd(folded, sign, folded.length) ?? (label && sign + label[0].length);
  const kind = folded[0] as string;
  return end === null ? undefined : { kind, level: leadLevel, sign, end, rule: 'lead-behind-sign' };
}

/** A short phrase that a stop, a colon or a wide gap sets off from its text. */
const setOff = /^([^。;:!?\s]{4,30})(?:([。:])|\s+)/u;
/** What opens sentences, and no names of measures. */
const sentenceOpens =
  /^(?:20\d\d年|[今去本上近]年|一年来|同时|此外|另外|其中|目前|当前|全年|截至|对此|上述|按照|根据|通过|虽然|尽管|但|因此|为此|由于|随着|总[的体]|分析|对照|[这该其])|[,、]$/u;

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

/** Two leads alone bear each other out where their lengths differ by no more. */
const sameLength = 3;

/** Whether the paragraphs of a chapter open with leads of a kind: most do, and most of those have as many clauses. */
function areAlike(leads: readonly (readonly [ZonedLine, Lead])[], starts: readonly ZonedLine[]) {
  const opening = starts[0] === leads[0]?.[0] ? 0 : 1;
  if (leads.length < Math.max(fewestAlike, (starts.length - opening) * mostAlike)) return false;
  const [first = 0, second = 0] = leads.map(([, { end }]) => end);
  if (leads.length === fewestAlike && Math.abs(first - second) > sameLength) return false;
  const clauses = ([{ folded }, { end }]: readonly [ZonedLine, Lead]) =>
    folded.slice(0, end).split(',').length;
  const groups = [...Map.groupBy(leads, clauses).values()];
  return Math.max(...groups.map((group) => group.length)) >= leads.length * mostAlike;
}

/** Leads that stand out, behind signs and in brackets, of which a report has more than one, and those their chapter bears out. */
function findLeads(
  lines: readonly ZonedLine[],
  seen: SeenLines,
  found: Map<ZonedLine, Unnumbered>,
): void {
  const marked: [ZonedLine, Lead][] = [];
  const chapters: { starts: ZonedLine[]; leads: [ZonedLine, Lead][]; closed: boolean }[] = [];
  const open = () => {
    chapters.push({ starts: [], leads: [], closed: false });
  };
  open();
  for (const [at, line] of lines.entries()) {
    const { folded } = line;
    if (found.has(line) || numberOf(folded)) {
      open();
      continue;
    }
    const chapter = chapters.at(-1) as (typeof chapters)[number];
    const end = seen.get(line.number)?.lead;
    const stands = end ? { kind: '', level: leadLevel, sign: 0, end, rule: looks } : undefined;
    const lead = stands ?? signedLead(folded) ?? runInLead(folded);
    const above = lines[at - 1]?.folded;
    if (lead && (stands || lead.sign > 0)) {
      marked.push([line, lead]);
      chapter.closed = true;
    } else if (!isRow(folded) && (chapter.starts.length === 0 || !above || ended.test(above))) {
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

/** Headings that are said, by their lines. */
function findSaid(
  lines: readonly ZonedLine[],
  said: readonly SaidHeading[],
): Map<ZonedLine, Unnumbered> {
  const found = new Map<ZonedLine, Unnumbered>();
  const byLine = new Map(said.map((heading) => [heading.line, heading]));
  for (const line of lines) {
    const heading = byLine.get(line.number);
    if (!heading || line.role !== 'text' || isNumbered(line.folded)) continue;
    const given = Math.min(heading.length ?? line.text.length, line.text.length);
    // no character of two units is cut
    const end = /[\uD800-\uDBFF]$/.test(line.text.slice(0, given)) ? given + 1 : given;
    const sign = signOf(line.folded);
    found.set(line, {
      level: heading.level,
      sign: sign < end ? sign : 0,
      end,
      rule: 'said-to-be-heading',
    });
  }
  return found;
}

/**
 * Finds the headings without a number that the lines of a report show by their shape, and by how they look.
 * @param seen what stands out; nothing where only the text is known
 */
export function findHeadings(
  lines: readonly ZonedLine[],
  seen: SeenLines = new Map(),
): Map<ZonedLine, Unnumbered> {
  const found = new Map<ZonedLine, Unnumbered>();
  const text = lines.filter(({ role }) => role === 'text');
  findWholes(text, seen, found);
  findLeads(text, seen, found);
  return found;
}

/**
 * The headings without a number of a report.
 * @param said lines that are headings whatever they look like; where given, there are no others
 */
export function findUnnumbered(
  lines: readonly ZonedLine[],
  said?: readonly SaidHeading[],
): Map<ZonedLine, Unnumbered> {
  return said ? findSaid(lines, said) : findHeadings(lines);
}
