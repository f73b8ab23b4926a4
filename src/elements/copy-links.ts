/**
 * `<copy-links>` holds a text whose `a.permalink` lead to its own parts. A click still goes there, and
 * copies the full address; the element's `[role=status]` says so.
 */
class CopyLinks extends HTMLElement {
  #listening: AbortController | undefined;
  #clearing: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    this.#listening = new AbortController();
    this.addEventListener('click', (event) => void this.#copy(event), {
      signal: this.#listening.signal,
    });
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
    clearTimeout(this.#clearing);
  }

  async #copy(event: MouseEvent): Promise<void> {
    const link = event.target instanceof Element ? event.target.closest('a.permalink') : null;
    if (!(link instanceof HTMLAnchorElement)) return;
    const address = new URL(link.href);
    // Words of a search that led here are not part of the address people cite.
    address.search = '';
    try {
      await navigator.clipboard.writeText(address.href);
      this.#say('已复制链接');
    } catch {
      // No clipboard without a secure context: the address bar has the link now.
      this.#say('链接已在地址栏中');
    }
  }

  #say(words: string): void {
    const status = this.querySelector('[role=status]');
    if (!status) return;
    status.textContent = words;
    clearTimeout(this.#clearing);
    this.#clearing = setTimeout(() => {
      status.textContent = '';
    }, 2500);
  }
}

customElements.define('copy-links', CopyLinks);
