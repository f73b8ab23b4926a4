/** Where a list is stored: sites under different paths of a host keep lists of their own. */
export const storedKey = (name: string) => `fazhi-nianbao${import.meta.env.BASE_URL}${name}`;

/**
 * A list kept in this browser and shared by its tabs. Where nothing can be stored it lasts as long as the page;
 * what another version of the site stored and this one cannot read counts as nothing.
 */
export class StoredList<Item> extends EventTarget {
  readonly #key: string;
  readonly #isItem: (value: unknown) => value is Item;
  readonly #most: number;
  #items: Item[] | undefined;

  /**
   * @param name by which it is stored
   * @param isItem tells items from whatever else may be stored: anything on the host may write there
   * @param most items that are read of a list, however long it is
   */
  constructor(name: string, isItem: (value: unknown) => value is Item, most: number) {
    super();
    this.#isItem = isItem;
    this.#most = most;
    this.#key = storedKey(name);
    addEventListener('storage', ({ key }) => {
      if (key !== this.#key && key !== null) return;
      this.#items = undefined;
      this.dispatchEvent(new Event('change'));
    });
  }

  get items(): readonly Item[] {
    this.#items ??= this.#read();
    return this.#items;
  }

  /** Replaces the list and tells listeners of `change`. */
  set items(items: readonly Item[]) {
    this.#items = [...items];
    try {
      localStorage.setItem(this.#key, JSON.stringify(items));
    } catch {
      // Refused or full: the list in memory is still right.
    }
    this.dispatchEvent(new Event('change'));
  }

  #read(): Item[] {
    try {
      const stored: unknown = JSON.parse(localStorage.getItem(this.#key) ?? '[]');
      return Array.isArray(stored) ? stored.filter(this.#isItem).slice(0, this.#most) : [];
    } catch {
      return [];
    }
  }
}
