/**
 * Third stage: lines of text → paragraphs. Line breaks that a word processor or a PDF put inside a sentence are
 * joined; breaks that the author made are kept.
 */
import {
  attachmentStart,
  damagedIndent,
  fold,
  markerAt,
  pointFamilies,
  visibleLength,
} from './grammar.ts';
import type { Role, ZonedLine } from './zones.ts';

/** A paragraph as one string, and the line it begins on. */
export interface Paragraph {
  role: Role;
  text: string;
  line: number;
}

const sentenceClosed = /[。!?;:…][”"’』」)》]*$/u;
const continues = /(?:[,、(《“‘〈]|\d[-—])$/u;
const cannotBegin = /^[,。、;:)》”’〉]/u;
const wide = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF“”‘’…—]/u;

/** Columns a text takes: wide characters two, others one. */
function columns(text: string): number {
  let sum = 0;
  for (const character of text) sum += wide.test(character) ? 2 : 1;
  return sum;
}

/**
 * Columns of a full line in a document with hard line breaks, undefined in one without: most of its lines break off
 * without a stop, at nearly the same width.
 */
function wrapWidth(lines: readonly ZonedLine[]): number | undefined {
  const broken = lines.filter(
    (line) => line.role === 'text' && !sentenceClosed.test(fold(line.text)),
  );
  const widths = broken.map((line) => columns(line.text)).filter((width) => width >= 30);
  if (widths.length < 5) return undefined;
  widths.sort((a, b) => a - b);
  const full = widths[Math.floor(widths.length * 0.9)] as number;
  const near = widths.filter((width) => Math.abs(width - full) <= 4).length;
  return full <= 130 && near >= widths.length * 0.6 ? full : undefined;
}

function openBracket(folded: string): boolean {
  const tail = folded.slice(-40);
  return [
    ['《', '》'],
    ['(', ')'],
    ['“', '”'],
  ].some(([open, close]) => tail.lastIndexOf(open as string) > tail.lastIndexOf(close as string));
}

function closesBracket(folded: string): boolean {
  return /^[^《(“]{0,40}[》)”]/u.test(folded);
}

function beginsPoint(folded: string): boolean {
  return pointFamilies.some((family) => folded.search(family.pattern) === 0);
}

/** Whether the break between two neighbouring lines of text stands inside a sentence. */
function isBrokenSentence(
  above: ZonedLine,
  current: string,
  below: ZonedLine,
  width: number | undefined,
): boolean {
  const a = fold(current);
  const b = fold(below.text);
  if (above.text.includes('\t') || below.text.includes('\t')) return false;
  if (cannotBegin.test(b)) return true;
  const marker = markerAt(a, 0);
  if (marker && marker.length >= a.length) return true;
  if (
    markerAt(b, damagedIndent.exec(b)?.[0].length ?? 0) ||
    beginsPoint(b) ||
    attachmentStart.test(b)
  )
    return false;
  if (sentenceClosed.test(a)) return false;
  if (continues.test(a) || (openBracket(a) && closesBracket(b))) return true;
  const full = width !== undefined && columns(above.text) >= width - 4;
  if (full) return true;
  const adjacent = below.number - above.number <= 1;
  const heading = marker !== undefined && !/[。!?]/u.test(a);
  return adjacent && !heading && visibleLength(a) >= 20;
}

/** Joins without a blank where East Asian text meets, with one between words of other scripts. */
function join(a: string, b: string): string {
  return wide.test(a.at(-1) ?? '') || wide.test(b[0] ?? '') ? a + b : `${a} ${b}`;
}

/** Joins the lines of each paragraph; furniture is left out. */
export function joinLines(lines: readonly ZonedLine[]): Paragraph[] {
  const width = wrapWidth(lines);
  const paragraphs: Paragraph[] = [];
  let above: ZonedLine | undefined;
  for (const line of lines) {
    if (line.role === 'furniture') continue;
    const last = paragraphs.at(-1);
    if (
      last &&
      above &&
      line.role === 'text' &&
      last.role === 'text' &&
      isBrokenSentence(above, last.text, line, width)
    ) {
      last.text = join(last.text, line.text);
    } else {
      paragraphs.push({ role: line.role, text: line.text, line: line.number });
    }
    above = line;
  }
  return paragraphs;
}
