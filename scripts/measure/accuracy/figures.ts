/** Quantities, cells of tables and values of indicators against their labels. */
import type { ReportFacts } from '../../../src/model/facts.ts';
import { isSameAmount, plain } from './compare.ts';
import { type Labels, labelled } from './labels.ts';
import { matchFacts, type Places } from './match.ts';
import type { Counter } from './tally.ts';

type LabelledQuantity = NonNullable<Labels['quantities']>[string][number];

/** A label of the prose, spelled out. */
function spelledOut(section: string, label: LabelledQuantity) {
  const { exact, value, unit, either } = typeof label === 'string' ? { exact: label } : label;
  const read = labelled(exact);
  return { section, exact, value: value ?? read.value, unit: unit ?? read.unit, either };
}

/** Counts figures of the prose, then those of tables among what is left. */
export function measureQuantities(
  { quantities = {}, tables = [] }: Pick<Labels, 'quantities' | 'tables'>,
  facts: ReportFacts,
  places: Places,
  counter: Counter,
): void {
  const prose = Object.entries(quantities).flatMap(([section, all]) =>
    all.map((label) => spelledOut(section, label)),
  );
  const inProse = matchFacts(prose, facts.quantities, places, isSameAmount);
  for (const label of prose)
    if (!label.either)
      counter.count(
        ['quantities.prose'],
        inProse.found.has(label) ? 'right' : 'missing',
        `${label.section} ${label.exact}`,
      );
  const inTables = matchFacts(tables, inProse.left, places, ({ value, unit }, fact) =>
    isSameAmount({ value, unit: unit ?? fact.unit }, fact),
  );
  for (const label of tables)
    if (!label.either)
      counter.count(
        ['quantities.tables'],
        inTables.found.has(label) ? 'right' : 'missing',
        `${label.section} ${label.row}/${label.column} ${label.value}${label.unit ?? ''}`,
      );
  for (const { section, exact } of inTables.left)
    counter.count(['quantities.prose'], 'invented', `${section} ${exact}`);
}

/** Counts values of indicators, in all, by slug, and by whether they are marked as certain. */
export function measureIndicators(
  { indicators = [] }: Pick<Labels, 'indicators'>,
  facts: ReportFacts,
  places: Places,
  counter: Counter,
): void {
  const namesOf = (slug: string) => ['indicators.all', `slug.${slug}`];
  const { found, left } = matchFacts(
    indicators,
    facts.indicators,
    places,
    (label, fact) => label.slug === fact.slug && isSameAmount(label, fact),
    ({ quote }, fact) => plain(fact.quote).includes(plain(quote)),
  );
  for (const label of indicators) {
    const { slug, value, unit, section, quote, either } = label;
    const fact = found.get(label);
    if (either) continue;
    const told = `${section} ${slug} ${value}${unit}${markOf(fact)}: ${quote}`;
    counter.count(namesOf(slug), fact ? 'right' : 'missing', told);
    if (fact) counter.count([`marks.${fact.status}`], 'right');
  }
  for (const fact of left) {
    const { slug, value, unit, section, quote } = fact;
    const told = `${section} ${slug} ${value}${unit}${markOf(fact)}: ${quote}`;
    counter.count(namesOf(slug), 'invented', told);
    counter.count([`marks.${fact.status}`], 'invented');
  }
}

const markOf = (fact: { status: string } | undefined) =>
  fact?.status === 'uncertain' ? '（待核）' : '';
