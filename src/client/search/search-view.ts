/** Fills the places of the search page from an outcome: `[data-place=status|chips|facets|advice|exact|related]`. */
import { type Advice, alternatives, synonymsOf, wholeNumbers } from '../../search/advice.ts';
import { IndexReplaced } from '../../search/search.ts';
import { button, element } from '../shared/dom.ts';
import { facetGroups } from './search-facets.ts';
import { relatedTier } from './search-related.ts';
import type { ResultContext } from './search-results.ts';
import { type Ask, adviceList, chips, sentence } from './search-summary.ts';
import { tierSection } from './search-tier.ts';
import type { Showing } from './showing.ts';

export class SearchView {
  readonly #root: HTMLElement;
  readonly #ask: Ask;

  constructor(root: HTMLElement, ask: Ask) {
    this.#root = root;
    this.#ask = ask;
  }

  #fill(place: string, ...content: (Node | undefined | false)[]): void {
    const nodes = content.filter((node): node is Node => !!node);
    this.#root.querySelector(`[data-place=${place}]`)?.replaceChildren(...nodes);
  }

  /** Says where the search stands; screen readers hear it. */
  say(words: string): void {
    const status = this.#root.querySelector('[data-place=status]');
    if (status && status.textContent !== words) status.textContent = words;
  }

  clear(): void {
    for (const place of ['chips', 'facets', 'advice', 'exact', 'related']) this.#fill(place);
    this.say('');
  }

  /**
   * Says that the search does not work, and what to do.
   * @param years Those that were to be searched, where that is known.
   */
  fail(retry: () => void, years: number[]): void {
    this.clear();
    const asked = years.length ? `，${years.join('、')}年的报告都没有检索到` : '';
    const reason = navigator.onLine ? `检索索引未能载入${asked}。` : '现在没有网络连接。';
    this.say(`${reason}请稍后重试；也可以按地区、年度、主题浏览。`);
    this.#fill('advice', button('重试', retry));
  }

  /** Shows what was found so far; what stood there before stays until the new excerpts are at hand. */
  async show({ search, request, outcome, isCurrent }: Showing): Promise<void> {
    const { query, exact, facets: counts, choice } = outcome;
    const sought = query.terms.filter(({ exclude }) => !exclude);
    const context: ResultContext = {
      values: search.values,
      literals: sought,
      words: sought.map(({ source }) => source).join(' '),
    };
    const results = await tierSection('exact', exact, context, outcome.complete);
    if (!isCurrent()) return;
    this.say(sentence(outcome));
    this.#fill('chips', ...chips(query, request, search.values, this.#ask));
    const change = (facet: string, values: string[]) =>
      this.#ask({ choice: { ...request.choice, [facet]: values } });
    const { unsearched } = outcome;
    const facets = facetGroups({ values: search.values, counts, choice, unsearched, change });
    this.#fill('facets', ...facets);
    this.#fill('advice');
    this.#fill('related');
    this.#fill('exact', results);
  }

  /** Once all is searched: what may be asked besides or instead, and the second tier. */
  async advise(showing: Showing): Promise<void> {
    const { search, request, outcome, isCurrent, retry } = showing;
    const { query, choice, exact, unnarrowed } = outcome;
    if (exact.missing.length) {
      // What else may be asked is counted in the whole index, which is not at hand.
      this.#fill('advice', button('重试', retry));
      this.#fill('related', relatedTier(showing));
      return;
    }
    const asked = { search, text: request.text, query, choice };
    let failed = false;
    const [numbers = [], others = [], synonyms = []] = await Promise.all([
      wholeNumbers(asked, exact.sections),
      exact.sections || exact.titles ? [] : alternatives(asked),
      synonymsOf(asked),
    ]).catch((error): Advice[][] => {
      if (error instanceof IndexReplaced) throw error;
      // What was found stands; only what else may be asked cannot be counted.
      failed = true;
      console.warn(error);
      return [];
    });
    if (!isCurrent()) return;
    const unfiltered = query.terms.map(({ source }) => source).join(' ');
    const lift = () => this.#ask({ choice: {}, text: unfiltered });
    this.#fill(
      'advice',
      !exact.sections && unnarrowed > 0 && button('清除筛选', lift),
      adviceList('只看完整的数字：', numbers, this.#ask),
      adviceList('可以改查：', others, this.#ask),
      adviceList('其他说法：', synonyms, this.#ask),
      failed && element('p', {}, '可以改查什么，未能查出。', button('重试', retry)),
    );
    this.#fill('related', relatedTier(showing));
  }
}
