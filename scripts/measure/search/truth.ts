/** What a search ought to find: looked up in the pages of a built site, not in the index. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { load } from 'cheerio';
import type { AnyNode } from 'domhandler';
import { walkOutline } from '../../../src/model/outline.ts';
import type { ReportData } from '../../../src/model/report.ts';
import { routes } from '../../../src/model/routes.ts';
import { fold } from '../../../src/search/fold.ts';
import type { Variants } from '../../../src/search/variants.ts';
import { seededNumbers } from '../bench/random.ts';

/** The folded text of a section with the sections in it. */
export interface NestedText {
  text: string;
  /** Stretches of `text` that are sections of their own. */
  inner: [from: number, to: number][];
}

export interface TrueSection extends NestedText {
  /** Address of the section. */
  address: string;
  report: string;
  year: number;
  themes: string[];
}

/** Joins folded pieces of a section, its own ones and those of the sections in it, in reading order. */
export function nestedText(pieces: { text: string; own: boolean }[]): NestedText {
  const nested: NestedText = { text: '', inner: [] };
  for (const { text, own } of pieces) {
    const from = nested.text.length;
    nested.text += text;
    if (!own && text) nested.inner.push([from, from + text.length]);
  }
  return nested;
}

/** Whether a section is the innermost one that holds an occurrence of a folded literal. */
export function holds({ text, inner }: NestedText, literal: string): boolean {
  for (let at = text.indexOf(literal); at >= 0; at = text.indexOf(literal, at + 1))
    if (!inner.some(([from, to]) => from <= at && at + literal.length <= to)) return true;
  return false;
}

/** Sections of one rendered page, by id, each with those in it. */
function textsOf(html: string, variants: Variants): Map<string, NestedText> {
  const $ = load(html);
  const texts = new Map<string, NestedText>();
  const isSection = (node: AnyNode) => $(node).is('[data-style]');
  // Pieces of an element in reading order: a section in it is one piece.
  const piecesOf = (node: AnyNode): { text: string; own: boolean }[] =>
    $(node)
      .contents()
      .get()
      .flatMap((child) => {
        if (isSection(child)) return { text: textOf(child).text, own: false };
        if (child.type === 'text') return { text: fold(child.data, variants).text, own: true };
        return piecesOf(child);
      });
  const textOf = (section: AnyNode): NestedText => {
    const nested = nestedText(piecesOf(section));
    texts.set($(section).attr('id') ?? '', nested);
    return nested;
  };
  piecesOf($('article')[0] as AnyNode);
  return texts;
}

/**
 * All sections of the reports of a built site.
 * @throws when a page does not show the sections of the open data.
 */
export function renderedSections(siteDir: string, variants: Variants): TrueSection[] {
  const ids = readdirSync(path.join(siteDir, path.dirname(routes.reportData('id'))))
    .filter((name) => existsSync(path.join(siteDir, routes.report(path.parse(name).name))))
    .map((name) => path.parse(name).name);
  return ids.sort().flatMap((report) => {
    const read = (address: string) => readFileSync(path.join(siteDir, address), 'utf8');
    const data: ReportData = JSON.parse(read(routes.reportData(report)));
    const texts = textsOf(read(`${routes.report(report)}index.html`), variants);
    return [...walkOutline(data.sections)].map(({ entry: { id, themes } }) => {
      const nested = texts.get(id);
      if (nested === undefined) throw new Error(`${report}: the page does not show ${id}`);
      const address = routes.section(report, id);
      return { address, report, year: data.year, themes, ...nested };
    });
  });
}

export interface Question {
  literal: string;
  /** Facets in the address of the search page, with the condition they stand for. */
  facets: string;
  admits(section: TrueSection): boolean;
}

const narrowings: Pick<Question, 'facets' | 'admits'>[] = [
  { facets: '', admits: () => true },
  { facets: '&year=2020', admits: ({ year }) => year === 2020 },
  { facets: '&theme=enforcement', admits: ({ themes }) => themes.includes('enforcement') },
];

/**
 * A random stretch of a section: from anywhere in it and the sections in it, or across the beginning of one in it.
 * @returns nothing where the section has none.
 */
export function randomLiteral(
  { text, inner }: NestedText,
  length: number,
  across: boolean,
  roll: (sides: number) => number,
): string {
  let from = roll(Math.max(1, text.length - length + 1));
  if (across) {
    const begin = inner[roll(Math.max(1, inner.length))]?.[0];
    if (!begin || length < 2) return '';
    from = Math.max(0, begin - 1 - roll(length - 1));
  }
  return text.slice(from, from + length);
}

/**
 * Literals of 1 to 12 characters from anywhere in the texts, every fourth across the beginning of a section in
 * another, and whole words or rows of words; every third of them without a filter, by year and by theme.
 */
export function questions(sections: TrueSection[], random: number, aligned: number): Question[] {
  const roll = seededNumbers(random + aligned);
  const texts = sections.filter(({ text }) => text.length > 1);
  const nests = sections.filter(({ inner }) => inner.length);
  const any = () => (texts[roll(texts.length)] as TrueSection).text;
  const literals: string[] = [];
  for (let i = 0; literals.length < random; i++) {
    const across = i % 4 === 3 && nests.length > 0;
    const from = across ? nests : texts;
    const section = from[roll(from.length)] as TrueSection;
    const literal = randomLiteral(section, 1 + roll(12), across, roll);
    if (literal) literals.push(literal);
  }
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  while (literals.length < random + aligned) {
    const words = [...segmenter.segment(any())].filter(({ isWordLike }) => isWordLike);
    const from = words[roll(words.length)];
    const to = from && words[Math.min(words.length - 1, words.indexOf(from) + roll(4))];
    if (!to) continue;
    const literal = from.input.slice(from.index, to.index + to.segment.length);
    if (literal.length <= 16) literals.push(literal);
  }
  return literals.map((literal, i) => ({
    literal,
    ...(narrowings[i % narrowings.length] as (typeof narrowings)[0]),
  }));
}
