/**
 * Headings without a number, by how the lines of a file look beside its text: set bold, in the middle, in another face
 * or as headings. What is found is written into `report.yaml`, where people see it; the text itself never changes.
 */
import { fold, visibleLength } from '../../convert/parse/grammar.ts';
import { isShaped, mayBeHeading, mayBeLead } from '../../convert/parse/heading-shapes.ts';
import type { SaidHeading } from '../../convert/parse/index.ts';
import { splitLines } from '../../convert/parse/lines.ts';
import { type Look, plainLook, sameSize } from '../../convert/parse/looks.ts';
import { findHeadings, type Seen } from '../../convert/parse/unnumbered.ts';
import { zone } from '../../convert/parse/zones.ts';

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

/** The look most characters have, and its part of them. */
function usualLook(runs: readonly Run[]): { look: Look; share: number } {
  const weights = new Map<string, number>();
  for (const { text, look } of runs) {
    const key = JSON.stringify(look);
    weights.set(key, (weights.get(key) ?? 0) + weightOf(text));
  }
  const [[key, weight] = ['', 0]] = [...weights].sort(([, a], [, b]) => b - a);
  const total = [...weights.values()].reduce((sum, each) => sum + each, 0);
  return weight > 0
    ? { look: JSON.parse(key), share: weight / total }
    : { look: plainLook, share: 0 };
}

/** Part of a line that must be set in one way for the line to be. */
const nearlyAll = 0.9;
/** Part of a text that one face must set: a PDF may have many fonts for the characters of one. */
const mostlyOne = 0.5;

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

const withoutFaces = ({ text, runs }: SeenLine): SeenLine => ({
  text,
  runs: runs.map((run) => ({ ...run, look: { ...run.look, face: '' } })),
});

/** Lines below a heading of which one must hold text. */
const nearest = 4;

/**
 * Finds headings without a number by the looks of lines, and by the shape of lines beside those that stand out.
 * @returns lines counted from 1, in reading order; none where looks tell nothing
 */
export function headingsOf(seenLines: readonly SeenLine[]): SaidHeading[] {
  const runs = seenLines.flatMap(({ runs }) => runs);
  const faces = runs.map(({ text, look }) => ({ text, look: { ...plainLook, face: look.face } }));
  const lines = usualLook(faces).share >= mostlyOne ? seenLines : seenLines.map(withoutFaces);
  const usual = usualLook(lines.flatMap(({ runs }) => runs)).look;
  const folded = lines.map(({ text }) => fold(text.trim()));
  const seen = new Map<number, Seen>();
  lines.forEach((line, at) => {
    const { look, share } = usualLook(line.runs);
    const below = folded.slice(at + 1, at + 1 + nearest).find((next) => next !== '');
    const name = folded[at] as string;
    if (share >= nearlyAll && mayBeHeading(name, below)) {
      const centred = look.centred && !usual.centred && isShaped(name);
      if (look.outline > 0 || standsOut(look, usual) || centred) seen.set(at + 1, { look });
      return;
    }
    const lead = leadLength(line, usual);
    if (lead > 0) seen.set(at + 1, { lead });
  });
  const { lines: zoned } = zone(splitLines(lines.map(({ text }) => text).join('\n')));
  const found = [...findHeadings(zoned, seen)].map(([line, heading]) => ({ line, ...heading }));
  if (!found.some(({ rule }) => rule === 'stands-out')) return [];
  const levels = [...new Set(found.map(({ level }) => level))].sort((a, b) => a - b);
  return found
    .map(({ line, level, end }) => ({
      line: line.number,
      level: levels.indexOf(level) + 1,
      ...(end < line.text.length ? { length: end } : {}),
    }))
    .sort((a, b) => a.line - b.line);
}
