/**
 * Fourth stage: paragraphs → headings and text in reading order. Numbers are found at the start of a line and, where
 * their order bears them out, in the middle of one; a heading that runs into its text is split from it.
 */
import type { SectionStyle } from '../../../src/model/report.ts';
import type { Token } from '../types.ts';
import {
  attachmentStart,
  blank,
  damagedIndent,
  enumerationAfter,
  fold,
  type Marker,
  markerAt,
  markerStart,
  pointFamilies,
  pointNotAfter,
  referenceAfter,
  referenceBefore,
  sentenceEnd,
  visibleLength,
} from './grammar.ts';
import type { Paragraph } from './paragraphs.ts';

/** A marker and where it stands in its paragraph. */
interface PlacedMarker extends Marker {
  offset: number;
}

/** Offset behind a marker; the start of the paragraph where there is none. */
const endOf = (marker: PlacedMarker | undefined) => (marker ? marker.offset + marker.length : 0);

/** Longest heading of each style, in characters; what is longer is text. Longest seen in real reports: 61. */
const longestHeading: Record<SectionStyle, number> = {
  s: 70,
  k: 80,
  n: 70,
  m: 60,
  o: 40,
  i: 60,
  p: 0,
};

/** A numbered sentence up to this length without any text of its own is read as a heading. */
const longestBareSentence = 50;

/** Numbers seen so far, to judge whether a number in running text continues a series. */
class Series {
  private last = new Map<SectionStyle, number>();

  note(marker: Marker): void {
    this.last.set(marker.style, marker.number);
    const below: Partial<Record<SectionStyle, SectionStyle[]>> = {
      s: ['n', 'm', 'o'],
      k: ['n', 'm', 'o'],
      n: ['m', 'o'],
      m: ['o'],
    };
    for (const style of below[marker.style] ?? [])
      if (style !== marker.style) this.last.delete(style);
    if (marker.style === 's') this.open = false;
    if (marker.style === 'k') this.open = true;
  }

  /** A series of (一) runs within the present 一、. */
  open = false;

  expects(marker: Marker): boolean {
    return (this.last.get(marker.style) ?? 0) + 1 === marker.number;
  }

  has(style: SectionStyle): boolean {
    return this.last.has(style);
  }
}

/** Whether a marker at the start of a line is a section's number and not the first word of a sentence. */
function isLineMarker(marker: Marker, folded: string, series: Series): boolean {
  const after = folded.slice(marker.length);
  const printed = folded.slice(0, marker.length);
  if (marker.style === 's') {
    if (enumerationAfter.test(after)) return false;
    return /[、.]/u.test(printed) || series.expects(marker) || marker.number === 1;
  }
  if (marker.style === 'k' || marker.style === 'm') {
    if (referenceAfter.test(after)) return false;
    return (
      !/^\d|^[一二三四五六七八九十]/u.test(printed) || series.expects(marker) || marker.number === 1
    );
  }
  if (marker.style === 'n')
    return (
      marker.number <= 99 &&
      (series.expects(marker) ||
        marker.number === 1 ||
        series.has('n') ||
        printed.includes('、') ||
        printed.includes('.'))
    );
  return true;
}

const afterStop = /[。!?…]["”’』」)]*$/u;
const afterBlank = new RegExp(`\\s(?:(?!\\s)${blank})*$`, 'u');

/** How far back from a number its surroundings tell what it is. */
const window = 160;

/**
 * Whether a marker in running text opens a section.
 * @param last the marker before it in the paragraph
 * @param lastPlace offset of the last occurrence of a sign in the paragraph
 */
function isInnerMarker(
  marker: PlacedMarker,
  folded: string,
  last: PlacedMarker | undefined,
  series: Series,
  lastPlace: (sign: string) => number,
): boolean {
  const start = endOf(last);
  const near = marker.offset - start <= window;
  const before = folded.slice(Math.max(start, marker.offset - window), marker.offset);
  const end = endOf(marker);
  const after = folded.slice(end, end + window);
  if (visibleLength(after) < 2) return false;
  const first = marker.number === 1;
  const directly = near && before.trim() === '';
  const stopped = afterStop.test(before.trimEnd());
  const blankBefore = afterBlank.test(before);
  const paused = blankBefore || sentenceEnd.test(before);
  const inHeading = near && !/[。!?;]/u.test(before) && visibleLength(before) <= 60;
  const followedBy = (second: string) => lastPlace(second) > marker.offset;
  switch (marker.style) {
    case 's':
      if (enumerationAfter.test(after) || !folded.slice(marker.offset, end).includes('、'))
        return false;
      return (stopped || blankBefore) && (series.expects(marker) || (first && !series.has('s')));
    case 'k':
      if (referenceBefore.test(before) || referenceAfter.test(after)) return false;
      if (first) return !series.open && (directly || stopped || blankBefore || inHeading);
      return (
        series.expects(marker) &&
        (stopped || blankBefore || (paused && last?.style === 'k' && !/\(一\)|㈠/u.test(before)))
      );
    case 'n':
      if (first)
        return (directly || paused) && (followedBy('2.') || followedBy('2、') || followedBy('2,'));
      return paused && series.expects(marker) && series.has('n');
    case 'm':
      if (referenceBefore.test(before) || referenceAfter.test(after)) return false;
      if (first) return (directly || paused) && followedBy('2)');
      return paused && series.expects(marker) && series.has('m');
    default:
      if (first) return (directly || paused || /[,、]\s*$/u.test(before)) && followedBy('②');
      return series.has('o') && series.expects(marker);
  }
}

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
  if (first && isLineMarker(first, folded.slice(indent), series))
    accept({ ...first, offset: 0, length: indent + first.length });
  markerStart.lastIndex = 0;
  for (let match = markerStart.exec(folded); match; match = markerStart.exec(folded)) {
    const last = found.at(-1);
    if (match.index < endOf(last) || match.index === 0) continue;
    const marker = markerAt(folded, match.index);
    if (!marker) continue;
    const placed = { ...marker, offset: match.index };
    if (isInnerMarker(placed, folded, last, series, lastPlace)) {
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
  const longest = longestHeading[style];
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
