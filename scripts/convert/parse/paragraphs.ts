/**
 * Third stage: lines of text → paragraphs. Line breaks that a word processor or a PDF put inside a sentence are
 * joined; breaks that the author made are kept.
 */
import { attachmentStart, damagedIndent, pointFamilies, visibleLength } from './grammar.ts';
import { markerAt } from './section-numbers.ts';
import { Slice } from './slice.ts';
import type { Role, ZonedLine } from './types.ts';
import type { Unnumbered } from './unnumbered.ts';

/** A paragraph, and what its lines are. */
export interface Paragraph {
  role: Role;
  text: Slice;
  /** It begins with a heading that has no number. */
  unnumbered?: Unnumbered;
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

/** A document has hard line breaks where this many lines break off without a stop, each this many columns wide. */
const fewestBroken = 5;
const narrowestBroken = 30;
/** The width of a full line is that of the widest lines, the widest tenth left out, and never more than a page has. */
const fullLine = 0.9;
const widestPage = 130;
/** Columns that a full line may lack: a word or a stop that went to the next one. */
const slack = 4;
/** Part of the broken lines that must be full. */
const mostlyFull = 0.6;
/** Part of all lines that may be wider than a full one, as cells of a table are: lines that a program broke are not. */
const mostlyWithin = 0.9;

/**
 * Columns of a full line in a document with hard line breaks, undefined in one without: most of its lines break off
 * without a stop, at nearly the same width.
 */
function wrapWidth(lines: readonly ZonedLine[]): number | undefined {
  const text = lines.filter((line) => line.role === 'text');
  const broken = text.filter((line) => !sentenceClosed.test(line.folded));
  const widths = broken
    .map((line) => columns(line.text))
    .filter((width) => width >= narrowestBroken);
  if (widths.length < fewestBroken) return undefined;
  widths.sort((a, b) => a - b);
  const full = widths[Math.floor(widths.length * fullLine)] as number;
  const near = widths.filter((width) => Math.abs(width - full) <= slack).length;
  if (full > widestPage || near < widths.length * mostlyFull) return undefined;
  const within = text.filter((line) => columns(line.text) <= full + slack).length;
  return within >= text.length * mostlyWithin ? full : undefined;
}

/** Longest words in brackets that a line break may cut: 《关于加强…的 / 意见》. */
const longestBracketed = 40;

function openBracket(folded: string): boolean {
  const tail = folded.slice(-longestBracketed);
  return [
    ['《', '》'],
    ['(', ')'],
    ['“', '”'],
  ].some(([open, close]) => tail.lastIndexOf(open as string) > tail.lastIndexOf(close as string));
}

const closing = new RegExp(`^[^《(“]{0,${longestBracketed}}[》)”]`, 'u');

function beginsPoint(folded: string): boolean {
  return pointFamilies.some((family) => folded.search(family.pattern) === 0);
}

/** A paragraph that may go on, with what of its text decides that. */
interface Open {
  role: Role;
  lines: ZonedLine[];
  /** Begins with a section number and holds no full stop yet. */
  heading: boolean;
  /** Consists of a section number only. */
  bare: boolean;
  /** Begins with a heading that has no number. */
  unnumbered: Unnumbered | undefined;
  /** Visible characters so far. */
  length: number;
}

function open(line: ZonedLine, unnumbered: Unnumbered | undefined): Open {
  const { folded } = line;
  const marker = markerAt(folded, damagedIndent.exec(folded)?.[0].length ?? 0);
  return {
    role: line.role,
    lines: [line],
    heading: marker !== undefined && !/[。!?]/u.test(folded),
    bare: marker !== undefined && marker.length >= folded.length,
    length: visibleLength(folded),
    unnumbered,
  };
}

/** Fewest characters of a paragraph without number that the next line goes on with. */
const shortestOpen = 20;

/** Whether the break between the last line of a paragraph and the next line stands inside a sentence. */
function isBrokenSentence(
  paragraph: Open,
  above: ZonedLine,
  below: ZonedLine,
  width: number | undefined,
): boolean {
  const a = above.folded;
  const b = below.folded;
  if (above.text.includes('\t') || below.text.includes('\t')) return false;
  if (cannotBegin.test(b) || paragraph.bare) return true;
  const indent = damagedIndent.exec(b)?.[0].length ?? 0;
  if (markerAt(b, indent) || beginsPoint(b) || attachmentStart.test(b)) return false;
  if (sentenceClosed.test(a)) return false;
  if (continues.test(a) || (openBracket(a) && closing.test(b))) return true;
  if (width !== undefined && columns(above.text) >= width - slack) return true;
  const adjacent = below.number - above.number <= 1;
  return adjacent && !paragraph.heading && paragraph.length >= shortestOpen;
}

/** A number that goes on behind a line break: 12. / 4万, 1 / 200余户. */
const numberBroken = (above: string, below: string) =>
  /\d[.,]?$/.test(above) && /^[\d.%]/.test(below);

/** What stands between two joined lines: nothing where East Asian text meets or a number goes on, else a blank. */
const glue = (above: string, below: string) =>
  wide.test(above.at(-1) ?? '') || wide.test(below[0] ?? '') || numberBroken(above, below)
    ? ''
    : ' ';

/**
 * Joins the lines of each paragraph; furniture is left out.
 * @param unnumbered lines that begin with a heading without a number
 */
export function joinLines(
  lines: readonly ZonedLine[],
  unnumbered: ReadonlyMap<ZonedLine, Unnumbered>,
): Paragraph[] {
  const width = wrapWidth(lines);
  const paragraphs: Open[] = [];
  let above: ZonedLine | undefined;
  for (const line of lines) {
    if (line.role === 'furniture') continue;
    const last = paragraphs.at(-1);
    const isHeading = (last?.unnumbered?.end ?? 0) >= (above?.text.length ?? 1);
    const goesOn =
      !isHeading &&
      !unnumbered.has(line) &&
      last?.role === 'text' &&
      line.role === 'text' &&
      above !== undefined &&
      isBrokenSentence(last, above, line, width);
    if (goesOn) {
      last.lines.push(line);
      last.heading &&= !/[。!?]/u.test(line.folded);
      last.bare = false;
      last.length += visibleLength(line.text);
    } else {
      paragraphs.push(open(line, unnumbered.get(line)));
    }
    above = line;
  }
  return paragraphs.map(({ role, lines: parts, unnumbered: heading }) => ({
    role,
    text: Slice.join(parts, glue),
    ...(heading ? { unnumbered: heading } : {}),
  }));
}
