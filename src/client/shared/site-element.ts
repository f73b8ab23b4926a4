/** An element of the site: it listens as long as it stands in the page, and has places that it fills. */
export abstract class SiteElement extends HTMLElement {
  #standing: AbortController | undefined;
  #clearing: ReturnType<typeof setTimeout> | undefined;

  /** Begins what the element does; `signal` ends it when the element leaves the page. */
  protected abstract begin(signal: AbortSignal): void;

  connectedCallback(): void {
    this.#standing = new AbortController();
    this.begin(this.#standing.signal);
  }

  disconnectedCallback(): void {
    this.#standing?.abort();
  }

  /** The part of the element that bears a name in `data-place`. */
  protected place(name: string): HTMLElement {
    return this.querySelector(`[data-place=${name}]`) as HTMLElement;
  }

  /** Says something in the `[role=status]` of the element. */
  protected say(words: string): void {
    const status = this.querySelector('[role=status]');
    if (status) status.textContent = words;
  }

  /** The same for a short while. */
  protected sayBriefly(words: string): void {
    this.say(words);
    clearTimeout(this.#clearing);
    this.#clearing = setTimeout(() => this.say(''), 2500);
  }
}
