/**
 * A list kept in this browser and shared by its tabs. Where nothing can be stored it lasts as long as the page;
 * what another version of the site stored and this one cannot read counts as nothing.
 */
export class StoredList<Item> extends EventTarget {
  readonly #key: string;
  #items: Item[] | undefined;

  /** @param name sites under different paths of a host keep lists of their own */
  constructor(name: string) {
    super();
    this.#key = `fazhi-nianbao${import.meta.env.BASE_URL}${name}`;
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
      return Array.isArray(stored) ? stored : [];
    } catch {
      return [];
    }
  }
}
