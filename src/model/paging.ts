/** Long lists in pages: every list of the corpus is cut here, so that no page grows with it. */

/** One page of a list. */
export interface PageOf<Item> {
  items: Item[];
  /** From 1. */
  number: number;
  /** Number of pages. */
  count: number;
  /** Most items on a page. */
  size: number;
  /** Number of items on all pages. */
  total: number;
  /** For every year, newest first, the page it begins on. */
  years: { year: number; page: number }[];
}

/**
 * Cuts a list into pages; an empty list has one empty page.
 * @param yearOf year of an item; the list is in the order of years, newest first
 */
export function pagesOf<Item>(
  items: Item[],
  size: number,
  yearOf: (item: Item) => number,
): PageOf<Item>[] {
  const count = Math.max(1, Math.ceil(items.length / size));
  const first = new Map<number, number>();
  items.forEach((item, index) => {
    const year = yearOf(item);
    if (!first.has(year)) first.set(year, Math.floor(index / size) + 1);
  });
  const years = [...first].map(([year, page]) => ({ year, page }));
  return Array.from({ length: count }, (_, index) => ({
    items: items.slice(index * size, (index + 1) * size),
    number: index + 1,
    count,
    size,
    total: items.length,
    years,
  }));
}
