/** The values that compared reports give of the same indicators. */
import type { IndicatorValue, ReportFacts } from '../../model/facts.ts';
import { routes } from '../../model/routes.ts';
import { quoteWords, valueTerms, valueWords } from '../../model/value-words.ts';
import { element } from '../shared/dom.ts';
import { siteLink } from '../shared/site-link.ts';
import { nameOf } from './compare-words.ts';
import type { ComparedReport } from './comparison.ts';

/** Names of all indicators by slug, in the order of the catalogue. */
export type IndicatorNames = [slug: string, name: string][];

/** A value as it is shown: its words, what it is of, and the words of its sentence. */
export interface Figure {
  words: string;
  terms: string;
  section: string;
  quote: string;
}

/** One indicator: the values of each report, none where it discloses none. */
export interface FigureRow {
  slug: string;
  name: string;
  cells: Figure[][];
}

/** The indicators of which any of the reports gives a value; those that most give first, else in their order. */
export function figureRows(
  facts: readonly (ReportFacts | undefined)[],
  names: IndicatorNames,
): FigureRow[] {
  const figure = (value: IndicatorValue, { quantities }: ReportFacts): Figure => ({
    words: valueWords(value),
    terms: valueTerms(value).join('，'),
    section: value.section,
    quote: quoteWords(value.quote, quantities[value.quantity ?? -1]?.exact ?? ''),
  });
  const figuresOf = (slug: string, of: ReportFacts | undefined) => {
    const values = of?.indicators.filter((value) => value.slug === slug) ?? [];
    const figures = values.map((value) => figure(value, of as ReportFacts));
    // A figure that a report gives twice is shown once.
    return [...new Map(figures.map((each) => [`${each.words} ${each.terms}`, each])).values()];
  };
  const given = ({ cells }: FigureRow) => cells.filter((cell) => cell.length > 0).length;
  return names
    .map(([slug, name]) => ({ slug, name, cells: facts.map((of) => figuresOf(slug, of)) }))
    .filter((row) => given(row) > 0)
    .toSorted((a, b) => given(b) - given(a));
}

/** The table of these rows; those of one report alone are folded away. */
export function renderFigures(compared: readonly ComparedReport[], rows: FigureRow[]): Element {
  const both = rows.filter(({ cells }) => cells.filter((cell) => cell.length > 0).length > 1);
  const alone = rows.filter((row) => !both.includes(row));
  const table = (of: FigureRow[]) =>
    element(
      'section',
      { class: 'table-scroll', tabindex: 0, 'aria-label': '各报告的数字' },
      element(
        'table',
        { class: 'figures' },
        element(
          'thead',
          {},
          element(
            'tr',
            {},
            element('th', { scope: 'col' }, '指标'),
            ...compared.map(({ data }) => element('th', { scope: 'col' }, nameOf(data))),
          ),
        ),
        element('tbody', {}, ...of.map((row) => renderRow(row, compared))),
      ),
    );
  return element(
    'section',
    { class: 'side-figures', 'aria-labelledby': 'row-figures' },
    element('h2', { id: 'row-figures' }, '数字'),
    both.length > 0
      ? table(both)
      : element('p', { class: 'hint' }, '没有这些报告都写出的同一指标。'),
    alone.length > 0 &&
      element(
        'details',
        {},
        element('summary', {}, `只有一份报告写出的指标 ${alone.length} 项`),
        table(alone),
      ),
    element(
      'p',
      { class: 'hint' },
      '由程序识别，逐个通到原句；横线表示未披露，不等于零。统计范围与期间不同的不宜相比。',
    ),
  );
}

function renderRow({ slug, name, cells }: FigureRow, compared: readonly ComparedReport[]): Element {
  const values = cells.map((figures, report) => {
    const id = compared[report]?.data.id ?? '';
    return element(
      'td',
      {},
      ...figures.map(({ words, terms, section, quote }) =>
        element(
          'span',
          {},
          element('a', { href: siteLink(routes.quote(id, section, quote)) }, words),
          terms && element('small', {}, terms),
        ),
      ),
      figures.length === 0 && element('span', { class: 'hint', title: '未披露' }, '—'),
    );
  });
  const head = element('a', { href: siteLink(routes.indicator(slug)) }, name);
  return element('tr', {}, element('th', { scope: 'row' }, head), ...values);
}
