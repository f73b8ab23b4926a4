/**
 * `<search-page>` holds the search form and the places that {@link SearchView} fills. What is shown follows
 * from the address alone, so that back and forward, links and reloading work.
 *
 * For scripts: `data-state` is `idle`, `searching`, `done`, `partial` when a part of the index could not be searched, or
 * `failed`, and `hits` holds the addresses of all sections that match exactly, also of those not shown yet.
 */

import { routes } from '../../model/routes.ts';
import { titleId } from '../../search/document.ts';
import type { Order } from '../../search/rank.ts';
import {
  IndexReplaced,
  IndexUnavailable,
  type Outcome,
  type Request,
} from '../../search/search.ts';
import { SiteElement } from '../shared/site-element.ts';
import { leaveSearch, openSearch } from './search-location.ts';
import { readState, writeState } from './search-state.ts';
import { failedTexts } from './search-texts.ts';
import { SearchView } from './search-view.ts';

/** Pause in typing after which is searched, in milliseconds. */
const pause = 250;
/** How often an index may be replaced while one query is answered, before that is said to fail. */
const mostReplaced = 2;
/** Pause after the first results, in which they are painted before the rest of the index is fetched. */
const paintDelay = 50;

class SearchPage extends SiteElement {
  #typing: ReturnType<typeof setTimeout> | undefined;
  /** Counts the searches; one that is no longer the latest stops. */
  #latest = 0;
  #outcome: Outcome | undefined;
  readonly #view = new SearchView(this, (change) => {
    if (change.text !== undefined) this.#input.value = change.text;
    this.#ask(change);
  });

  protected begin(signal: AbortSignal): void {
    const submit = (event: Event) => {
      event.preventDefault();
      this.#ask({ text: this.#input.value });
    };
    this.querySelector('form')?.addEventListener('submit', submit, { signal });
    const type = (event: Event) => this.#type(event);
    this.#input.addEventListener('input', type, { signal });
    this.#input.addEventListener('compositionend', type, { signal });
    const reorder = () => this.#ask({ order: this.#order.value as Order });
    this.#order.addEventListener('change', reorder, { signal });
    this.addEventListener('keydown', (event) => this.#move(event), { signal });
    window.addEventListener('popstate', () => void this.#show(), { signal });
    const retry = () =>
      ['failed', 'partial'].includes(this.dataset['state'] ?? '') && void this.#show();
    window.addEventListener('online', retry, { signal });
    // On a narrow page the facets would push the results out of sight.
    const facets = this.querySelector('details');
    if (facets) facets.open = matchMedia('(width >= 60rem)').matches;
    signal.addEventListener('abort', () => clearTimeout(this.#typing));
    void this.#show();
  }

  /** Addresses of all sections that match exactly, in the order of the result. */
  get hits(): string[] {
    return (this.#outcome?.exact.groups ?? []).flatMap(({ report, hits }) =>
      hits
        .filter(({ passage }) => passage.id !== titleId)
        .map(({ passage }) => routes.section(report.id, passage.id)),
    );
  }

  get #input(): HTMLInputElement {
    return this.querySelector('input[name=q]') as HTMLInputElement;
  }

  get #order(): HTMLSelectElement {
    return this.querySelector('select[name=order]') as HTMLSelectElement;
  }

  /** Searches while typing, but not while an input method composes. */
  #type(event: Event): void {
    clearTimeout(this.#typing);
    if (event instanceof InputEvent && event.isComposing) return;
    this.#typing = setTimeout(() => this.#ask({ text: this.#input.value }, true), pause);
  }

  /** Goes to another request; while typing it takes the place of the present one in the history. */
  #ask(change: Partial<Request>, replace = false): void {
    clearTimeout(this.#typing);
    const present = readState(location.search);
    const address = writeState({ ...present, ...change });
    if (address === writeState(present)) return;
    history[replace ? 'replaceState' : 'pushState'](null, '', location.pathname + address);
    void this.#show();
  }

  /** Arrow keys lead from the box through the results and back. */
  #move(event: KeyboardEvent): void {
    if (event.isComposing || !['ArrowDown', 'ArrowUp'].includes(event.key)) return;
    const links = [...this.querySelectorAll<HTMLElement>('[data-tier] a')];
    const stops = [this.#input, ...links.filter((link) => link.checkVisibility())];
    const at = stops.indexOf(event.target as HTMLElement);
    const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)];
    if (at < 0 || !next) return;
    event.preventDefault();
    next.focus();
  }

  /** Shows what the address asks for. */
  async #show(): Promise<void> {
    const request = readState(location.search);
    const turn = ++this.#latest;
    const isCurrent = () => turn === this.#latest;
    // What is being typed is not overwritten by what was typed a moment ago.
    if (request.text.trim() !== this.#input.value.trim()) this.#input.value = request.text;
    this.#order.value = request.order;
    if (!request.text.trim()) {
      this.#outcome = undefined;
      this.#view.clear();
      this.dataset['state'] = 'idle';
      return;
    }
    this.dataset['state'] = 'searching';
    if (!this.#outcome) this.#view.say('正在载入检索索引…');
    try {
      for (let replaced = 0; ; replaced++)
        try {
          return await this.#search(request, isCurrent);
        } catch (error) {
          if (!isCurrent()) return;
          if (!(error instanceof IndexReplaced) || replaced === mostReplaced) throw error;
          leaveSearch();
        }
    } catch (error) {
      if (!isCurrent()) return;
      console.warn(error);
      this.#outcome = undefined;
      this.dataset['state'] = 'failed';
      const years = error instanceof IndexUnavailable ? error.years : [];
      this.#view.fail(() => void this.#show(), years);
    }
  }

  /** Searches and shows what is found. @throws as {@link Search.run}. */
  async #search(request: Request, isCurrent: () => boolean): Promise<void> {
    const search = await openSearch();
    const retry = () => void this.#show();
    for await (const outcome of search.run(request)) {
      if (!isCurrent()) return;
      const showing = { search, request, outcome, isCurrent, retry };
      const failed = failedTexts();
      await this.#view.show(showing);
      if (!isCurrent()) return;
      // A text that is not the one that was indexed may be that of a newer site.
      if (failedTexts() > failed && (await search.isOutdated())) throw new IndexReplaced();
      if (!isCurrent()) return;
      this.#outcome = outcome;
      if (!outcome.complete) {
        await new Promise((resolve) => setTimeout(resolve, paintDelay));
        continue;
      }
      this.dataset['state'] = outcome.exact.missing.length ? 'partial' : 'done';
      await this.#view.advise(showing);
    }
  }
}

customElements.define('search-page', SearchPage);
