import { element } from '../shared/dom.ts';
import { SiteElement } from '../shared/site-element.ts';

/**
 * `<sortable-table>` around a table: headings with `data-sort` become buttons that order its rows, and a field
 * narrows them to those that hold a word. Without scripts the table is in the order of the reports.
 */
class SortableTable extends SiteElement {
  protected begin(signal: AbortSignal): void {
    const table = this.querySelector('table');
    const body = table?.tBodies[0];
    if (!table || !body || table.tHead?.querySelector('button')) return;
    const heads = [...(table.tHead?.rows[0]?.cells ?? [])];
    heads.forEach((head, column) => {
      if (head.dataset['sort'] === undefined) return;
      const button = element('button', { type: 'button' }, ...head.childNodes);
      head.append(button);
      button.addEventListener('click', () => this.#sort(heads, body, column), { signal });
    });
    if (body.rows.length > 3) this.#addFilter(body, signal);
  }

  #addFilter(body: HTMLTableSectionElement, signal: AbortSignal): void {
    const input = element('input', { type: 'search' });
    const count = element('output');
    const narrow = () => {
      const word = input.value.trim();
      for (const row of body.rows) row.hidden = !(row.textContent ?? '').includes(word);
      const shown = [...body.rows].filter((row) => !row.hidden).length;
      count.textContent = word ? `${shown} 行` : '';
    };
    input.addEventListener('input', narrow, { signal });
    this.prepend(element('label', { class: 'table-filter' }, '在本表中查找 ', input, count));
  }

  #sort(heads: HTMLTableCellElement[], body: HTMLTableSectionElement, column: number): void {
    const head = heads[column];
    const descending = head?.getAttribute('aria-sort') === 'ascending';
    for (const other of heads) other.removeAttribute('aria-sort');
    head?.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
    const key = (row: HTMLTableRowElement) => row.cells[column];
    const collator = new Intl.Collator('zh-CN', { numeric: true });
    const rows = [...body.rows].sort((a, b) => {
      const [left, right] = [key(a), key(b)];
      const [x, y] = [left?.dataset['value'], right?.dataset['value']];
      // What is not disclosed stays last in either order.
      if (head?.classList.contains('number') && (x === undefined || y === undefined))
        return Number(x === undefined) - Number(y === undefined);
      const order =
        x !== undefined && y !== undefined
          ? Number(x) - Number(y)
          : collator.compare(left?.textContent ?? '', right?.textContent ?? '');
      return descending ? -order : order;
    });
    body.append(...rows);
  }
}

customElements.define('sortable-table', SortableTable);
