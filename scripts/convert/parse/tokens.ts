/**
 * Fourth stage: paragraphs → headings and text in reading order. Numbers are found at the start of a line and, where
 * their order bears them out, in the middle of one; a heading that runs into its text is split from it.
 */
import { type SectionStyle, sectionStyles, styleRules } from '../../../src/model/section-styles.ts';
import {
  attachmentStart,
  compact,
  damagedIndent,
  pointFamilies,
  pointNotAfter,
  visibleLength,
} from './grammar.ts';
import { bracketed, isShaped, labelBeforeText } from './heading-shapes.ts';
import type { Paragraph } from './paragraphs.ts';
import {
  endOf,
  type Marker,
  markerAt,
  markerStart,
  opensInside,
  opensLine,
  type PlacedMarker,
  Series,
} from './section-numbers.ts';
import type { Slice } from './slice.ts';
import type { SectionRule } from './types.ts';
import type { Unnumbered } from './unnumbered.ts';

/** A piece of the text in reading order. */
export type Token =
  | {
      type: 'heading';
      style: SectionStyle;
      number: number;
      /** The printed number with its separator, e.g. `(一)`. */
      marker: Slice;
      /** The printed heading with its closing stop; null where the number is followed by text. */
      heading: Slice | null;
      /** Of headings without a number: those of a level hold those of larger ones. */
      level?: number;
      rules: SectionRule[];
    }
  | { type: 'text'; text: Slice }
  | { type: 'table'; rows: Slice[][] }
  | { type: 'title'; text: Slice }
  /** A signature, a date. */
  | { type: 'closing'; text: Slice }
  /** 附件: what follows is numbered anew. */
  | { type: 'attachment'; text: Slice };

/** A numbered sentence up to this length without any text of its own is read as a heading. */
const longestBareSentence = 50;

/** All section numbers of a paragraph, in order. */
function findMarkers(folded: string, series: Series, below: Below): PlacedMarker[] {
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
  if (first && isContents(first, folded.slice(indent), below)) return found;
  if (first && opensLine(first, folded.slice(indent), series))
    accept({ ...first, offset: 0, length: indent + first.length });
  markerStart.lastIndex = 0;
  for (let match = markerStart.exec(folded); match; match = markerStart.exec(folded)) {
    const last = found.at(-1);
    if (match.index < endOf(last) || match.index === 0) continue;
    const marker = markerAt(folded, match.index);
    if (!marker) continue;
    const placed = { ...marker, offset: match.index };
    if (opensInside(placed, folded, last, series, lastPlace, below.next)) {
      if (isContents(marker, folded.slice(match.index), below)) break;
      accept(placed);
      markerStart.lastIndex = match.index + marker.length;
    }
  }
  return found;
}

/** Whether a number begins a list of the chapters in one sentence, which stand below: 一、…；二、…；三、…。 */
function isContents({ style, number }: Marker, folded: string, { chapters }: Below): boolean {
  return (
    chapters &&
    style === 's' &&
    number === 1 &&
    /^[^。!?]{2,200}[;,、]\s*二、[^。!?]*(?:。\s*)?$/u.test(folded)
  );
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

/** Fewest characters of a text behind a blank: of any with a stop, and of a sentence of several clauses. */
const behindBlank = { any: 15, clauses: 8 };

/** Length of a heading that a blank alone separates from its text: 优化环境 2022年以来,…; 0 if there is none. */
function headingBeforeGap(folded: string, end: number): number {
  const gap = /^([^\s。;:]{3,39}[\p{Script=Han}”》)])(\s+)([\p{Script=Han}\d“《].*)$/su.exec(
    folded.slice(0, end < 0 ? undefined : end),
  );
  const [, heading = '', blanks = '', body = ''] = gap ?? [];
  if (/,/u.test(heading) && !isShaped(heading)) return 0;
  const length = visibleLength(body);
  const isText =
    blanks.length > 1 ||
    (length >= behindBlank.any && /[,。]/u.test(body)) ||
    (length >= behindBlank.clauses && body.includes(',') && body.endsWith('。'));
  return isText ? heading.length : 0;
}

/** Where a heading ends, and by which rule. */
interface HeadingEnd {
  /** Length of the heading; 0 where what follows the number is text from its first word on. */
  length: number;
  rule: SectionRule;
}

/** A sentence up to this length and without figures is a heading as a whole, although a label with a colon begins it. */
const longestLabelled = 40;
/** A longer line that ends with a semicolon is an item of a list rather than a heading. */
const longestListed = 25;

/** Finds the heading at the start of what follows a number. */
function headingEnd(folded: string, style: SectionStyle): HeadingEnd {
  const longest = styleRules[style].longestHeading;
  const fits = (end: number) => visibleLength(folded.slice(0, end)) <= longest;
  const none: HeadingEnd = { length: 0, rule: 'text-from-first-word' };
  const labelled = (label: RegExpExecArray): HeadingEnd => ({
    length: label[0].length,
    rule: 'colon-ends-heading',
  });
  const points = pointsWithoutStop(folded);
  if (points === 0) return { length: 0, rule: 'points-follow' };
  const end = firstSentenceEnd(folded);
  const brackets = bracketed.exec(folded);
  if (brackets && fits(brackets[0].length))
    return { length: brackets[0].length, rule: 'brackets-end-heading' };
  const gap = headingBeforeGap(folded, end);
  if (gap > 0) return { length: gap, rule: 'gap-follows' };
  if (points < (end < 0 ? folded.length : end) && fits(points))
    return { length: points, rule: 'points-end-heading' };
  if (end >= 0 && end < folded.trimEnd().length) {
    const sentence = folded.slice(0, end);
    if (fits(end) && !/[;]/u.test(sentence)) {
      const label = labelBeforeText.exec(sentence);
      const told = label && /\d/u.test(sentence.slice(label[0].length));
      return label && (told || visibleLength(sentence) > longestLabelled)
        ? labelled(label)
        : { length: end, rule: 'sentence-ends-heading' };
    }
    const label = labelBeforeText.exec(folded);
    return label ? labelled(label) : none;
  }
  const whole: HeadingEnd = { length: folded.length, rule: 'whole-is-heading' };
  const length = visibleLength(folded);
  if (end >= 0) {
    const label = /\d/u.test(folded) && labelBeforeText.exec(folded);
    return label ? labelled(label) : length <= longestBareSentence ? whole : none;
  }
  if (/[;]$/u.test(folded.trim()) && length > longestListed) return none;
  return length <= longest ? whole : none;
}

/** A table: lines cut by tabulators. */
function isTableRow({ text }: Slice): boolean {
  return text.includes('\t');
}

/** Cuts the heading without a number off its text. */
function tokenizeUnnumbered(
  text: Slice,
  { level, sign, end, rule }: Unnumbered,
  tokens: Token[],
): void {
  const heading = text.slice(sign, end).trim();
  tokens.push({
    type: 'heading',
    style: 'p',
    number: 0,
    marker: text.slice(0, sign),
    heading,
    level,
    rules: [rule],
  });
  const rest = text.slice(end).trim();
  if (rest.length > 0) tokens.push({ type: 'text', text: rest });
}

/** Cuts one paragraph at its section numbers. */
function tokenizeParagraph(text: Slice, series: Series, below: Below, tokens: Token[]): void {
  const { folded } = text;
  const markers = findMarkers(folded, series, below);
  const push = (piece: Slice) => {
    const trimmed = piece.trim();
    if (trimmed.length > 0) tokens.push({ type: 'text', text: trimmed });
  };
  push(text.slice(0, markers[0]?.offset ?? text.length));
  markers.forEach((marker, index) => {
    const from = marker.offset + marker.length;
    const to = markers[index + 1]?.offset ?? text.length;
    const { length, rule } = headingEnd(folded.slice(from, to), marker.style);
    const heading = text.slice(from, from + length).trim();
    tokens.push({
      type: 'heading',
      style: marker.style,
      number: marker.number,
      marker: text.slice(marker.offset, from),
      heading: heading.length > 0 ? heading : null,
      rules: [marker.offset === 0 ? 'number-opens-line' : 'number-in-text', rule],
    });
    push(text.slice(from + length, to));
  });
}

/** What paragraphs further down begin with. */
interface Below {
  /** The number that the next paragraph with one begins with. */
  next: Marker | undefined;
  /** One of them begins with 一、. */
  chapters: boolean;
}

/** What stands below each of the paragraphs. */
function outlook(openings: readonly (Marker | undefined)[]): Below[] {
  const found: Below[] = [];
  let below: Below = { next: undefined, chapters: false };
  for (let at = openings.length - 1; at >= 0; at--) {
    found[at] = below;
    const own = openings[at];
    if (own)
      below = { next: own, chapters: below.chapters || (own.style === 's' && own.number === 1) };
  }
  return found;
}

/** The number a paragraph of the text begins with. */
function openingOf({ text: { folded }, role }: Paragraph): Marker | undefined {
  return role === 'text'
    ? markerAt(folded, damagedIndent.exec(folded)?.[0].length ?? 0)
    : undefined;
}

/** Fewest numbered sentences one after the other that are statements. */
const fewestStatements = 2;
/** Names of tasks up to this length are headings, even where nothing else is said of any of them. */
const longestName = 14;

/** Longest entry of a table of contents. */
const longestEntry = 60;
/** What leads to a page in a table of contents, with its number. */
const pageLeader = /(?<![.…·\s])[.…·\s]+\d*$|(?<!\d)\d+$/u;

/**
 * Paragraphs that are a table of contents: numbered lines without a stop, the first of which comes again as the
 * heading of a chapter.
 */
function contentsOf(
  paragraphs: readonly Paragraph[],
  openings: readonly (Marker | undefined)[],
): Set<number> {
  const chapters = openings.flatMap((own, at) =>
    own?.style === 's' && own.number === 1 ? [at] : [],
  );
  const [from = 0, again] = chapters;
  const heading = (at: number) => compact(foldedOf(at).replace(pageLeader, ''));
  const foldedOf = (at: number) => (paragraphs[at] as Paragraph).text.folded;
  const isEntry = (at: number) =>
    openings[at] !== undefined &&
    visibleLength(foldedOf(at)) <= longestEntry &&
    !/[。;!?]/u.test(foldedOf(at));
  if (again === undefined || !compact(foldedOf(again)).startsWith(heading(from))) return new Set();
  let to = from;
  while (to < again && isEntry(to)) to++;
  return new Set(to - from >= 2 ? Array.from({ length: to - from }, (_, at) => from + at) : []);
}

/** Turns paragraphs into headings, text, tables and attachments, in reading order. */
export function tokenize(paragraphs: readonly Paragraph[]): Token[] {
  const tokens: Token[] = [];
  let series = new Series();
  let seenSections = false;
  const openings = paragraphs.map(openingOf);
  const below = outlook(openings);
  const contents = contentsOf(paragraphs, openings);
  paragraphs.forEach(({ text, role, unnumbered }, index) => {
    if (role === 'title') tokens.push({ type: 'title', text });
    else if (role === 'closing') tokens.push({ type: 'closing', text });
    else if (contents.has(index)) tokens.push({ type: 'text', text });
    else if (unnumbered) tokenizeUnnumbered(text, unnumbered, tokens);
    else if (isTableRow(text)) {
      const cells = text.split('\t').map((cell) => cell.trim());
      const last = tokens.at(-1);
      const above = paragraphs[index - 1];
      if (last?.type === 'table' && above && isTableRow(above.text)) last.rows.push(cells);
      else tokens.push({ type: 'table', rows: [cells] });
    } else if (seenSections && attachmentStart.test(text.folded)) {
      tokens.push({ type: 'attachment', text });
      series = new Series();
    } else {
      const before = tokens.length;
      tokenizeParagraph(text, series, below[index] as Below, tokens);
      seenSections ||= tokens.slice(before).some((token) => token.type === 'heading');
    }
  });
  return withoutStatements(tokens);
}

type Heading = Extract<Token, { type: 'heading' }>;

/** A heading that is a sentence or an item of a list with its stop, and has no text of its own and no sections below it. */
function isBare(token: Token, next: Token | undefined): token is Heading & { heading: Slice } {
  if (token.type !== 'heading' || token.heading === null) return false;
  if (!/[。!?;]["”’)]*$/u.test(token.heading.folded)) return false;
  const level = (of: Heading) => sectionStyles[of.style].level;
  return next?.type === 'heading'
    ? level(next) <= level(token)
    : next?.type !== 'text' && next?.type !== 'table';
}

/**
 * Numbered sentences one after the other, none of which has a text of its own, are statements: the sentence is the text
 * and there is no heading.
 */
function withoutStatements(tokens: readonly Token[]): Token[] {
  const result: Token[] = [];
  let run: (Heading & { heading: Slice })[] = [];
  let mixed = false;
  /** Style of the last number, where it has a text and no heading. */
  let stated: SectionStyle | undefined;
  let goesOn = false;
  const end = () => {
    const long = run.some(({ heading }) => visibleLength(heading.text) > longestName);
    const statements = goesOn || (run.length >= fewestStatements && !mixed && long);
    for (const token of run) {
      if (!statements) result.push(token);
      else
        result.push(
          { ...token, heading: null, rules: [...token.rules.slice(0, 1), 'statement'] },
          { type: 'text', text: token.heading },
        );
    }
    run = [];
  };
  tokens.forEach((token, at) => {
    const style = token.type === 'heading' ? token.style : undefined;
    if (isBare(token, tokens[at + 1])) {
      if (run[0]?.style !== token.style) {
        end();
        // one that goes on with the numbers of headings is a heading as they are, and a statement as those are
        goesOn = token.number > 1 && stated === token.style;
        mixed = token.number > 1 && !goesOn;
      }
      run.push(token);
      return;
    }
    if (token.type === 'heading') stated = token.heading === null ? token.style : undefined;
    if (run[0] && run[0].style === style && token.type === 'heading' && token.number > 1)
      mixed = true;
    end();
    result.push(token);
  });
  end();
  return result;
}
