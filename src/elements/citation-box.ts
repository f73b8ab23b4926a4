import { type CitationForm, cite } from '../model/citation.ts';
import { addressOf, citationOf, reportFacts } from './report-facts.ts';

/**
 * `<citation-box>` shows the citation of the report in the form chosen by its `<select>`. It writes in the day of
 * reading and the address of the section the reader came to, and shows its controls, which copy the citation.
 */
class CitationBox extends HTMLElement {
  #listening: AbortController | undefined;

  connectedCallback(): void {
    const text = this.querySelector('.citation-text');
    const select = this.querySelector('select');
    const button = this.querySelector('button');
    if (!text || !select || !button) return;
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const update = () => {
      const url = addressOf(decodeURIComponent(location.hash.slice(1)));
      text.textContent = cite(select.value as CitationForm, citationOf(reportFacts(), url));
    };
    update();
    addEventListener('hashchange', update, { signal });
    select.addEventListener('change', update, { signal });
    button.addEventListener('click', () => void this.#copy(text.textContent), { signal });
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
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
