/** Shows the second tier, which is searched only when it is unfolded: common words cost many bytes. */
import type { Tier } from '../search/search.ts';
import { button, element } from './search-dom.ts';
import { TierList } from './search-tier.ts';
import type { Showing } from './search-view.ts';

/**
 * The folded tier; where nothing matches exactly it is searched at once, and open. Undefined for a single word, and
 * where such a search finds nothing.
 * @throws when it is searched at once and the index cannot be fetched.
 */
export async function relatedTier(showing: Showing): Promise<HTMLElement | undefined> {
  const { search, request, outcome } = showing;
  const terms = search.relatedTerms(outcome.query)?.filter(({ exclude }) => !exclude);
  if (!terms) return undefined;
  const words = terms.map(({ literal }) => literal);
  const summary = element('summary', {}, `相关：${words.join('、')}分别出现在同一部分`);
  const found = element('div');
  const details = element('details', { class: 'search-related' }, summary, found);
  const ask = () => search.related(outcome.query, outcome.conditions, request.order);
  const fill = async (tier: Tier) => {
    const context = { values: search.values, literals: terms, words: words.join(' ') };
    const list = new TierList('related', context);
    const show = await list.prepare(tier, true);
    show();
    const count = tier.sections ? `${tier.sections} 节` : '没有这样的章节';
    found.replaceChildren(element('p', {}, count), list.element);
  };
  const unfold = async () => {
    try {
      await fill(await ask());
    } catch (error) {
      console.warn(error);
      found.replaceChildren(
        element('p', {}, '相关章节未能载入。'),
        button('重试', () => void unfold()),
      );
    }
  };
  if (outcome.exact.sections) details.addEventListener('toggle', unfold, { once: true });
  else {
    const tier = await ask();
    if (!tier.sections) return undefined;
    await fill(tier);
    details.open = true;
  }
  return details;
}
