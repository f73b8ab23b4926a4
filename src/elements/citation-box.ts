import { citedOn } from '../citation.ts';

/**
 * `<citation-box>` holds a citation as text. It writes in the day of reading and the address of the page with
 * the section the reader stands at, and shows its button, which copies the citation.
 */
class CitationBox extends HTMLElement {
  #listening: AbortController | undefined;
  #template = '';

  connectedCallback(): void {
    const text = this.querySelector('.citation-text');
    const button = this.querySelector('button');
    if (!text || !button) return;
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    this.#template ||= text.textContent;
    const update = () => {
      text.textContent = this.#citation();
    };
    update();
    addEventListener('hashchange', update, { signal });
    button.hidden = false;
    button.addEventListener('click', () => void this.#copy(text.textContent), { signal });
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
  }

  #citation(): string {
    const today = new Date();
    const day = [today.getFullYear(), today.getMonth() + 1, today.getDate()]
      .map((part) => String(part).padStart(2, '0'))
      .join('-');
    const address = this.getAttribute('data-path') ?? '';
    const url = new URL(address, location.href);
    url.hash = location.hash;
    return this.#template.replace(citedOn, day).replace(address, url.href);
  }

  async #copy(text: string): Promise<void> {
    const status = this.querySelector('[role=status]');
    const words = await navigator.clipboard.writeText(text).then(
      () => '已复制引文',
      () => '无法写入剪贴板，请手动选取复制',
    );
    if (status) status.textContent = words;
  }
}

customElements.define('citation-box', CitationBox);
