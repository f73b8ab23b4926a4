/** Keeps the reader's place: the focus, and what is being read, stay where they are while the page is filled. */

const stops = 'a[href], button, input, summary';

/** What tells a control from others of its kind, however often it is made anew. */
function keyOf(stop: Element): string {
  const { tagName } = stop;
  if (stop instanceof HTMLInputElement) return `${tagName} ${stop.name} ${stop.value}`;
  return `${tagName} ${stop.getAttribute('href') ?? stop.getAttribute('aria-label') ?? stop.textContent}`;
}

/**
 * Replaces the content of an element. A focus in it goes to the same control made anew, or to the one that has taken
 * its place, or else to `otherwise`.
 */
export function replaceContent(
  parent: Element,
  content: readonly Node[],
  otherwise: HTMLElement | null,
): void {
  const all = () => [...parent.querySelectorAll<HTMLElement>(stops)];
  const active = document.activeElement;
  const held = active && parent !== active && parent.contains(active) ? active : undefined;
  const at = held ? all().indexOf(held as HTMLElement) : -1;
  parent.replaceChildren(...content);
  if (!held || held.isConnected) return;
  const key = keyOf(held);
  const visible = all().filter((stop) => stop.checkVisibility());
  const next = visible.find((stop) => keyOf(stop) === key) ?? visible[at] ?? visible.at(-1);
  (next ?? otherwise)?.focus({ preventScroll: true });
}

/** Whether an element is in the window. */
function isInWindow(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

/** The control of a part that has the focus. */
function focusedIn(root: Element): Element | undefined {
  const active = document.activeElement;
  return active?.matches(stops) && root.contains(active) ? active : undefined;
}

/** What is read on a page that is filled step by step. */
export class ReadingPlace {
  readonly #root: HTMLElement;
  readonly #parts: string;
  readonly #texts: string;
  /** How far the page was scrolled so that nothing moved, and where it stood then. */
  #scrolled = { by: 0, to: 0 };

  /**
   * @param parts Selector of what is filled, in which a focused control is the reader's place.
   * @param texts Selector of what is read, the first of which in the window is the reader's place otherwise.
   */
  constructor(root: HTMLElement, parts: string, texts: string) {
    this.#root = root;
    this.#parts = parts;
    this.#texts = texts;
  }

  #focused(): Element | undefined {
    return [...this.#root.querySelectorAll(this.#parts)].flatMap(
      (part) => focusedIn(part) ?? [],
    )[0];
  }

  /** Changes the page so that what is being read stays where it is in the window. */
  keep(change: () => void): void {
    const focused = this.#focused();
    const before =
      focused && isInWindow(focused)
        ? focused
        : [...this.#root.querySelectorAll(this.#texts)].find(isInWindow);
    const top = before?.getBoundingClientRect().top ?? 0;
    change();
    this.#root.style.minBlockSize = '';
    const after = before?.isConnected ? before : focused && this.#focused();
    const moved = () => (after ? after.getBoundingClientRect().top - top : 0);
    if (after) {
      this.#scroll(moved());
      // A page that has become too short to be scrolled so far keeps its length.
      const missing = moved();
      if (missing >= 1) {
        this.#root.style.minBlockSize = `${this.#root.offsetHeight + missing}px`;
        this.#scroll(missing);
      }
    }
    // Something else is read now: the page stands as if nothing had been kept in its place.
    else if (Math.abs(scrollY - this.#scrolled.to) < 1) this.#scroll(-this.#scrolled.by);
  }

  #scroll(by: number): void {
    if (Math.abs(by) < 1) return;
    const from = scrollY;
    scrollBy({ top: by, behavior: 'instant' });
    const before = Math.abs(from - this.#scrolled.to) < 1 ? this.#scrolled.by : 0;
    this.#scrolled = { by: before + scrollY - from, to: scrollY };
  }
}
