/** What a search ought to find: looked up in the pages of a built site, not in the index. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { load } from 'cheerio';
import type { ReportData } from '../../src/model/report.ts';
import { routes } from '../../src/model/routes.ts';
import { walkOutline } from '../../src/outline.ts';
import { fold } from '../../src/search/fold.ts';
import type { Variants } from '../../src/search/variants.ts';
import { dice } from './dice.ts';

export interface TrueSection {
  /** Address of the section. */
  address: string;
  report: string;
  year: number;
  themes: string[];
  /** What its page shows of it without the sections in it, folded. */
  text: string;
}

/** Sections of one rendered page, by id, each without those in it. */
function textsOf(html: string): Map<string, string> {
  const $ = load(html);
  const texts = new Map<string, string>();
  // Innermost first: a section is taken away from the one around it once it is read.
  for (const section of $('article [data-style]').get().reverse()) {
    texts.set($(section).attr('id') ?? '', $(section).text());
    $(section).remove();
  }
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
    const texts = textsOf(read(`${routes.report(report)}index.html`));
    return [...walkOutline(data.sections)].map(({ entry: { id, themes } }) => {
      const text = texts.get(id);
      if (text === undefined) throw new Error(`${report}: the page does not show ${id}`);
      const address = routes.section(report, id);
      return { address, report, year: data.year, themes, text: fold(text, variants).text };
    });
  });
}

export interface Question {
  literal: string;
  /** Facets in the address of the search page, with the condition they stand for. */
  facets: string;
  holds(section: TrueSection): boolean;
}

const narrowings: Pick<Question, 'facets' | 'holds'>[] = [
  { facets: '', holds: () => true },
  { facets: '&year=2020', holds: ({ year }) => year === 2020 },
  { facets: '&theme=enforcement', holds: ({ themes }) => themes.includes('enforcement') },
];

/**
 * Literals of 1 to 12 characters from anywhere in the texts, and whole words or rows of words; every third of
 * them without a filter, by year and by theme.
 */
export function questions(sections: TrueSection[], random: number, aligned: number): Question[] {
  const roll = dice(random + aligned);
  const texts = sections.map(({ text }) => text).filter((text) => text.length > 1);
  const any = () => texts[roll(texts.length)] as string;
  const literals = Array.from({ length: random }, (_, i) => {
    const text = any();
    const length = 1 + (i % 12);
    const from = roll(Math.max(1, text.length - length + 1));
    return text.slice(from, from + length);
  });
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
