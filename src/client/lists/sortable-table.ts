import { routes } from '../../model/routes.ts';
import { button, element } from '../shared/dom.ts';
import { getPage } from '../shared/fetch-once.ts';
import { SiteElement } from '../shared/site-element.ts';

/** Rows shown at a time of a table whose pages were put together. */
const step = 200;

const collator = new Intl.Collator('zh-CN', { numeric: true });

/** What the rows are ordered by. */
interface Order {
  column: number;
  descending: boolean;
}

/** Units from the most frequent to the least: values of different units are not compared. */
function unitsOf(rows: readonly HTMLTableRowElement[], column: number): string[] {
  const units = Map.groupBy(rows, (row) => row.cells[column]?.dataset['unit'] ?? '');
  return [...units].sort(([, a], [, b]) => b.length - a.length).map(([unit]) => unit);
}

function inOrder(rows: readonly HTMLTableRowElement[], { column, descending }: Order) {
  const units = unitsOf(rows, column);
  return rows.toSorted((a, b) => {
    const [left, right] = [a.cells[column], b.cells[column]];
    const [x, y] = [left?.dataset['value'], right?.dataset['value']];
    if (x === undefined || y === undefined) {
      const order = collator.compare(left?.textContent ?? '', right?.textContent ?? '');
      return descending ? -order : order;
    }
    const unit = (cell: HTMLElement | undefined) => units.indexOf(cell?.dataset['unit'] ?? '');
    return unit(left) - unit(right) || (descending ? Number(y) - Number(x) : Number(x) - Number(y));
  });
}

/**
 * `<sortable-table>` around a table: headings with `data-sort` become buttons that order its rows, and a field
 * narrows them to those that hold a word. Of a table in several pages (`data-address`, `data-pages`) all are fetched
 * before anything is ordered or found. What has no row stands in a list behind the table and is narrowed with it.
 * Without scripts the table is in the order of the reports.
 */
export class SortableTable extends SiteElement {
  /** Which reports the table is of, where a filter leaves some of the list; the table then holds the first of them. */
  only: (() => Promise<ReadonlySet<string>>) | undefined;
  /** All there is: rows, and items of the list behind. */
  #pieces: Promise<HTMLElement[]> | undefined;
  #order: Order | undefined;
  #shown = step;
  #more = button('更多', () => {
    this.#shown += step;
    void this.#arrange();
  });
  #turn = 0;

  protected begin(signal: AbortSignal): void {
    const table = this.querySelector('table');
    if (!table || table.tHead?.querySelector('button')) return;
    this.#heads.forEach((head, column) => {
      if (head.dataset['sort'] === undefined) return;
      const sort = element('button', { type: 'button' }, ...head.childNodes);
      head.append(sort);
      sort.addEventListener('click', () => this.#sort(column), { signal });
    });
    this.#input?.addEventListener('input', () => this.#find(), { signal });
    const save = this.querySelector('[data-do=save]');
    save?.addEventListener('click', () => void this.#save(), { signal });
    this.#more.hidden = true;
    table.closest('.table-scroll')?.after(this.#more);
  }

  get #input(): HTMLInputElement | null {
    return this.querySelector('.table-filter input');
  }

  get #body(): HTMLTableSectionElement {
    return this.querySelector('tbody') as HTMLTableSectionElement;
  }

  get #heads(): HTMLTableCellElement[] {
    return [...(this.querySelector('thead')?.rows[0]?.cells ?? [])];
  }

  /** Whether all there is stood in the page from the beginning. */
  get #isWhole(): boolean {
    return !this.only && Number(this.dataset['pages'] ?? 1) === 1;
  }

  #sort(column: number): void {
    const again = this.#order?.column === column;
    // What is looked for among numbers is the largest as a rule.
    const first = this.#heads[column]?.classList.contains('number') ?? false;
    this.#order = { column, descending: again ? !this.#order?.descending : first };
    this.#heads.forEach((head, at) => {
      if (at !== column) head.removeAttribute('aria-sort');
      else head.setAttribute('aria-sort', this.#order?.descending ? 'descending' : 'ascending');
    });
    this.#find();
  }

  #find(): void {
    this.#shown = step;
    void this.#arrange();
  }

  /** All that is found, in order; undefined where it cannot be had, or something else was asked for meanwhile. */
  async #all(): Promise<{ ordered: HTMLTableRowElement[]; items: HTMLLIElement[] } | undefined> {
    const turn = ++this.#turn;
    if (!this.#isWhole && !this.#pieces) this.say('正在取得整张表…');
    let pieces: HTMLElement[];
    try {
      this.#pieces ??= this.#gather();
      pieces = await this.#pieces;
    } catch {
      this.#pieces = undefined;
      this.say('未能取得整张表，次序与查找都没有改变；请检查网络再试。');
      return undefined;
    }
    if (turn !== this.#turn) return undefined;
    const found = pieces.filter(({ textContent }) => (textContent ?? '').includes(this.#word));
    const rows = found.filter((piece) => piece instanceof HTMLTableRowElement);
    const items = found.filter((piece) => piece instanceof HTMLLIElement);
    return { ordered: this.#order ? inOrder(rows, this.#order) : rows, items };
  }

  get #word(): string {
    return this.#input?.value.trim() ?? '';
  }

  async #arrange(): Promise<void> {
    const all = await this.#all();
    if (!all) return;
    const { ordered, items } = all;
    const shown = this.#isWhole ? ordered : ordered.slice(0, this.#shown);
    this.#body.replaceChildren(...shown);
    this.querySelector('ul')?.replaceChildren(...items);
    for (const count of this.querySelectorAll('[data-items]'))
      count.textContent = items.length.toLocaleString('zh-CN');
    this.toggleAttribute('data-whole', true);
    this.#more.hidden = shown.length === ordered.length;
    const part = this.#more.hidden ? '' : `，以下是前 ${shown.length} 行`;
    this.say(
      `${this.#word ? '找到' : '整张表'} ${ordered.length.toLocaleString('zh-CN')} 行${part}`,
    );
  }

  /** Hands the reader what is found as a file. */
  async #save(): Promise<void> {
    const all = await this.#all();
    if (!all) return;
    await this.#arrange();
    const [{ tableFile }, { saveFile }] = await Promise.all([
      import('./table-file.ts'),
      import('../shared/save-file.ts'),
    ]);
    const name = document.querySelector('h1')?.textContent?.trim() ?? '';
    saveFile(tableFile(this.#heads, all.ordered, all.items), `${name}.csv`);
  }

  async #gather(): Promise<HTMLElement[]> {
    const selector = ':is(tbody tr, ul li)';
    if (this.#isWhole) return [...this.querySelectorAll<HTMLElement>(selector)];
    const { address = '', pages } = this.dataset;
    const numbers = Array.from({ length: Number(pages) }, (_, at) => at + 1);
    const documents = await Promise.all(
      numbers.map((number) => getPage(routes.page(address, number))),
    );
    const only = await this.only?.();
    const pieces = documents
      .flatMap((page) => {
        const table = page.querySelector(`sortable-table[data-address="${address}"]`);
        return [...(table?.querySelectorAll<HTMLElement>(selector) ?? [])];
      })
      .filter(({ dataset }) => !only || only.has(dataset['report'] ?? ''))
      .map((piece) => document.importNode(piece, true));
    // The list that a filter narrows stays in the page, hidden: its ids are taken.
    if (only)
      for (const piece of pieces)
        for (const each of [piece, ...piece.querySelectorAll('[id]')]) each.removeAttribute('id');
    return pieces;
  }
}

customElements.define('sortable-table', SortableTable);
