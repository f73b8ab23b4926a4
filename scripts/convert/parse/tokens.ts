/**
 * Fourth stage: paragraphs → headings and text in reading order. Numbers are found at the start of a line and, where
 * their order bears them out, in the middle of one; a heading that runs into its text is split from it.
 */
import { type SectionStyle, sectionStyles } from '../../../src/model/section-styles.ts';
import type { Token } from '../types.ts';
import {
  attachmentStart,
  damagedIndent,
  fold,
  pointFamilies,
  pointNotAfter,
  visibleLength,
} from './grammar.ts';
import type { Paragraph } from './paragraphs.ts';
import {
  endOf,
  markerAt,
  markerStart,
  opensInside,
  opensLine,
  type PlacedMarker,
  Series,
} from './section-numbers.ts';

/** A numbered sentence up to this length without any text of its own is read as a heading. */
const longestBareSentence = 50;

/** All section numbers of a paragraph, in order. */
function findMarkers(folded: string, series: Series): PlacedMarker[] {
  const found: PlacedMarker[] = [];
  const places = new Map<string, number>();
  const lastPlace = (sign: string) => {
    const known = places.get(sign) ?? folded.lastIndexOf(sign);
    places.set(sign, known);
    return known;
  };
  const accept = (marker: PlacedMarker) => {
    found.push(marker);
    series.note(marker);
  };
  const indent = damagedIndent.exec(folded)?.[0].length ?? 0;
  const first = markerAt(folded, indent);
  if (first && opensLine(first, folded.slice(indent), series))
    accept({ ...first, offset: 0, length: indent + first.length });
  markerStart.lastIndex = 0;
  for (let match = markerStart.exec(folded); match; match = markerStart.exec(folded)) {
    const last = found.at(-1);
    if (match.index < endOf(last) || match.index === 0) continue;
    const marker = markerAt(folded, match.index);
    if (!marker) continue;
    const placed = { ...marker, offset: match.index };
    if (opensInside(placed, folded, last, series, lastPlace)) {
      accept(placed);
      markerStart.lastIndex = match.index + marker.length;
    }
  }
  return found;
}

const pairs: Record<string, string> = { '《': '》', '“': '”', '(': ')', '〈': '〉', '‘': '’' };

/** Offset behind the first full stop outside quotation marks and brackets, with closing quotes; -1 if none. */
function firstSentenceEnd(folded: string): number {
  const open: string[] = [];
  for (let i = 0; i < folded.length; i++) {
    const character = folded[i] as string;
    if (pairs[character]) open.push(pairs[character]);
    else if (open.length > 0 && character === open.at(-1)) open.pop();
    else if (/[。!?]/u.test(character) && open.length === 0) return i + 1;
  }
  // a bracket that is never closed hides no sentence
  return open.length > 0 ? folded.search(/[。!?]/u) + 1 || -1 : -1;
}

/** Offset of 一是 / 第一, / 首先, where points follow a heading without a stop; -1 if none. */
function pointsWithoutStop(folded: string): number {
  const seconds = [/二是/u, /第二[,、]/u, /其次[,、]/u];
  const firsts = pointFamilies.map((family, index) => {
    for (const match of folded.matchAll(family.pattern)) {
      if (family.number(match[1] as string) !== 1) continue;
      if (pointNotAfter.test(folded.slice(0, match.index))) continue;
      if ((seconds[index] as RegExp).test(folded.slice(match.index))) return match.index;
    }
    return -1;
  });
  return Math.min(...firsts.filter((offset) => offset >= 0), Number.POSITIVE_INFINITY);
}

/** Length of a heading that a blank alone separates from its text: 优化环境 2022年以来,…; 0 if there is none. */
function headingBeforeGap(folded: string, end: number): number {
  const gap = /^[^\s,。;:]{3,39}[\p{Script=Han}”》)](?=\s+([\p{Script=Han}\d“《].*)$)/su.exec(
    folded.slice(0, end < 0 ? undefined : end),
  );
  const body = gap?.[1] ?? '';
  return gap && visibleLength(body) >= 15 && /[,。]/u.test(body) ? gap[0].length : 0;
}

/**
 * Length of the heading at the start of what follows a number; 0 where it is text from its first word on.
 * `closed`: another section or the end of the paragraph follows.
 */
function headingLength(folded: string, style: SectionStyle): number {
  const longest = sectionStyles[style].longestHeading;
  const fits = (end: number) => visibleLength(folded.slice(0, end)) <= longest;
  const points = pointsWithoutStop(folded);
  if (points === 0) return 0;
  const end = firstSentenceEnd(folded);
  const gap = headingBeforeGap(folded, end);
  if (gap > 0) return gap;
  if (points < (end < 0 ? folded.length : end) && fits(points)) return points;
  if (end >= 0 && end < folded.trimEnd().length) {
    if (fits(end) && !/[;]/u.test(folded.slice(0, end))) {
      const colon = /^[^,。;:]{2,25}:(?=.{12})/u.exec(folded.slice(0, end));
      return colon && visibleLength(folded.slice(0, end)) > 40 ? colon[0].length : end;
    }
    const colon = /^[^,。;:]{2,25}:(?=.{12})/u.exec(folded);
    return colon ? colon[0].length : 0;
  }
  const length = visibleLength(folded);
  if (end >= 0) return length <= longestBareSentence ? folded.length : 0;
  if (/[;]$/u.test(folded.trim()) && length > 25) return 0;
  return length <= longest ? folded.length : 0;
}

/** A table: lines cut by tabulators. */
function isTableRow(text: string): boolean {
  return text.includes('\t');
}

/** Cuts one paragraph at its section numbers. */
function tokenizeParagraph(paragraph: Paragraph, series: Series, tokens: Token[]): void {
  const { text, line } = paragraph;
  const folded = fold(text);
  const markers = findMarkers(folded, series);
  const push = (piece: string) => {
    const trimmed = piece.trim();
    if (trimmed !== '') tokens.push({ type: 'text', text: trimmed, line });
  };
  push(text.slice(0, markers[0]?.offset ?? text.length));
  markers.forEach((marker, index) => {
    const from = marker.offset + marker.length;
    const to = markers[index + 1]?.offset ?? text.length;
    const split = from + headingLength(folded.slice(from, to), marker.style);
    tokens.push({
      type: 'heading',
      style: marker.style,
      number: marker.number,
      marker: text.slice(marker.offset, from),
      heading: text.slice(from, split).trim() || null,
      line,
    });
    push(text.slice(split, to));
  });
}

/** Turns paragraphs into headings, text, tables and attachments, in reading order. */
export function tokenize(paragraphs: readonly Paragraph[]): Token[] {
  const tokens: Token[] = [];
  let series = new Series();
  let seenSections = false;
  paragraphs.forEach((paragraph, index) => {
    const { text, line, role } = paragraph;
    if (role === 'title') tokens.push({ type: 'title', text, line });
    else if (role === 'closing') tokens.push({ type: 'closing', text, line });
    else if (isTableRow(text)) {
      const cells = text.split('\t').map((cell) => cell.trim());
      const last = tokens.at(-1);
      if (
        last?.type === 'table' &&
        paragraphs[index - 1] &&
        isTableRow(paragraphs[index - 1]?.text ?? '')
      )
        last.rows.push(cells);
      else tokens.push({ type: 'table', rows: [cells], line });
    } else if (seenSections && attachmentStart.test(fold(text))) {
      tokens.push({ type: 'attachment', text, line });
      series = new Series();
    } else {
      const before = tokens.length;
      tokenizeParagraph(paragraph, series, tokens);
      seenSections ||= tokens.slice(before).some((token) => token.type === 'heading');
    }
  });
  return tokens;
}
