/**
 * The styles of printed section numbers: all that the program knows of each, but for the expressions that find it in a
 * text, which are in `scripts/convert/parse/section-numbers.ts`.
 */
import { chineseNumber } from './chinese-number.ts';

interface StyleDefinition {
  /** `number` stands before a section, `point` runs on in the text, `passage` has no number. */
  role: 'number' | 'point' | 'passage';
  /** Usual depth: 0 parts chapters belong to, 1 a chapter, 2 a section of one, 3 and more what parts those. */
  level: number;
  /** The number as tables of contents show it. */
  label: (number: number) => string;
}

const circled = (number: number) =>
  number >= 1 && number <= 20 ? String.fromCodePoint(0x245f + number) : `(${number})`;

/** By the letter that begins a segment of a section id; letters are permanent. Browsers load these columns alone. */
const definitions = {
  b: { role: 'number', level: 0, label: (number) => `第${chineseNumber(number)}部分 ` },
  s: { role: 'number', level: 1, label: (number) => `${chineseNumber(number)}、` },
  k: { role: 'number', level: 2, label: (number) => `(${chineseNumber(number)})` },
  n: { role: 'number', level: 3, label: (number) => `${number}.` },
  m: { role: 'number', level: 4, label: (number) => `(${number})` },
  o: { role: 'number', level: 5, label: circled },
  i: { role: 'point', level: 6, label: (number) => `${chineseNumber(number)}是` },
  p: { role: 'passage', level: 7, label: () => '' },
} as const satisfies Record<string, StyleDefinition>;

/** Letter of a style: the first of a segment of a section id. */
export type SectionStyle = keyof typeof definitions;

/** Styles that a number is printed in at the start of a section, rather than inside a sentence. */
export type NumberedStyle = Exclude<SectionStyle, 'i' | 'p'>;

/** The table of styles. */
export const sectionStyles: Readonly<Record<SectionStyle, StyleDefinition>> = definitions;

/** What else is known of a style, for the parser and for pages that explain section ids. */
interface StyleRules {
  /** How the style looks in print. */
  example: string;
  /** Sections of other styles that follow are siblings, never children. */
  leaf: boolean;
  /** A list right below a number of this style may be numbered in the same style: 一、 under 一、. */
  nests: boolean;
  /** Longest heading in characters; what is longer is text. The longest seen in real reports has 61. */
  longestHeading: number;
  /** Styles whose series begins anew behind a number of this one. */
  restarts: readonly SectionStyle[];
}

/** The other columns of the table, by letter. */
export const styleRules: Readonly<Record<SectionStyle, StyleRules>> = {
  b: {
    example: '第一部分',
    leaf: false,
    nests: false,
    longestHeading: 60,
    restarts: ['s', 'k', 'n', 'm', 'o'],
  },
  s: {
    example: '一、',
    leaf: false,
    nests: true,
    longestHeading: 70,
    restarts: ['n', 'm', 'o'],
  },
  k: {
    example: '(一)',
    leaf: false,
    nests: false,
    longestHeading: 80,
    restarts: ['n', 'm', 'o'],
  },
  n: {
    example: '1.',
    leaf: false,
    nests: false,
    longestHeading: 70,
    restarts: ['m', 'o'],
  },
  m: {
    example: '(1)',
    leaf: false,
    nests: false,
    longestHeading: 60,
    restarts: ['o'],
  },
  o: {
    example: '①',
    leaf: true,
    nests: false,
    longestHeading: 40,
    restarts: [],
  },
  i: {
    example: '一是、第一、首先',
    leaf: true,
    nests: false,
    longestHeading: 60,
    restarts: [],
  },
  p: {
    example: '没有序号的段落，按在上级中的次序计',
    leaf: false,
    nests: false,
    longestHeading: 0,
    restarts: [],
  },
};

/** All letters, as a tuple that is not empty. */
export const styleLetters = Object.keys(definitions) as [SectionStyle, ...SectionStyle[]];

/** All letters with their examples, in one line. */
export const styleExamples = () =>
  styleLetters.map((letter) => `${letter} ${styleRules[letter].example}`).join('；');

/** A segment of a section id: `k7`, or `k7_2` where a number is printed twice. Groups are letter and number. */
export const idSegment = new RegExp(`^([${styleLetters.join('')}])(\\d+)(?:_\\d+)?$`);

/** A passage without a printed number. */
export function isPassage({ style }: { style: SectionStyle }): boolean {
  return sectionStyles[style].role === 'passage';
}

/** A point inside running text: 一是…二是…. */
export function isPoint({ style }: { style: SectionStyle }): boolean {
  return sectionStyles[style].role === 'point';
}

/** Whether a section has a printed number of at least a level: 1 for chapters, 2 for chapters and their sections. */
export function isNumberedWithin({ style }: { style: SectionStyle }, level: number): boolean {
  const definition = sectionStyles[style];
  return definition.role === 'number' && definition.level <= level;
}

/** Whether a heading of the official text stands on a line of its own, rather than at the head of its text. */
export function standsAlone(section: {
  style: SectionStyle;
  heading: string | null;
  editorial: boolean;
}): boolean {
  return section.heading !== null && !section.editorial && !isPoint(section);
}
