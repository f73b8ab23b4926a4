import { SiteElement } from '../shared/site-element.ts';
import { choice, mostCompared } from './choice.ts';
import { type Asked, ask, asked } from './compare-address.ts';
import { renderPair } from './compare-pair.ts';
import { renderComparison } from './compare-render.ts';
import { renderShared } from './compare-shared.ts';
import type { Alignment, RowNames } from './comparison.ts';
import { type IndicatorNames, renderFigures } from './figures.ts';
import { loadFacts, loadReports } from './load-report.ts';
import { sentenceId } from './pairs.ts';
import type { Picked, ReportPicker } from './report-picker.ts';
import { type Comparison, wholeComparison } from './whole-comparison.ts';

/**
 * Goes to the row or sentence that the address names, which is not there before the comparison is. On narrow windows
 * one report shows at a time: the one that holds the sentence.
 */
function reveal(view: Element, id: string): void {
  const target = document.getElementById(id);
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
  #comparison: Comparison | undefined;
  #rows: IntersectionObserver | undefined;

  protected begin(signal: AbortSignal): void {
    const back = () => {
      // Going to a sentence of the page is such an event as well.
      if (location.search !== this.#shown) void this.#show();
    };
    addEventListener('popstate', back, { signal });
    addEventListener('hashchange', () => reveal(this, location.hash.slice(1)), { signal });
    this.addEventListener('change', ({ target }) => this.#change(target), { signal });
    this.addEventListener('click', (event) => this.#click(event), { signal });
    this.addEventListener('picked', (event) => this.#pick((event as Picked).detail), { signal });
    const close = ({ key }: KeyboardEvent) => key === 'Escape' && this.#pair(undefined);
    addEventListener('keydown', close, { signal });
    signal.addEventListener('abort', () => this.#rows?.disconnect());
    const choose = this.querySelector<HTMLDetailsElement>('.compare-choose');
    if (choose) choose.open = asked().ids.length < 2;
    void this.#show();
  }

  get #picker(): ReportPicker | null {
    return this.querySelector<ReportPicker>('report-picker');
  }

  async #show(): Promise<void> {
    const query = location.search;
    this.#shown = query;
    const { ids, by } = asked();
    const select = this.querySelector<HTMLSelectElement>('select[name=by]');
    if (select) select.value = by;
    if (this.#picker) {
      this.#picker.chosen = ids;
      if (ids.length < 2) void this.#picker.show();
    }
    this.#pair(undefined);
    this.say('');
    this.dataset['state'] = ids.length === 0 ? 'empty' : 'loading';
    if (ids.length === 0) return;
    const { reports, failed } = await loadReports(ids);
    const facts = await Promise.all(reports.map(({ id }) => loadFacts(id)));
    // The reader may have asked for something else meanwhile.
    if (query !== location.search) return;
    if (failed.length > 0) this.say(`未能取得 ${failed.join('、')}：没有这份报告，或网络不通。`);
    else if (ids.length === 1) this.say('再选一份，就可以并排比较。');
    this.#comparison = wholeComparison(reports, facts, {
      by,
      rows: this.#names<RowNames>(by),
      indicators: this.#names<IndicatorNames>('indicator'),
    });
    if (reports.length > 0) this.#fill(this.#comparison);
    this.dataset['state'] = reports.length > 0 ? 'done' : 'empty';
    reveal(this, location.hash.slice(1));
  }

  /** Names that the page holds as data. */
  #names<Names>(of: string): Names {
    return JSON.parse(this.querySelector(`[data-names=${of}]`)?.textContent ?? '[]') as Names;
  }

  #fill({ compared, rows, figures, pairs }: Comparison): void {
    const table = renderComparison(compared, rows, renderFigures(compared, figures));
    this.place('table').replaceChildren(table);
    this.place('shared').replaceChildren(renderShared(compared, pairs));
    this.style.setProperty('--columns', String(compared.length));
    this.#follow();
  }

  /** Marks the row that is read in the list of rows. */
  #follow(): void {
    this.#rows?.disconnect();
    const mark = (entries: IntersectionObserverEntry[]) => {
      const id = entries
        .find(({ isIntersecting }) => isIntersecting)
        ?.target.getAttribute('aria-labelledby');
      const list = this.querySelector('.side-jumps ul');
      if (!id || !list) return;
      for (const link of list.querySelectorAll<HTMLElement>('a')) {
        const here = link.getAttribute('href') === `#${id}`;
        link.setAttribute('aria-current', String(here));
        if (here) list.scrollLeft = link.offsetLeft - list.clientWidth / 3;
      }
    };
    // A line a third down the window.
    this.#rows = new IntersectionObserver(mark, { rootMargin: '-33% 0px -66% 0px' });
    for (const row of this.querySelectorAll('.side-row, .side-figures')) this.#rows.observe(row);
  }

  #change(target: EventTarget | null): void {
    if (target instanceof HTMLInputElement && target.name === 'marks')
      this.toggleAttribute('data-unmarked', !target.checked);
    if (target instanceof HTMLSelectElement)
      this.#go({ ...asked(), by: target.value as Alignment });
  }

  #click(event: MouseEvent): void {
    const target = event.target instanceof Element ? event.target : null;
    const shared = target?.closest('.shared');
    if (shared && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      this.#pair(this.#pairAt(shared.id, shared.getAttribute('href')?.slice(1) ?? ''));
    }
    const button = target?.closest<HTMLElement>('[data-do]');
    const { ids, by } = asked();
    const { do: what, id } = button?.dataset ?? {};
    if (what === 'remove') this.#go({ ids: ids.filter((other) => other !== id), by });
    if (what === 'word') void this.#save();
    // What is shown is what the reader goes on choosing from.
    if (what === 'add') this.#choose(ids);
  }

  #pick({ id, name }: Picked['detail']): void {
    const { ids, by } = asked();
    if (ids.length >= mostCompared) {
      this.say(`最多比较${mostCompared}份报告，请先移出一份。`);
      return;
    }
    this.#choose([...ids, id], { [id]: name });
    this.#go({ ids: [...ids, id], by });
    void this.#picker?.show();
  }

  /** Keeps what is compared as the reader's choice. */
  #choose(ids: string[], names: Record<string, string> = {}): void {
    const shown = (id: string) =>
      this.querySelector(`[data-name][data-column][data-id="${id}"]`)?.getAttribute('data-name');
    choice.items = ids.map((id) => ({ id, name: names[id] ?? shown(id) ?? id }));
  }

  #pairAt(...ids: string[]): number | undefined {
    const at = this.#comparison?.pairs.findIndex(({ sides }) =>
      sides.every((side) => ids.includes(sentenceId(side))),
    );
    return at === -1 ? undefined : at;
  }

  /** Shows the sentences of a pair together at the foot of the window, or takes them away. */
  #pair(at: number | undefined): void {
    const panel = this.place('pair');
    for (const each of this.querySelectorAll('[data-paired]')) each.removeAttribute('data-paired');
    panel.hidden = at === undefined;
    if (at === undefined || !this.#comparison) return;
    const { pairs, compared } = this.#comparison;
    const go = (to: number | undefined) => {
      this.#pair(to);
      const [first] = pairs[to ?? at]?.sides ?? [];
      if (!first) return;
      if (to !== undefined) reveal(this, sentenceId(first));
      // Whoever goes by keyboard goes on from there.
      const next = panel.querySelector<HTMLElement>(`[data-step="${Math.sign((to ?? at) - at)}"]`);
      const back = document.getElementById(sentenceId(first));
      (to === undefined ? back : next)?.focus({ preventScroll: true });
    };
    panel.replaceChildren(...renderPair(pairs, at, compared, go));
    for (const side of pairs[at]?.sides ?? [])
      document.getElementById(sentenceId(side))?.setAttribute('data-paired', '');
  }

  async #save(): Promise<void> {
    if (!this.#comparison) return;
    try {
      const { saveComparison } = await import('./comparison-file.ts');
      await saveComparison(this.#comparison);
    } catch {
      this.sayBriefly('未能生成，请检查网络后再试');
    }
  }

  #go(to: Asked): void {
    ask(to);
    void this.#show();
  }
}

customElements.define('compare-view', CompareView);
