/**
 * Headings without a number, by how the lines of a file look beside its text: set bold, in the middle, in another face
 * or as headings. What is found is written into `report.yaml`, where people see it; the text itself never changes.
 */
import { fold, visibleLength } from '../../convert/parse/grammar.ts';
import type { SaidHeading } from '../../convert/parse/index.ts';
import { splitLines } from '../../convert/parse/lines.ts';
import {
  chapterHeading,
  isChapterName,
  mayBeHeading,
  mayBeLead,
} from '../../convert/parse/unnumbered.ts';
import { zone } from '../../convert/parse/zones.ts';

/** How a piece of text is set. */
export interface Look {
  /** Level of a heading element or an outline, from 1; 0 for none. */
  outline: number;
  centred: boolean;
  bold: boolean;
  /** Name of the face, as {@link faceOf} gives it; empty where nothing says it. */
  face: string;
  /** Size of the type in points; 0 where nothing says it. */
  size: number;
}

export const plainLook: Look = { outline: 0, centred: false, bold: false, face: '', size: 0 };

/** A stretch of a line that is set in one way. */
export interface Run {
  text: string;
  look: Look;
}

/** A face by the name that {@link Look} has for it: text is set in any other than 黑体 and 楷体, and often in several. */
export function faceOf(name: string): string {
  if (/simhei|黑体|heiti/iu.test(name)) return '黑体';
  return /kaiti|楷体/iu.test(name) ? '楷体' : '';
}

/** Han characters: figures are set in other faces than the words around them. */
const weightOf = (text: string) => text.match(/\p{Script=Han}/gu)?.length ?? 0;

/** A line of the text and how it is set. */
export interface SeenLine {
  text: string;
  runs: readonly Run[];
}

const sameLook = (a: Look, b: Look) =>
  a.outline === b.outline &&
  a.centred === b.centred &&
  a.bold === b.bold &&
  a.face === b.face &&
  a.size === b.size;

/** The look most characters have. */
function usualLook(runs: readonly Run[]): Look {
  const weights = new Map<string, { look: Look; weight: number }>();
  for (const { text, look } of runs) {
    const key = JSON.stringify(look);
    const entry = weights.get(key) ?? { look, weight: 0 };
    entry.weight += weightOf(text);
    weights.set(key, entry);
  }
  return [...weights.values()].sort((a, b) => b.weight - a.weight)[0]?.look ?? plainLook;
}

/** Part of a line that must be set in one way for the line to be. */
const nearlyAll = 0.9;

/** The look of a line as a whole; undefined where it is set in several ways. */
function wholeLook({ runs }: SeenLine): Look | undefined {
  const total = runs.reduce((sum, { text }) => sum + weightOf(text), 0);
  const look = usualLook(runs);
  const share = runs
    .filter((run) => sameLook(run.look, look))
    .reduce((sum, { text }) => sum + weightOf(text), 0);
  return total > 0 && share >= total * nearlyAll ? look : undefined;
}

/** Sizes that differ by less, in points, are the same to the eye. */
const sameSize = 0.8;

/** Whether type stands out from that of the text: it is heavier, of another face that is no smaller, or larger. */
function standsOut(look: Look, usual: Look): boolean {
  const larger = look.size - usual.size >= sameSize;
  const smaller = usual.size - look.size >= sameSize;
  if (smaller) return false;
  return (look.bold && !usual.bold) || larger || look.face !== usual.face;
}

/** Characters of a line up to the n-th visible one, with the stop behind it. */
function reach(text: string, visible: number): number {
  let seen = 0;
  let at = 0;
  while (at < text.length && seen < visible) {
    if (visibleLength(text[at] as string) > 0) seen++;
    at++;
  }
  return at + (/^[。.：:]/u.exec(text.slice(at))?.[0].length ?? 0);
}

/** Length of what stands out at the start of a line before its text; 0 where nothing does. */
function leadLength(line: SeenLine, usual: Look): number {
  const text = line.text.trim();
  let visible = 0;
  for (const run of line.runs) {
    if (weightOf(run.text) > 0 && !standsOut(run.look, usual)) break;
    visible += visibleLength(run.text);
  }
  const end = visible === 0 ? 0 : reach(text, visible);
  return end > 0 && end < text.length && mayBeLead(fold(text), end) ? end : 0;
}

interface Candidate {
  at: number;
  look: Look;
  length?: number;
}

/** Lines below a heading of which one must hold text. */
const nearest = 4;
/** Fewest headings of one look, where their names are none of chapters. */
const fewestAlike = 2;

/** Faces of headings, those of lower ones first (GB/T 9704—2012, 7.3.3: 一级用黑体字，二级用楷体字). */
const faces = ['楷体', '黑体'];

/** Whether of two looks the first is that of headings above those of the second. */
function isAbove(a: Look, b: Look): boolean {
  if (a.outline !== b.outline) return a.outline > 0 && (b.outline === 0 || a.outline < b.outline);
  if (a.centred !== b.centred) return a.centred;
  if (Math.abs(a.size - b.size) >= sameSize) return a.size > b.size;
  return faces.indexOf(a.face) > faces.indexOf(b.face);
}

/** The lines that stand out as a whole, by their looks, which are in order of their levels. */
function byLook(candidates: readonly Candidate[]): Candidate[][] {
  return [...Map.groupBy(candidates, ({ look }) => JSON.stringify(look)).values()];
}

/**
 * Looks of which none is above the other are of one level, unless one is seen right below the other, or there are more
 * of it and the first of them comes later.
 */
function levelsOf(groups: readonly Candidate[][]): Candidate[][] {
  const levels: Candidate[][] = [];
  const sorted = [...groups].sort((a, b) => {
    const [first, second] = [(a[0] as Candidate).look, (b[0] as Candidate).look];
    return isAbove(first, second) ? -1 : isAbove(second, first) ? 1 : 0;
  });
  for (const group of sorted) {
    const last = levels.at(-1);
    const places = new Set(last?.map(({ at }) => at));
    const below =
      group.some(({ at }) => places.has(at - 1)) ||
      (last !== undefined &&
        group.length > last.length &&
        (group[0] as Candidate).at > (last[0] as Candidate).at);
    if (last && !below && !isAbove((last[0] as Candidate).look, (group[0] as Candidate).look))
      last.push(...group);
    else levels.push([...group]);
  }
  return levels;
}

/**
 * Finds headings without a number by the looks of lines. A look that only one line has makes no heading, unless the
 * line is called as chapters are.
 * @returns lines counted from 1, in reading order; none where looks tell nothing
 */
export function headingsOf(lines: readonly SeenLine[]): SaidHeading[] {
  const usual = usualLook(lines.flatMap(({ runs }) => runs));
  const folded = lines.map(({ text }) => fold(text.trim()));
  const whole: Candidate[] = [];
  const leads: Candidate[] = [];
  const { lines: zoned } = zone(splitLines(lines.map(({ text }) => text).join('\n')));
  const texts = new Set(zoned.flatMap(({ role, number }) => (role === 'text' ? [number] : [])));
  lines.forEach((line, at) => {
    if (!texts.has(at + 1)) return;
    const look = wholeLook(line);
    const below = folded.slice(at + 1, at + 1 + nearest).find((next) => next !== '');
    if (look && mayBeHeading(folded[at] as string, below)) {
      const name = isChapterName(folded[at] as string);
      const alone = look.centred && !usual.centred && name;
      if (look.outline > 0 || standsOut(look, usual) || alone) whole.push({ at, look });
      return;
    }
    const length = leadLength(line, usual);
    if (length > 0) leads.push({ at, look: plainLook, length });
  });
  const groups = byLook(whole).filter(
    (group) =>
      group.length >= fewestAlike || group.every(({ at }) => isChapterName(folded[at] as string)),
  );
  const levels = [...levelsOf(groups), ...(leads.length >= fewestAlike ? [leads] : [])];
  const closes = ({ at, length }: Candidate) => {
    const name = folded[at] as string;
    return length === undefined && chapterHeading.test(name) && isChapterName(name);
  };
  // where no chapter of the first level is one of problems or plans, those that are set like lower headings are chapters
  const promotes = !levels[0]?.some(closes);
  return levels
    .flatMap((level, index) =>
      level.map((candidate) => ({
        line: candidate.at + 1,
        level: promotes && closes(candidate) ? 1 : index + 1,
        ...(candidate.length === undefined ? {} : { length: candidate.length }),
      })),
    )
    .sort((a, b) => a.line - b.line);
}
