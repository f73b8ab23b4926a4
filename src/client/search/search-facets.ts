/** Shows the facets: what the result can be narrowed by, with the number of sections each choice leaves. */
import { inWords } from '../../model/count-words.ts';
import {
  type Choice,
  type FacetCounts,
  type FacetName,
  type FacetValues,
  facetNames,
  facetTitle,
} from '../../search/facets.ts';
import { element } from '../shared/dom.ts';

/** Up to this many values, those within others are shown; with more, those within one that was not chosen are not. */
const fewValues = 15;

export interface FacetContext {
  values: FacetValues;
  counts: FacetCounts;
  choice: Choice;
  /** Years whose numbers are not known. */
  unsearched: string[];
  /** Called with the values of a facet after one was chosen or given up. */
  change(facet: FacetName, values: string[]): void;
}

/** Chosen values after one was switched. It takes the place of those around and within it. */
function switched(
  facet: FacetName,
  value: string,
  chosen: string[],
  values: FacetValues,
): string[] {
  if (chosen.includes(value)) return chosen.filter((each) => each !== value);
  const related = (other: string) =>
    values.isWithin(facet, value, other) || values.isWithin(facet, other, value);
  return [...chosen.filter((other) => !related(other)), value];
}

/** Whether the number of sections beside a value is not known. */
function isUnknown(facet: FacetName, value: string, { unsearched }: FacetContext): boolean {
  return facet === 'year' && unsearched.includes(value);
}

function optionsOf(facet: FacetName, context: FacetContext): string[] {
  const { values, counts, choice } = context;
  const chosen = choice[facet] ?? [];
  const found = values
    .list(facet)
    .filter((value) => counts[facet].has(value) || isUnknown(facet, value, context));
  const isOpen = (around: string | undefined) =>
    !around || chosen.some((each) => values.isWithin(facet, each, around));
  const shown =
    found.length > fewValues
      ? found.filter((value) => isOpen(values.parentOf(facet, value)))
      : found;
  // What was chosen stays, so that it can be given up, even where nothing has it.
  return [...shown, ...chosen.filter((value) => !shown.includes(value))];
}

function option(facet: FacetName, value: string, context: FacetContext): HTMLElement {
  const { values, counts, choice, change } = context;
  const chosen = choice[facet] ?? [];
  const input = element('input', {
    type: 'checkbox',
    name: facet,
    value,
    checked: chosen.includes(value),
  });
  input.addEventListener('change', () => change(facet, switched(facet, value, chosen, values)));
  const level = values.path(facet, value).length - 1;
  return element(
    'li',
    { 'data-level': level },
    element(
      'label',
      {},
      input,
      element('span', { class: 'facet-name' }, values.name(facet, value)),
      !isUnknown(facet, value, context) &&
        element('span', { class: 'facet-count' }, inWords(counts[facet].get(value) ?? 0)),
    ),
  );
}

/** One group of check boxes a facet; facets with a single value that is not chosen say nothing and are left out. */
export function facetGroups(context: FacetContext): HTMLElement[] {
  return facetNames.flatMap((facet) => {
    const options = optionsOf(facet, context);
    if (options.length < 2 && !context.choice[facet]?.length) return [];
    return element(
      'fieldset',
      { 'data-facet': facet },
      element('legend', {}, facetTitle(facet)),
      element('ul', {}, ...options.map((value) => option(facet, value, context))),
    );
  });
}
