import { SiteElement } from '../shared/site-element.ts';
import { today } from '../shared/today.ts';
import { visibleText } from '../shared/visible-text.ts';
import { fragmentId } from './fragment.ts';

/**
 * `<citation-box>` shows the citation of the report in the form chosen by its `<select>`, with the day of reading and
 * the address of the section the reader came to; its button copies it. The forms are loaded when it comes near.
 */
class CitationBox extends SiteElement {
  protected begin(signal: AbortSignal): void {
    // Printed from the top of the page, it has the day and the whole address as well.
    const text = this.querySelector('.citation-text');
    const { unread = '', path = '' } = this.dataset;
    if (text)
      text.replaceChildren(
        ...visibleText(
          text.textContent
            .replace(unread, () => today())
            .replace(path, () => new URL(path, location.href).href),
        ),
      );
    const nearby = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return;
        nearby.disconnect();
        void this.#start(signal);
      },
      { rootMargin: '600px' },
    );
    nearby.observe(this);
    signal.addEventListener('abort', () => nearby.disconnect());
  }

  async #start(signal: AbortSignal): Promise<void> {
    const text = this.querySelector('.citation-text');
    const select = this.querySelector('select');
    const button = this.querySelector('button');
    const { citationText } = await import('../excerpts/section-actions.ts');
    if (!text || !select || !button || signal.aborted) return;
    const update = () => {
      text.replaceChildren(...visibleText(citationText(select.value, fragmentId())));
    };
    update();
    addEventListener('hashchange', update, { signal });
    select.addEventListener('change', update, { signal });
    button.addEventListener('click', () => void this.#copy(text.textContent), { signal });
  }

  async #copy(text: string): Promise<void> {
    const { copyText } = await import('../shared/copy-text.ts');
    this.say(await copyText(text, '已复制引文'));
  }
}

customElements.define('citation-box', CitationBox);
