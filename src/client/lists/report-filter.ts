import { inWords } from '../../model/count-words.ts';
import {
  activeFields,
  fieldNames,
  filterFields,
  filterQuery,
  type ListCounts,
  type ReportFilter,
  type Scope,
} from '../../model/report-filter.ts';
import { element } from '../shared/dom.ts';
import { SiteElement } from '../shared/site-element.ts';
import { find, type PagedList, relaxed } from './filtered-list.ts';
import type { SortableTable } from './sortable-table.ts';

/** Says that a filter leaves nothing, and leads to what there is with one condition less. */
function advice(filter: ReportFilter, counts: ListCounts): Element {
  const ways = relaxed(filter, counts);
  return element(
    'p',
    { class: 'hint' },
    '没有同时符合这些条件的报告。',
    ways.length === 0 && '减去其中任何一个条件也没有，请清除筛选。',
    ...ways.flatMap(({ name, query, count }) => [
      element('a', { href: query || location.pathname }, `不限${name}（${count} 份）`),
      ' ',
    ]),
  );
}

/**
 * `<report-filter>` narrows the list it holds by the choices of its form, which stand in the address: over all pages
 * of the list, whichever it is on. It fetches what the list holds by year, and of the list's own pages those that
 * show what is asked for, as far as the reader looks.
 */
class ReportFilterElement extends SiteElement {
  #shown = 0;
  /** Conditions of the address that the site does not know. */
  #unknown = '';

  protected begin(signal: AbortSignal): void {
    const form = this.querySelector('form');
    if (!form) return;
    form.addEventListener('change', () => this.#choose(form), { signal });
    form.addEventListener('submit', (event) => event.preventDefault(), { signal });
    // The form is reset after the event.
    form.addEventListener('reset', () => setTimeout(() => this.#choose(form)), { signal });
    addEventListener('popstate', () => this.#read(form), { signal });
    const more = () => {
      this.#shown += this.#step;
      void this.#show(form);
    };
    this.querySelector('[data-do=more]')?.addEventListener('click', more, { signal });
    this.#read(form);
  }

  /** Reports shown at a time. */
  get #step(): number {
    return Number(this.dataset['step']);
  }

  get #list(): PagedList {
    const { address = '', size, scope = '' } = this.dataset;
    return { address, size: Number(size), scope: scope as Scope };
  }

  #read(form: HTMLFormElement): void {
    const query = new URLSearchParams(location.search);
    const unknown = filterFields.filter((field) => {
      const select = form.elements.namedItem(field) as HTMLSelectElement;
      select.value = query.get(field) ?? '';
      if (select.selectedIndex >= 0) return false;
      select.value = '';
      return true;
    });
    const names = unknown.map((field) => fieldNames[field]).join('、');
    this.#unknown = names && `地址中所写的${names}本站没有，未按它筛选。`;
    this.#shown = this.#step;
    void this.#show(form);
  }

  #choose(form: HTMLFormElement): void {
    history.pushState(null, '', filterQuery(filterOf(form)) || location.pathname);
    this.#unknown = '';
    this.#shown = this.#step;
    void this.#show(form);
  }

  async #show(form: HTMLFormElement): Promise<void> {
    const filter = filterOf(form);
    const active = activeFields(filter).length > 0;
    const more = this.querySelector('[data-do=more]') as HTMLElement;
    this.place('all').hidden = active;
    this.place('filtered').hidden = !active;
    more.hidden = true;
    for (const reset of form.querySelectorAll<HTMLElement>('[type=reset]')) reset.hidden = !active;
    this.#tell(active ? '正在取得…' : '');
    if (!active) return;
    const query = location.search;
    const shown = this.#shown;
    try {
      const { total, found, counts } = await find(filter, this.#list, shown);
      const { gather } = await import('./list-pieces.ts');
      const content =
        total > 0 ? await gather(found, this.#list.address) : [advice(filter, counts)];
      // The reader may have chosen something else meanwhile.
      if (query !== location.search || shown !== this.#shown) return;
      this.place('filtered').replaceChildren(...content);
      const table = this.querySelector<SortableTable>('[data-place=filtered] sortable-table');
      if (table && total > shown) table.only = () => this.#all(filter);
      else table?.setAttribute('data-pages', '1');
      more.hidden = total <= shown;
      const part = total > shown ? `，以下是前 ${shown} 份` : '';
      this.#tell(`符合条件的报告 ${inWords(total)} 份${part}`);
      this.dispatchEvent(new Event('listed', { bubbles: true }));
    } catch {
      this.place('filtered').replaceChildren();
      this.#tell('未能取得数据，请检查网络，或刷新本页再试。');
    }
  }

  /** Ids of all reports that a filter leaves. */
  async #all(filter: ReportFilter): Promise<ReadonlySet<string>> {
    const { found } = await find(filter, this.#list, Number.POSITIVE_INFINITY);
    return new Set(found.map(({ id }) => id));
  }

  #tell(words: string): void {
    this.say([this.#unknown, words].filter(Boolean).join(' '));
  }
}

const filterOf = (form: HTMLFormElement) =>
  Object.fromEntries(new FormData(form)) as unknown as ReportFilter;

customElements.define('report-filter', ReportFilterElement);
