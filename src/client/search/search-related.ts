/** Shows the second tier, which is searched only when it is unfolded: common words cost many bytes. */
import { inWords } from '../../model/count-words.ts';
import { IndexReplaced, IndexUnavailable, type Tier } from '../../search/search.ts';
import { button, element } from '../shared/dom.ts';
import { leaveSearch } from './search-location.ts';
import { gap } from './search-summary.ts';
import { TierList } from './search-tier.ts';
import type { Showing } from './showing.ts';

/** What was found, in a sentence; a part of the index that is missing is named. */
function countOf({ sections, missing }: Tier): string {
  if (missing.length) return (sections ? `${inWords(sections)} 节。` : '') + gap(missing);
  return sections ? `${inWords(sections)} 节` : '没有这样的章节';
}

/**
 * The folded tier; where nothing matches exactly it is searched at once, and open. Undefined for a single word, and
 * where such a search finds nothing.
 * @throws {IndexReplaced} when it is searched at once and the site has another index by now
 */
export async function relatedTier(showing: Showing): Promise<HTMLElement | undefined> {
  const { search, request, outcome } = showing;
  const terms = search.relatedTerms(outcome.query)?.filter(({ exclude }) => !exclude);
  if (!terms) return undefined;
  const words = terms.map(({ literal }) => literal);
  const summary = element('summary', {}, `相关：${words.join('、')}分别出现在同一部分`);
  const found = element('div');
  const details = element('details', { class: 'search-related' }, summary, found);
  const again = () => button('重试', () => void unfold());
  const ask = () => search.related(outcome.query, outcome.conditions, request.order);
  const fill = async (tier: Tier) => {
    const context = { values: search.values, literals: terms, words: words.join(' ') };
    const list = new TierList('related', context);
    const show = await list.prepare(tier, true);
    show();
    const said = element('p', {}, countOf(tier));
    if (tier.missing.length) said.append(again());
    found.replaceChildren(said, list.element);
  };
  const fail = (error: unknown) => {
    console.warn(error);
    const years = error instanceof IndexUnavailable ? gap(error.years) : '';
    found.replaceChildren(element('p', {}, `未能检索。${years}`, again()));
  };
  const unfold = async () => {
    try {
      await fill(await ask());
    } catch (error) {
      if (!(error instanceof IndexReplaced)) return fail(error);
      // All that is shown is of the former index.
      leaveSearch();
      showing.retry();
    }
  };
  if (outcome.exact.sections) {
    details.addEventListener('toggle', unfold, { once: true });
    return details;
  }
  try {
    const tier = await ask();
    if (!tier.sections && !tier.missing.length) return undefined;
    await fill(tier);
  } catch (error) {
    if (error instanceof IndexReplaced) throw error;
    fail(error);
  }
  details.open = true;
  return details;
}
