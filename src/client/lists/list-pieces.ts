/** Puts filtered lists together from the pages of the whole list: what stands there is rendered once, by the site. */
import { routes } from '../../model/routes.ts';
import { element } from '../shared/dom.ts';
import { getPage } from '../shared/fetch-once.ts';
import type { Found } from './filtered-list.ts';

interface Piece {
  year: number;
  elements: HTMLElement[];
}

/**
 * The pieces of the found reports (`data-report`), in a table like theirs, or under their years.
 * @param address the list's own
 * @throws when a page cannot be fetched, or is of another build than the lists that led to it
 */
export async function gather(found: Found[], address: string): Promise<Element[]> {
  const numbers = [...new Set(found.map(({ page }) => page))];
  const fetched = await Promise.all(
    numbers.map(async (page) => [page, await getPage(routes.page(address, page))] as const),
  );
  const pages = new Map(fetched);
  const pieces = found.map(({ id, year, page }): Piece => {
    const selector = `[data-place=all] [data-report="${id}"]`;
    const elements = [...(pages.get(page)?.querySelectorAll<HTMLElement>(selector) ?? [])];
    if (elements.length === 0) throw new Error(`${id} is not on page ${page} of ${address}`);
    return { year, elements };
  });
  const box = pieces[0]?.elements[0]?.closest('sortable-table, .table-scroll');
  const whole = box ? [asTable(box.closest('sortable-table') ?? box, pieces)] : underYears(pieces);
  for (const each of whole) renameIds(each);
  return whole;
}

const copy = <Kind extends Element>(element: Kind, deep = true) =>
  document.importNode(element, deep) as Kind;

function asTable(box: Element, pieces: Piece[]): Element {
  const table = copy(box);
  const all = pieces.flatMap(({ elements }) => elements.map((piece) => copy(piece)));
  const items = all.filter((piece) => piece.matches('li'));
  table.querySelector('tbody')?.replaceChildren(...all.filter((piece) => piece.matches('tr')));
  // What the table has no rows of stands in a list behind it.
  table.querySelector('ul')?.replaceChildren(...items);
  for (const count of table.querySelectorAll('[data-items]')) count.textContent = `${items.length}`;
  return table;
}

function underYears(pieces: Piece[]): Element[] {
  return [...Map.groupBy(pieces, ({ year }) => year)].map(([year, of]) => {
    const elements = of.flatMap((piece) => piece.elements);
    const list = elements[0]?.closest('ul.report-list');
    const copies = elements.map((element) => copy(element));
    const shell = list && copy(list, false);
    shell?.append(...copies);
    const id = `year-${year}`;
    return element(
      'section',
      { class: 'year-group', 'aria-labelledby': id },
      element('h2', { id }, `${year} 年度`),
      ...(shell ? [shell] : copies),
    );
  });
}

/** The page the reader is on stays in the document, hidden: its ids are taken. */
function renameIds(within: Element): void {
  const name = (id: string | null) => `found-${id}`;
  for (const element of [within, ...within.querySelectorAll('[id], [aria-labelledby]')]) {
    if (element.id) element.id = name(element.id);
    const label = element.getAttribute('aria-labelledby');
    if (label) element.setAttribute('aria-labelledby', name(label));
  }
}
