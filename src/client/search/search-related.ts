/** Shows the second tier, which is searched only when it is unfolded: common words cost many bytes. */
import { IndexReplaced, IndexUnavailable } from '../../search/search.ts';
import { button, element } from '../shared/dom.ts';
import { leaveSearch } from './search-location.ts';
import { gap } from './search-summary.ts';
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
  const place = element('div');
  details.append(place);
  const say = (text: string, ...more: Node[]) => element('p', {}, text, ...more);
  const again = () => button('重试', () => void unfold());
  const unfold = async () => {
    try {
      const tier = await search.related(outcome.query, outcome.choice, request.order);
      const context = { values: search.values, literals: terms, words: words.join(' ') };
      const { sections, missing } = tier;
      const count = sections ? `${sections} 节。` : '';
      const said = missing.length
        ? say(count + gap(missing), again())
        : say(sections ? `${sections} 节` : '没有这样的章节');
      place.replaceChildren(said, await tierSection('related', tier, context));
    } catch (error) {
      console.warn(error);
      // The site has another index: all that is shown is of the former one.
      if (error instanceof IndexReplaced) {
        leaveSearch();
        return showing.retry();
      }
      const years = error instanceof IndexUnavailable ? gap(error.years) : '';
      place.replaceChildren(say(`未能检索。${years}`, again()));
    }
  };
  details.addEventListener('toggle', unfold, { once: true });
  details.open = !outcome.exact.sections;
  return details;
}
