/**
 * `<search-page>`: the search page. It holds the search form and the empty places that are filled here:
 * `[data-place=status|chips|facets|advice|exact|related]`. What is shown follows from the address alone,
 * so that back and forward, links and reloading work.
 *
 * For scripts: `data-state` is `idle`, `searching`, `done` or `failed`; `hits` are all sections that match
 * exactly, as addresses; the total is in `data-sections` and `data-reports` of `[data-tier=exact]`.
 */
import { routes } from '../model/routes.ts';
import { alternatives, synonymsOf } from '../search/advice.ts';
import { titleId } from '../search/document.ts';
import type { Order } from '../search/rank.ts';
import { relatedTerms } from '../search/related.ts';
import type { Outcome, Request, Search, Tier } from '../search/search.ts';
import { button, element } from './search-dom.ts';
import { facetGroups } from './search-facets.ts';
import { openSearch } from './search-location.ts';
import { groupItem, type ResultContext } from './search-results.ts';
import { readState, writeState } from './search-state.ts';
import { adviceList, chips, sentence } from './search-summary.ts';

/** Reports shown at a time. */
const pageSize = 10;
/** Pause in typing after which is searched, in milliseconds. */
const pause = 250;

class SearchPage extends HTMLElement {
  #listening: AbortController | undefined;
  #typing: ReturnType<typeof setTimeout> | undefined;
  /** Counts the searches; a search that is no longer the latest stops. */
  #latest = 0;
  #outcome: Outcome | undefined;

  connectedCallback(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const input = this.#input;
    this.#place<HTMLFormElement>('form')?.addEventListener(
      'submit',
      (event) => {
        event.preventDefault();
        this.#ask({ text: input.value });
      },
      { signal },
    );
    input.addEventListener('input', (event) => this.#type(event as InputEvent), { signal });
    input.addEventListener('compositionend', () => this.#type(), { signal });
    this.addEventListener('keydown', (event) => this.#move(event), { signal });
    const order = this.querySelector('select') as HTMLSelectElement;
    order.addEventListener('change', () => this.#ask({ order: order.value as Order }), { signal });
    // On a narrow page the facets would push the results out of sight.
    const facets = this.querySelector('details') as HTMLDetailsElement;
    facets.open = matchMedia('(width >= 60rem)').matches;
    window.addEventListener('popstate', () => void this.#show(), { signal });
    void this.#show();
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
    clearTimeout(this.#typing);
  }

  /** Addresses `<report>#<section>` of all sections that match exactly, in the order of the result. */
  get hits(): string[] {
    const groups = this.#outcome?.exact.groups ?? [];
    return groups.flatMap(({ report, hits }) =>
      hits
        .filter(({ passage }) => passage.id !== titleId)
        .map(({ passage }) => routes.section(report.id, passage.id)),
    );
  }

  get #input(): HTMLInputElement {
    return this.querySelector('input[name=q]') as HTMLInputElement;
  }

  #place<Place extends HTMLElement = HTMLElement>(name: string): Place {
    return this.querySelector(name === 'form' ? 'form' : `[data-place=${name}]`) as Place;
  }

  /** Searches while typing, but not while an input method composes. */
  #type(event?: InputEvent): void {
    clearTimeout(this.#typing);
    if (event?.isComposing) return;
    this.#typing = setTimeout(() => this.#ask({ text: this.#input.value }, true), pause);
  }

  /** Goes to another request; while typing it takes the place of the present one in the history. */
  #ask(change: Partial<Request>, replace = false): void {
    clearTimeout(this.#typing);
    const address = writeState({ ...readState(location.search), ...change });
    if (address === location.search) return;
    const url = location.pathname + address;
    if (replace) history.replaceState(null, '', url);
    else history.pushState(null, '', url);
    void this.#show();
  }

  /** Arrow keys lead from the box through the results and back. */
  #move(event: KeyboardEvent): void {
    if (event.isComposing || !['ArrowDown', 'ArrowUp'].includes(event.key)) return;
    const links = [...this.querySelectorAll<HTMLElement>('[data-place=exact] a')].filter((link) =>
      link.checkVisibility(),
    );
    const at = links.indexOf(event.target as HTMLElement);
    if (at < 0 && event.target !== this.#input) return;
    const next = at + (event.key === 'ArrowDown' ? 1 : -1);
    if (next < -1 || next >= links.length) return;
    event.preventDefault();
    (next === -1 ? this.#input : links[next])?.focus();
  }

  /** Shows what the address asks for. */
  async #show(): Promise<void> {
    const request = readState(location.search);
    const turn = ++this.#latest;
    const current = () => turn === this.#latest;
    if (this.#input.value !== request.text && document.activeElement !== this.#input)
      this.#input.value = request.text;
    (this.querySelector('select') as HTMLSelectElement).value = request.order;
    if (!request.text.trim()) return this.#clear();
    this.dataset['state'] = 'searching';
    this.#say(this.#outcome ? '' : '正在载入检索索引…');
    try {
      const search = await openSearch();
      for await (const outcome of search.run(request)) {
        if (!current()) return;
        await this.#fill(search, request, outcome, current);
      }
      if (!current()) return;
      this.dataset['state'] = 'done';
      if (this.#outcome) await this.#advise(search, request, this.#outcome, current);
    } catch (error) {
      if (current()) this.#fail(error);
    }
  }

  #say(words: string): void {
    this.#place('status').textContent = words;
  }

  /** Without a query: the hints for searching show instead. */
  #clear(): void {
    this.#outcome = undefined;
    for (const name of ['chips', 'facets', 'advice', 'exact', 'related'])
      this.#place(name).replaceChildren();
    this.#say('');
    this.dataset['state'] = 'idle';
  }

  #fail(error: unknown): void {
    console.warn(error);
    this.#clear();
    this.dataset['state'] = 'failed';
    const reason = navigator.onLine ? '检索索引未能载入。' : '现在没有网络连接。';
    this.#say(`${reason}请稍后重试；也可以按地区、年度、主题浏览。`);
    this.#place('advice').replaceChildren(button('重试', () => void this.#show()));
  }

  async #fill(
    search: Search,
    request: Request,
    outcome: Outcome,
    current: () => boolean,
  ): Promise<void> {
    const ask = (change: Partial<Request>) => {
      if (change.text !== undefined) this.#input.value = change.text;
      this.#ask(change);
    };
    const { query, exact, facets: counts, choice } = outcome;
    const sought = query.terms.filter(({ exclude }) => !exclude);
    const context: ResultContext = {
      values: search.values,
      literals: sought,
      words: sought.map(({ source }) => source).join(' '),
    };
    const results = await this.#tier('exact', exact, context, request.order, current);
    if (!current()) return;
    this.#outcome = outcome;
    this.#say(sentence(outcome));
    this.#place('chips').replaceChildren(...chips(query, request, search.values, ask));
    this.#place('facets').replaceChildren(
      ...facetGroups({
        values: search.values,
        counts,
        choice,
        change: (facet, values) => ask({ choice: { ...request.choice, [facet]: values } }),
      }),
    );
    this.#place('advice').replaceChildren();
    this.#place('related').replaceChildren();
    this.#place('exact').replaceChildren(results);
  }

  /** A tier with its first reports; a button shows more. */
  async #tier(
    name: string,
    { groups, sections, reports, titles }: Tier,
    context: ResultContext,
    order: Order,
    current: () => boolean,
  ): Promise<HTMLElement> {
    const list = element('ol', { class: 'search-groups' });
    const more = button('', () => void add(), { class: 'search-next' });
    const add = async () => {
      const next = groups.slice(list.childElementCount, list.childElementCount + pageSize);
      const items = await Promise.all(next.map((group) => groupItem(group, context)));
      if (!current()) return;
      list.append(...items);
      const left = groups.length - list.childElementCount;
      more.hidden = left === 0;
      more.textContent = `再显示 ${Math.min(left, pageSize)} 篇（还有 ${left} 篇）`;
    };
    await add();
    const counts = { 'data-sections': sections, 'data-reports': reports, 'data-titles': titles };
    return element('section', { 'data-tier': name, 'data-order': order, ...counts }, list, more);
  }

  /** Once all is searched: what may be asked besides or instead, and the second tier. */
  async #advise(
    search: Search,
    request: Request,
    outcome: Outcome,
    current: () => boolean,
  ): Promise<void> {
    const { query, choice, exact } = outcome;
    const ask = (change: Partial<Request>) => {
      if (change.text !== undefined) this.#input.value = change.text;
      this.#ask(change);
    };
    const [synonyms, numbers, others, related] = await Promise.all([
      synonymsOf(search, request.text, query, choice),
      search.wholeNumbers(query, choice),
      exact.sections ? [] : alternatives(search, request.text, query, choice),
      search.related(query, choice, request.order),
    ]);
    if (!current()) return;
    const whole = numbers
      .filter(({ sections }) => sections < exact.sections)
      .map(({ term, sections }) => ({
        text: request.text.replace(term.source, `=${term.source}`),
        label: `完整的“${term.literal}”`,
        sections,
      }));
    const lifted = !exact.sections && outcome.unnarrowed > 0;
    this.#place('advice').replaceChildren(
      ...[
        lifted && button('清除筛选', () => ask({ choice: {}, text: withoutFilters(outcome) })),
        adviceList('只看数字完整的：', whole, ask),
        adviceList('可以改查：', others, ask),
        adviceList('同义说法：', synonyms, ask),
      ].filter((node) => !!node),
    );
    if (!related.sections) return;
    const details = element(
      'details',
      { class: 'search-related' },
      element('summary', {}, `相关：${related.sections} 节含有各个词，但不连在一起`),
    );
    const terms = relatedTerms(query.terms)?.filter(({ exclude }) => !exclude) ?? [];
    const context: ResultContext = {
      values: search.values,
      literals: terms,
      words: terms.map(({ literal }) => literal).join(' '),
    };
    details.addEventListener(
      'toggle',
      async () =>
        details.append(await this.#tier('related', related, context, request.order, current)),
      { once: true },
    );
    this.#place('related').replaceChildren(details);
  }
}

/** The query without its typed filters. */
function withoutFilters({ query }: Outcome): string {
  return query.terms.map(({ source }) => source).join(' ');
}

customElements.define('search-page', SearchPage);
