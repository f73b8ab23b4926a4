/** Shows the second tier, which is searched only when it is unfolded: common words cost many bytes. */
import { element } from '../shared/dom.ts';
import { tierSection } from './search-tier.ts';
import type { Showing } from './showing.ts';

/** The folded tier, open where nothing matches exactly; undefined for a single word. */
export function relatedTier(showing: Showing): HTMLElement | undefined {
  const { search, request, outcome } = showing;
  const terms = search.relatedTerms(outcome.query)?.filter(({ exclude }) => !exclude);
  if (!terms) return undefined;
  const words = terms.map(({ literal }) => literal);
  const summary = element('summary', {}, `相关：${words.join('、')}分别出现在同一部分`);
  const details = element('details', { class: 'search-related' }, summary);
  const unfold = async () => {
    const tier = await search.related(outcome.query, outcome.choice, request.order);
    const context = { values: search.values, literals: terms, words: words.join(' ') };
    const count = tier.sections ? `${tier.sections} 节` : '没有这样的章节';
    details.append(element('p', {}, count), await tierSection('related', tier, context));
  };
  details.addEventListener('toggle', unfold, { once: true });
  details.open = !outcome.exact.sections;
  return details;
}
