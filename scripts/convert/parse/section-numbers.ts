/**
 * The grammar of section numbers: how each style of `src/model/section-styles.ts` is written, and where a number that
 * looks like one begins a section. As in `grammar.ts`, patterns are matched against folded text.
 */
import {
  type NumberedStyle,
  type SectionStyle,
  sectionStyles,
  styleRules,
} from '../../../src/model/section-styles.ts';
import { blank, cn, digits, parseChineseNumber, visibleLength } from './grammar.ts';

/** A printed section number at the start of a piece of text. */
export interface Marker {
  style: NumberedStyle;
  number: number;
  /** Length of the marker with its separator and the blanks after it, in UTF-16 units. */
  length: number;
}

/** A marker and where it stands in its paragraph. */
export interface PlacedMarker extends Marker {
  offset: number;
}

/** Offset behind a marker; the start of the paragraph where there is none. */
export const endOf = (marker: PlacedMarker | undefined): number =>
  marker ? marker.offset + marker.length : 0;

/** Numbers seen so far, to judge whether a number in running text continues a series. */
export class Series {
  readonly #last = new Map<SectionStyle, number>();

  /** A series of sections, as (一), runs within the present chapter. */
  open = false;

  note({ style, number }: Marker): void {
    const { level } = sectionStyles[style];
    this.#last.set(style, number);
    for (const below of styleRules[style].restarts) this.#last.delete(below);
    if (level <= 2) this.open = level === 2;
  }

  expects({ style, number }: Marker): boolean {
    return (this.#last.get(style) ?? 0) + 1 === number;
  }

  has(style: SectionStyle): boolean {
    return this.#last.has(style);
  }
}

/** What stands around a number at the start of a line. */
interface LinePlace {
  /** The number as printed, folded. */
  printed: string;
  after: string;
  /** It is 1. */
  first: boolean;
  /** It follows the last number of its style. */
  expected: boolean;
  series: Series;
}

/** What stands around a number in running text. */
interface InnerPlace extends LinePlace {
  before: string;
  /** It stands right behind another number. */
  directly: boolean;
  /** A sentence has ended before it. */
  stopped: boolean;
  blankBefore: boolean;
  /** A blank, or a stop, colon or semicolon before it. */
  paused: boolean;
  /** What stands before it may be a heading. */
  inHeading: boolean;
  /** The marker before it in the paragraph. */
  last: PlacedMarker | undefined;
  /** Whether its successor stands behind it: one of these signs in its paragraph, or at the start of the next one with a number. */
  followedBy: (...signs: string[]) => boolean;
}

interface NumberRule {
  /** How the number is written; matched from its first character on. Group 1 is the number itself. */
  patterns: readonly { pattern: RegExp; number: (text: string) => number }[];
  /** Whether it is a section's number at the start of a line, and not the first word of a sentence. */
  opensLine: (marker: Marker, place: LinePlace) => boolean;
  /** Whether it opens a section in running text. */
  opensInside: (marker: Marker, place: InnerPlace) => boolean;
}

const circled = (first: number) => (text: string) => (text.codePointAt(0) ?? 0) - first + 1;

/** Words before or after a number in brackets that make it part of a sentence: 第(一)项, 前款(二). */
const referenceBefore = new RegExp(`(?:第|款|项|条|至|和|及|、)${blank}*$`, 'u');
const referenceAfter = /^(?:项|款|条|目|类|种|个|级|期|批)/u;
const isReference = ({ before, after }: InnerPlace) =>
  referenceBefore.test(before) || referenceAfter.test(after);

/** What follows 一、 or 二、 in a mere enumeration: 一、二、三产业, 一、二级. */
const enumerationAfter = /^[一二三四五六七八九十](?:、|级|类|批|季|线|产|等|次|期|线|年|月|轮|审)/u;

/** What follows 第一部分 where a sentence speaks of it: 第一部分是…. */
const spokenAfter = /^(?:是|为|的|中|内容)/u;

/** Only half of the brackets are printed: 一)坚持政治引领. */
const halfBracketed = /^[\d一二三四五六七八九十]/u;

/** Largest number in the style 1. at the start of a line: what is larger is a year or an amount. */
const largestItem = 99;

/** In the order in which they are tried. */
const rules: Record<NumberedStyle, NumberRule> = {
  b: {
    patterns: [
      {
        pattern: new RegExp(`第${blank}*(${cn})${blank}*部分${blank}*[、:,.]?${blank}*`, 'uy'),
        number: parseChineseNumber,
      },
    ],
    opensLine: (_, { after, first, expected }) => (first || expected) && !spokenAfter.test(after),
    opensInside: (_, { after, expected, stopped }) =>
      stopped && expected && !spokenAfter.test(after),
  },
  s: {
    patterns: [
      {
        pattern: new RegExp(`(${cn})${blank}*(?:、|[.,](?!\\d))${blank}*`, 'uy'),
        number: parseChineseNumber,
      },
    ],
    opensLine: (_, { printed, after, first, expected }) =>
      !enumerationAfter.test(after) && (/[、.]/u.test(printed) || expected || first),
    opensInside: (_, { printed, after, first, expected, stopped, blankBefore, series }) =>
      !enumerationAfter.test(after) &&
      printed.includes('、') &&
      (stopped || blankBefore) &&
      (expected || (first && !series.has('s'))),
  },
  k: {
    patterns: [
      {
        pattern: new RegExp(`\\(?${blank}*(${cn})${blank}*\\)${blank}*[、.,:]?${blank}*`, 'uy'),
        number: parseChineseNumber,
      },
      {
        pattern: new RegExp(`([㈠-㈩])${blank}*[、.]?${blank}*`, 'uy'),
        number: circled(0x3220),
      },
    ],
    opensLine: (_, { printed, after, first, expected }) =>
      !referenceAfter.test(after) && (!halfBracketed.test(printed) || expected || first),
    opensInside: (_, place) => {
      const { before, first, expected, stopped, blankBefore, paused, last, series } = place;
      if (isReference(place)) return false;
      if (first)
        return !series.open && (place.directly || stopped || blankBefore || place.inHeading);
      const continues = paused && last?.style === 'k' && !/\(一\)|㈠/u.test(before);
      return expected && (stopped || blankBefore || continues);
    },
  },
  m: {
    patterns: [
      {
        pattern: new RegExp(`\\(?${blank}*(\\d{1,3})${blank}*\\)${blank}*[、.,:]?${blank}*`, 'uy'),
        number: Number,
      },
      {
        pattern: new RegExp(`([⑴-⒇])${blank}*[、.]?${blank}*`, 'uy'),
        number: circled(0x2474),
      },
    ],
    opensLine: (_, { printed, after, first, expected }) =>
      !referenceAfter.test(after) && (!halfBracketed.test(printed) || expected || first),
    opensInside: (_, place) => {
      const { first, expected, directly, paused, series, followedBy } = place;
      if (isReference(place)) return false;
      if (first) return (directly || paused) && followedBy('2)');
      return paused && expected && series.has('m');
    },
  },
  n: {
    patterns: [
      {
        // 1. 1、 1, and 1.2021年…, but not 1.5, 12.4, 6.0版, nor 1,000
        pattern: new RegExp(
          `(\\d{1,3})${blank}*(?:[.、]|,(?!\\d{3}))(?!${blank}*\\d{1,2}(?:[.%万亿]|\\D{0,2}版))(?!\\d(?!\\d{3}年))${blank}*`,
          'uy',
        ),
        number: Number,
      },
      { pattern: new RegExp(`([⒈-⒛])${blank}*`, 'uy'), number: circled(0x2488) },
    ],
    opensLine: ({ number }, { printed, first, expected, series }) =>
      number <= largestItem && (expected || first || series.has('n') || /[、.]/u.test(printed)),
    opensInside: (_, { first, expected, directly, paused, series, followedBy }) =>
      first
        ? (directly || paused) && followedBy('2.', '2、', '2,')
        : paused && expected && series.has('n'),
  },
  o: {
    patterns: [
      {
        pattern: new RegExp(`([①-⑳])${blank}*[、.]?${blank}*`, 'uy'),
        number: circled(0x2460),
      },
    ],
    opensLine: () => true,
    opensInside: (_, { before, first, expected, directly, paused, series, followedBy }) =>
      first
        ? (directly || paused || /[,、]\s*$/u.test(before)) && followedBy('②')
        : series.has('o') && expected,
  },
};

const inOrder = Object.entries(rules) as [NumberedStyle, NumberRule][];

/** The marker that stands at `offset` of a folded text, if one does. */
export function markerAt(folded: string, offset: number): Marker | undefined {
  for (const [style, { patterns }] of inOrder)
    for (const { pattern, number: read } of patterns) {
      pattern.lastIndex = offset;
      const match = pattern.exec(folded);
      if (!match) continue;
      const number = read(match[1] as string);
      if (Number.isNaN(number) || number < 1) continue;
      return { style, number, length: match[0].length };
    }
  return undefined;
}

/** Where a marker may begin: cheap test before {@link markerAt}. */
export const markerStart = new RegExp(`[第(${digits}\\d①-⑳⑴-⒇⒈-⒛㈠-㈩]`, 'gu');

/** Whether a marker at the start of a line is a section's number and not the first word of a sentence. */
export function opensLine(marker: Marker, folded: string, series: Series): boolean {
  return rules[marker.style].opensLine(marker, {
    printed: folded.slice(0, marker.length),
    after: folded.slice(marker.length),
    first: marker.number === 1,
    expected: series.expects(marker),
    series,
  });
}

const afterStop = /[。!?…]["'”’』」)]*$/u;
const afterBlank = new RegExp(`\\s(?:(?!\\s)${blank})*$`, 'u');
/** Ends of sentences after which a number in running text may begin a section. */
const sentenceEnd = /[。!?;:…]["'”’』」)]*$/u;

/** How far around a number its surroundings tell what it is, in UTF-16 units. */
const reach = 160;
/** Longest text before a number that may be the heading it follows. */
const longestHeadingBefore = 60;
/** Least text behind a number that is a section. */
const leastText = 2;

/**
 * Whether a marker in running text opens a section.
 * @param last the marker before it in the paragraph
 * @param lastPlace offset of the last occurrence of a sign in the paragraph
 * @param below the number that the next paragraph with one begins with
 */
export function opensInside(
  marker: PlacedMarker,
  folded: string,
  last: PlacedMarker | undefined,
  series: Series,
  lastPlace: (sign: string) => number,
  below: Marker | undefined,
): boolean {
  const start = endOf(last);
  const near = marker.offset - start <= reach;
  const before = folded.slice(Math.max(start, marker.offset - reach), marker.offset);
  const end = endOf(marker);
  const after = folded.slice(end, end + reach);
  if (visibleLength(after) < leastText) return false;
  const blankBefore = afterBlank.test(before);
  return rules[marker.style].opensInside(marker, {
    printed: folded.slice(marker.offset, end),
    before,
    after,
    first: marker.number === 1,
    expected: series.expects(marker),
    directly: near && before.trim() === '',
    stopped: afterStop.test(before.trimEnd()),
    blankBefore,
    paused: blankBefore || sentenceEnd.test(before),
    inHeading: near && !/[。!?;]/u.test(before) && visibleLength(before) <= longestHeadingBefore,
    last,
    series,
    followedBy: (...signs) =>
      signs.some((sign) => lastPlace(sign) > marker.offset) ||
      (below?.style === marker.style && below.number === marker.number + 1),
  });
}
