import {
  countByYear,
  filterFields,
  type ListCounts,
  type ListedReport,
  matches,
  type ReportFilter,
} from '../model/report-filter.ts';
import { routes } from '../model/routes.ts';
import { getJson } from './get-json.ts';

/** Reports shown at a time. */
const step = 50;

/**
 * `<report-filter>` narrows the list or matrix it holds by the choices of its form, which stand in the address. It
 * fetches the years that hold what is asked for, one after another, as far as the reader looks.
 */
class ReportFilterElement extends HTMLElement {
  #listening: AbortController | undefined;
  #shown = step;

  connectedCallback(): void {
    const form = this.querySelector('form');
    if (!form) return;
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    form.addEventListener('change', () => this.#choose(form), { signal });
    form.addEventListener('submit', (event) => event.preventDefault(), { signal });
    // The form is reset after the event.
    form.addEventListener('reset', () => setTimeout(() => this.#choose(form)), { signal });
    addEventListener('popstate', () => this.#read(form), { signal });
    const more = () => {
      this.#shown += step;
      void this.#show(form);
    };
    this.querySelector('[data-do=more]')?.addEventListener('click', more, { signal });
    this.#read(form);
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
  }

  #read(form: HTMLFormElement): void {
    const query = new URLSearchParams(location.search);
    for (const field of filterFields) {
      const select = form.elements.namedItem(field) as HTMLSelectElement;
      select.value = query.get(field) ?? '';
      if (select.selectedIndex < 0) select.value = '';
    }
    this.#shown = step;
    void this.#show(form);
  }

  #choose(form: HTMLFormElement): void {
    const chosen = [...new FormData(form)].filter(([, value]) => value !== '') as string[][];
    const query = new URLSearchParams(chosen).toString();
    history.pushState(null, '', query ? `?${query}` : location.pathname);
    this.#shown = step;
    void this.#show(form);
  }

  async #show(form: HTMLFormElement): Promise<void> {
    const filter = Object.fromEntries(new FormData(form)) as unknown as ReportFilter;
    const place = (name: string) => this.querySelector(`[data-place=${name}]`) as HTMLElement;
    const active = Object.values(filter).some(Boolean);
    const more = this.querySelector('[data-do=more]') as HTMLElement;
    const status = this.querySelector('[role=status]') as HTMLElement;
    place('all').hidden = active;
    place('filtered').hidden = !active;
    more.hidden = true;
    status.textContent = '';
    if (!active) return;
    const query = location.search;
    try {
      const counts = countByYear(filter, await getJson<ListCounts>(routes.listCounts()));
      const total = counts.reduce((sum, { count }) => sum + count, 0);
      const reports: ListedReport[] = [];
      for (const { year } of counts) {
        if (reports.length >= this.#shown) break;
        const list = await getJson<ListedReport[]>(routes.list(year));
        reports.push(...list.filter((report) => matches(filter, report)));
      }
      const { render } = await import('./report-rows.ts');
      // The reader may have chosen something else meanwhile.
      if (query !== location.search) return;
      const rows = render(this.dataset['view'] ?? 'list', reports.slice(0, this.#shown), this);
      place('filtered').replaceChildren(rows);
      more.hidden = total <= this.#shown;
      status.textContent = `符合条件的报告 ${total} 份`;
      this.dispatchEvent(new Event('listed', { bubbles: true }));
    } catch {
      status.textContent = '未能取得数据，请检查网络后再试。';
    }
  }
}

customElements.define('report-filter', ReportFilterElement);
