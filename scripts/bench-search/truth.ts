/** What a search ought to find: looked up in the texts, not in the index. */
import type { ReportData } from '../../src/model/report.ts';
import { routes } from '../../src/model/routes.ts';
import { passagesOf, titleId } from '../../src/search/document.ts';
import { fold } from '../../src/search/fold.ts';
import type { Variants } from '../../src/search/variants.ts';
import { dice } from './synthetic.ts';

export interface TrueSection {
  /** Address of the section. */
  address: string;
  year: number;
  themes: string[];
  text: string;
}

export function trueSections(reports: ReportData[], variants: Variants): TrueSection[] {
  return reports.flatMap((report) =>
    passagesOf(report)
      .filter(({ id }) => id !== titleId)
      .map(({ id, text, themes }) => ({
        address: routes.section(report.id, id),
        year: report.year,
        themes,
        text: fold(text, variants).text,
      })),
  );
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
