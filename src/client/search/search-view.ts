/** Fills the places of the search page from an outcome: `[data-place=status|chips|facets|advice|exact|related]`. */
import { routes } from '../../model/routes.ts';
import { type Proposals, proposalsFor } from '../../search/advice.ts';
import type { FacetName } from '../../search/facets.ts';
import { chooseValues } from '../../search/query.ts';
import { IndexReplaced, type Request, type Search } from '../../search/search.ts';
import { button, element } from '../shared/dom.ts';
import { siteLink } from '../shared/site-link.ts';
import { facetGroups } from './search-facets.ts';
import { ReadingPlace, replaceContent } from './search-place.ts';
import { relatedTier } from './search-related.ts';
import { type Ask, adviceList, chips, sentence } from './search-summary.ts';
import { TierList } from './search-tier.ts';
import type { Showing } from './showing.ts';

/** Where a reader may look who has found nothing. */
const otherWays = () =>
  element(
    'p',
    { class: 'ways' },
    ...(
      [
        ['怎样检索', routes.searchHelp()],
        ['按主题', routes.themes()],
        ['指标', routes.indicators()],
        ['按地区', routes.regions()],
      ] as const
    ).map(([name, address]) => element('a', { href: siteLink(address) }, name)),
  );

export class SearchView {
  readonly #root: HTMLElement;
  readonly #ask: Ask;
  /** The results of the request that is shown; the next steps of the same one add to them. */
  #results: { search: Search; request: Request; list: TierList } | undefined;

  readonly #place: ReadingPlace;

  constructor(root: HTMLElement, ask: Ask) {
    this.#root = root;
    this.#ask = ask;
    this.#place = new ReadingPlace(root, '[data-place]', '.search-group :is(h2, .search-hit)');
  }

  #fill(place: string, ...content: (Node | undefined | false)[]): void {
    const nodes = content.filter((node): node is Node => !!node);
    const parent = this.#root.querySelector(`[data-place=${place}]`);
    if (parent)
      replaceContent(parent, nodes, this.#root.querySelector<HTMLElement>('[data-place=status]'));
  }

  /** Shows what there is a choice for. */
  #offer(selector: string, offered: boolean): void {
    const part = this.#root.querySelector<HTMLElement>(selector);
    if (part) part.hidden = !offered;
  }

  /** Says where the search stands; screen readers hear it. */
  say(words: string): void {
    const status = this.#root.querySelector('[data-place=status]');
    if (status && status.textContent !== words) status.textContent = words;
  }

  clear(): void {
    this.#results = undefined;
    for (const place of ['chips', 'facets', 'advice', 'exact', 'related']) this.#fill(place);
    this.#offer('.search-order', false);
    this.#offer('.search-facets', false);
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

  /**
   * Shows what was found so far. What stood there before stays until the new excerpts are at hand; what an earlier
   * step of the same request has shown stays for good.
   */
  async show({ search, request, outcome, isCurrent }: Showing): Promise<void> {
    const { query, exact, facets: counts, conditions, complete } = outcome;
    const sought = query.terms.filter(({ exclude }) => !exclude);
    // Another index is another answer: nothing of the former one stays.
    const isNew = this.#results?.request !== request || this.#results.search !== search;
    const list =
      isNew || !this.#results
        ? new TierList('exact', {
            values: search.values,
            literals: sought,
            words: sought.map(({ source }) => source).join(' '),
          })
        : this.#results.list;
    const show = await list.prepare(exact, complete);
    if (!isCurrent()) return;
    this.#results = { search, request, list };
    const change = (facet: FacetName, values: string[]) =>
      this.#ask(chooseValues(request.text, query, request.choice, facet, values));
    const { unsearched } = outcome;
    const groups = facetGroups({
      values: search.values,
      counts,
      choice: conditions.chosen,
      unsearched,
      change,
    });
    this.#place.keep(() => {
      show();
      this.say(sentence(outcome));
      this.#fill('chips', ...chips(query, request, search.values, this.#ask));
      this.#offer('.search-facets', groups.length > 0);
      this.#offer('.search-order', exact.groups.length > 0);
      this.#fill('facets', ...groups);
      if (!isNew) return;
      this.#fill('advice');
      this.#fill('related');
      this.#fill('exact', list.element);
    });
  }

  /** Once all is searched: what may be asked besides or instead, and the second tier. */
  async advise(showing: Showing): Promise<void> {
    const { search, request, outcome, isCurrent, retry } = showing;
    const { query, exact, unnarrowed } = outcome;
    if (exact.missing.length) {
      // What else may be asked is counted in the whole index, which is not at hand.
      this.#fill('advice', button('重试', retry));
      const related = await relatedTier(showing);
      if (isCurrent()) this.#place.keep(() => this.#fill('related', related));
      return;
    }
    const asked = { search, text: request.text, query, choice: request.choice };
    let failed = false;
    const [{ known, numbers, others, synonyms }, related] = await Promise.all([
      proposalsFor(asked, exact).catch((error): Proposals => {
        if (error instanceof IndexReplaced) throw error;
        // What was found stands; only what else may be asked cannot be counted.
        failed = true;
        console.warn(error);
        return { known: [], numbers: [], others: [], synonyms: [] };
      }),
      relatedTier(showing),
    ]);
    if (!isCurrent()) return;
    const unfiltered = query.terms.map(({ source }) => source).join(' ');
    const lift = () => this.#ask({ choice: {}, text: unfiltered });
    this.#place.keep(() => {
      this.#fill(
        'advice',
        !exact.sections && unnarrowed > 0 && button('清除筛选', lift),
        adviceList('可以改为：', known, this.#ask),
        adviceList('只看完整的数字：', numbers, this.#ask),
        adviceList('可以改查：', others, this.#ask),
        adviceList('其他说法：', synonyms, this.#ask),
        !exact.groups.length && !unnarrowed && otherWays(),
        failed && element('p', {}, '可以改查什么，未能查出。', button('重试', retry)),
      );
      this.#fill('related', related);
    });
  }
}
