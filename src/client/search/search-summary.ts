/** Shows what was understood as removable chips, what was found in words, and what may be asked instead. */
import { inWords } from '../../model/count-words.ts';
import { type Advice, unknownFilters } from '../../search/advice.ts';
import { type Choice, type FacetValues, facetNames, facetTitle } from '../../search/facets.ts';
import { type Query, replaceWord, type Term, type TypedFilter } from '../../search/query.ts';
import type { Outcome, Request } from '../../search/search.ts';
import { button, element } from '../shared/dom.ts';

/** Asks for something else. */
export type Ask = (request: Partial<Request>) => void;

const termKind = ({ exclude, whole }: Term) => (exclude ? '不含' : whole ? '完整数字' : '');

function chip(kind: string, label: string, remove: () => void): HTMLElement {
  return element(
    'li',
    { class: 'search-chip' },
    kind && element('span', { class: 'chip-kind' }, kind),
    element('span', {}, label),
    button('×', remove, { 'aria-label': `去掉“${label}”` }),
  );
}

function filterKind({ facet, exclude, values }: TypedFilter): string {
  const title = facetTitle(facet);
  return !values.length ? `没有此${title}` : exclude ? `${title}不含` : '';
}

function namesOf({ facet, values: found, word }: TypedFilter, values: FacetValues): string {
  return found.length ? found.map((value) => values.name(facet, value)).join('、') : word;
}

function chosenChips(choice: Choice, values: FacetValues, ask: Ask): HTMLElement[] {
  return facetNames.flatMap((facet) =>
    (choice[facet] ?? []).map((value) =>
      chip('', values.name(facet, value), () => {
        const rest = choice[facet]?.filter((each) => each !== value) ?? [];
        ask({ choice: { ...choice, [facet]: rest } });
      }),
    ),
  );
}

/** One chip for each term, typed filter and chosen facet; removing it asks for the rest. */
export function chips(
  query: Query,
  { text, choice }: Request,
  values: FacetValues,
  ask: Ask,
): HTMLElement[] {
  const drop = (source: string) => () => ask({ text: replaceWord(text, source) });
  return [
    ...query.terms.map((term) => chip(termKind(term), term.literal, drop(term.source))),
    ...query.filters.map((filter) =>
      chip(filterKind(filter), namesOf(filter, values), drop(filter.source)),
    ),
    ...chosenChips(choice, values, ask),
  ];
}

/** Years of which a part could not be searched, in a sentence; what was found is no more than a part, then. */
export const gap = (years: number[]) => `${years.join('、')}年的报告未能全部检索，结果不完整。`;

/** The outcome in a sentence, as it is shown and spoken. */
export function sentence({ query, exact, unnarrowed, complete, years }: Outcome): string {
  const unknown = unknownFilters(query)
    .map(({ facet, word }) => `收录的报告没有叫“${word}”的${facetTitle(facet)}。`)
    .join('');
  if (!query.terms.length) return `${unknown}现在只有筛选条件，请再输入要查的字句。`;
  const titles = exact.titles ? `；标题完全匹配的 ${inWords(exact.titles)} 份` : '';
  const { missing } = exact;
  const found = exact.sections
    ? `完全匹配 ${inWords(exact.sections)} 节，见于 ${inWords(exact.reports)} 份报告${titles}。`
    : exact.titles
      ? `正文中没有；标题完全匹配的 ${inWords(exact.titles)} 份。`
      : missing.length
        ? '查到的部分里没有。'
        : unnarrowed
          ? `在所选条件下没有；不加筛选有 ${inWords(unnarrowed)} 节。`
          : '没有完全匹配的内容。';
  const known = missing.length ? found + gap(missing) : found;
  return unknown + (complete ? known : `已查 ${years.join('、')} 年：${known}其余年度检索中…`);
}

/** Other queries as buttons, none for none. */
export function adviceList(title: string, advice: Advice[], ask: Ask): HTMLElement | undefined {
  if (!advice.length) return undefined;
  return element(
    'p',
    { class: 'search-advice' },
    title,
    ...advice.map(({ text, label, sections }) =>
      button(`${label}（${inWords(sections)} 节）`, () => ask({ text }), { class: 'advice' }),
    ),
  );
}
