import type { ReportData } from '../../model/report.ts';
import { SiteElement } from '../shared/site-element.ts';
import { choice } from './choice.ts';
import { type Asked, ask, asked } from './compare-address.ts';
import { renderComparison } from './compare-render.ts';
import { renderShared } from './compare-shared.ts';
import { type Alignment, alignReports, compareReports, type RowNames } from './comparison.ts';
import { loadReports } from './load-report.ts';

/**
 * Goes to the row or sentence that the address names, which is not there before the comparison is. On narrow windows
 * one report shows at a time: the one that holds the sentence.
 */
function revealTarget(view: Element): void {
  const target = document.getElementById(location.hash.slice(1));
  if (!target || !view.contains(target)) return;
  const column = target.closest<HTMLElement>('[data-column]')?.dataset['column'];
  const radio = view.querySelector<HTMLInputElement>(`input[name=column][value="${column}"]`);
  if (radio) radio.checked = true;
  target.scrollIntoView({ block: column === undefined ? 'start' : 'center' });
}

/** `<compare-view>` shows the reports that are asked for side by side, made from their open data. */
class CompareView extends SiteElement {
  /** The query that was answered last. */
  #shown = '';

  protected begin(signal: AbortSignal): void {
    const back = () => {
      // Going to a sentence of the page is such an event as well.
      if (location.search !== this.#shown) void this.#show();
    };
    addEventListener('popstate', back, { signal });
    addEventListener('hashchange', () => revealTarget(this), { signal });
    this.addEventListener('change', ({ target }) => this.#change(target), { signal });
    this.addEventListener('click', ({ target }) => this.#click(target), { signal });
    void this.#show();
  }

  async #show(): Promise<void> {
    const query = location.search;
    this.#shown = query;
    const { ids, by } = asked();
    const select = this.querySelector<HTMLSelectElement>('select[name=by]');
    if (select) select.value = by;
    this.say('');
    this.dataset['state'] = ids.length === 0 ? 'empty' : 'loading';
    if (ids.length === 0) return;
    const { reports, failed } = await loadReports(ids);
    // The reader may have asked for something else meanwhile.
    if (query !== location.search) return;
    if (failed.length > 0) this.say(`未能取得 ${failed.join('、')}：没有这份报告，或网络不通。`);
    if (reports.length > 0) this.#fill(reports, by);
    this.dataset['state'] = reports.length > 0 ? 'done' : 'empty';
    revealTarget(this);
  }

  #fill(reports: ReportData[], by: Alignment): void {
    const names = this.querySelector(`[data-names=${by}]`)?.textContent ?? '[]';
    const compared = compareReports(reports);
    const rows = alignReports(reports, by, JSON.parse(names) as RowNames);
    this.place('table').replaceChildren(renderComparison(compared, rows));
    this.place('shared').replaceChildren(renderShared(compared));
    this.style.setProperty('--columns', String(reports.length));
  }

  #change(target: EventTarget | null): void {
    if (target instanceof HTMLInputElement && target.name === 'marks')
      this.toggleAttribute('data-unmarked', !target.checked);
    if (target instanceof HTMLSelectElement)
      this.#go({ ...asked(), by: target.value as Alignment });
  }

  #click(target: EventTarget | null): void {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-do]') : null;
    const { ids, by } = asked();
    const { do: what, id } = button?.dataset ?? {};
    if (what === 'remove') this.#go({ ids: ids.filter((other) => other !== id), by });
    // What is shown is what the reader goes on choosing from.
    if (what === 'add')
      choice.items = ids.map((shown) => ({ id: shown, name: this.#nameOf(shown) }));
  }

  #nameOf(id: string): string {
    return this.querySelector(`[data-name][data-id="${id}"]`)?.getAttribute('data-name') ?? id;
  }

  #go(to: Asked): void {
    ask(to);
    void this.#show();
  }
}

customElements.define('compare-view', CompareView);
