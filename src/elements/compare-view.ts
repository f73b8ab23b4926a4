import { choice } from '../compare/choice.ts';
import {
  type Alignment,
  alignReports,
  compareReports,
  type RowNames,
} from '../compare/comparison.ts';
import type { ReportData } from '../model/report.ts';
import { routes, withBase } from '../model/routes.ts';
import { renderComparison } from './compare-render.ts';
import { renderShared } from './compare-shared.ts';
import { getJson } from './fetch-once.ts';

const reportId = /^\d{6}-\d{4}(-[a-z0-9-]+)?$/;

/**
 * `<compare-view>` shows the reports that the address names (`?r=<id>,<id>&by=theme`) side by side, made from their
 * open data. Without any in the address it takes those the reader has chosen.
 */
class CompareView extends HTMLElement {
  #listening: AbortController | undefined;
  /** The query that was answered last. */
  #shown = '';

  connectedCallback(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const back = () => {
      // Going to a sentence of the page is such an event as well.
      if (location.search !== this.#shown) void this.#show();
    };
    addEventListener('popstate', back, { signal });
    addEventListener('hashchange', () => this.#reveal(), { signal });
    this.addEventListener('change', ({ target }) => this.#change(target), { signal });
    this.addEventListener('click', ({ target }) => this.#click(target), { signal });
    void this.#show();
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
  }

  #asked(): { ids: string[]; by: Alignment } {
    const query = new URLSearchParams(location.search);
    const named = (query.get('r') ?? '').split(/[,，]/).filter((id) => reportId.test(id));
    const ids = named.length > 0 ? named : choice.items.map(({ id }) => id);
    return {
      ids: [...new Set(ids)].slice(0, 4),
      by: query.get('by') === 'part' ? 'part' : 'theme',
    };
  }

  async #show(): Promise<void> {
    this.#shown = location.search;
    const { ids, by } = this.#asked();
    const select = this.querySelector<HTMLSelectElement>('select[name=by]');
    if (select) select.value = by;
    this.dataset['state'] = ids.length === 0 ? 'empty' : 'loading';
    if (ids.length === 0) return;
    const results = await Promise.allSettled(
      ids.map((id) => getJson<ReportData>(routes.reportData(id))),
    );
    const reports = results.flatMap((result) =>
      result.status === 'fulfilled' ? result.value : [],
    );
    const failed = ids.filter((_, at) => results[at]?.status === 'rejected');
    this.#say(failed.length > 0 ? `未能取得 ${failed.join('、')}：没有这份报告，或网络不通。` : '');
    if (reports.length === 0) {
      this.dataset['state'] = 'empty';
      return;
    }
    const names = JSON.parse(
      this.querySelector(`[data-names=${by}]`)?.textContent ?? '[]',
    ) as RowNames;
    const compared = compareReports(reports);
    const rows = alignReports(reports, by, names);
    this.#place('table').replaceChildren(renderComparison(compared, rows));
    this.#place('shared').replaceChildren(renderShared(compared));
    this.dataset['state'] = 'done';
    this.dataset['count'] = String(reports.length);
    this.#reveal();
  }

  #place(name: string): Element {
    return this.querySelector(`[data-place=${name}]`) ?? this;
  }

  #say(words: string): void {
    this.#place('status').textContent = words;
  }

  #change(target: EventTarget | null): void {
    if (target instanceof HTMLInputElement && target.name === 'marks')
      this.toggleAttribute('data-unmarked', !target.checked);
    if (target instanceof HTMLSelectElement) this.#go(this.#asked().ids, target.value as Alignment);
  }

  #click(target: EventTarget | null): void {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-do]') : null;
    const { ids, by } = this.#asked();
    const id = button?.dataset['id'];
    if (button?.dataset['do'] === 'remove')
      this.#go(
        ids.filter((other) => other !== id),
        by,
      );
    // What is shown is what the reader goes on choosing from.
    if (button?.dataset['do'] === 'add')
      choice.items = ids.map((shown) => ({ id: shown, name: this.#nameOf(shown) }));
  }

  #nameOf(id: string): string {
    return this.querySelector(`[data-name][data-id="${id}"]`)?.getAttribute('data-name') ?? id;
  }

  #go(ids: string[], by: Alignment): void {
    if (ids.length === 0) choice.items = [];
    history.pushState(null, '', withBase(import.meta.env.BASE_URL, routes.compare(ids, by)));
    void this.#show();
  }

  /** On narrow windows one report shows at a time: the one that holds the sentence gone to. */
  #reveal(): void {
    const target = document.getElementById(location.hash.slice(1));
    const column = target?.closest<HTMLElement>('[data-column]')?.dataset['column'];
    if (!target || column === undefined) return;
    const radio = this.querySelector<HTMLInputElement>(`input[name=column][value="${column}"]`);
    if (radio) radio.checked = true;
    target.scrollIntoView({ block: 'center' });
  }
}

customElements.define('compare-view', CompareView);
