/** The reader's excerpts, kept in this browser in an order of the reader's own. */

import { StoredList } from '../shared/stored-list.ts';
import { type ExcerptItem, isExcerptItem, isHeading, type Passage, passagesOf } from './excerpt.ts';

class Excerpts extends StoredList<ExcerptItem> {
  /** Where a passage stands in the list; -1 where it was not taken. */
  indexOf({ report, section, words }: Passage): number {
    return this.items.findIndex(
      (item) =>
        !isHeading(item) &&
        item.report.id === report &&
        item.section === section &&
        (words === undefined ? !item.partial : item.text === words),
    );
  }

  /** Puts passages at the end, but those that are there already; tells how many are new. */
  add(given: readonly ExcerptItem[]): number {
    const known = new Set(passagesOf(this.items).map(({ url, text }) => `${url} ${text}`));
    const added = given.filter((item) => isHeading(item) || !known.has(`${item.url} ${item.text}`));
    this.items = [...this.items, ...added].slice(0, mostExcerpts);
    return added.length;
  }

  /** Moves the item at an index to another place, as far as there is room. */
  move(index: number, to: number): void {
    const items = [...this.items];
    const [moved] = items.splice(index, 1);
    if (!moved) return;
    items.splice(Math.max(0, Math.min(items.length, to)), 0, moved);
    this.items = items;
  }

  remove(index: number): void {
    this.items = this.items.filter((_, at) => at !== index);
  }

  /** Puts another item in the place of one. */
  replace(index: number, item: ExcerptItem): void {
    this.items = this.items.map((each, at) => (at === index ? item : each));
  }
}

/** Most items that are kept. */
const mostExcerpts = 1000;

export const excerpts = new Excerpts('excerpts', isExcerptItem, mostExcerpts);
