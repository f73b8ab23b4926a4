import { excerpts } from '../excerpts/store.ts';
import { visibleText } from '../shared/visible-text.ts';
import { choice, mostCompared } from './choice.ts';

/**
 * `<reader-tray>` at the foot of every page: the reports chosen for comparison and the number of excerpts. It shows
 * itself when there is either. Buttons with `data-compare` anywhere on the page choose a report.
 */
class ReaderTray extends HTMLElement {
  #listening: AbortController | undefined;

  connectedCallback(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    document.addEventListener('click', ({ target }) => this.#click(target), { signal });
    // Lists that are filled in later ask for the state of their buttons.
    document.addEventListener('listed', () => this.#show(), { signal });
    choice.addEventListener('change', () => this.#show(), { signal });
    excerpts.addEventListener('change', () => this.#show(), { signal });
    this.#show();
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
  }

  #click(target: EventTarget | null): void {
    if (!(target instanceof Element)) return;
    if (target.closest('[data-do=clear-choice]')) choice.items = [];
    const button = target.closest<HTMLElement>('[data-compare]');
    if (!button) return;
    const { compare: id = '', name = '' } = button.dataset;
    if (!choice.toggle({ id, name })) this.#say(`最多比较${mostCompared}份报告`);
  }

  #show(): void {
    const chosen = choice.items;
    for (const button of document.querySelectorAll<HTMLElement>('button[data-compare]'))
      if (button.hasAttribute('aria-pressed')) {
        const pressed = chosen.some(({ id }) => id === button.dataset['compare']);
        button.setAttribute('aria-pressed', String(pressed));
      }
    const items = chosen.map(({ id, name }) => {
      const item = document.createElement('li');
      const button = document.createElement('button');
      Object.assign(button, { type: 'button', title: '移出比较' });
      button.append(...visibleText(name));
      Object.assign(button.dataset, { compare: id, name });
      item.append(button);
      return item;
    });
    this.querySelector('ul')?.replaceChildren(...items);
    const compare = this.querySelector<HTMLAnchorElement>('[data-do=compare]');
    if (compare) {
      // The link leads to the page of comparisons; the reports are named in its query.
      compare.search = chosen.length > 0 ? `?r=${chosen.map(({ id }) => id).join(',')}` : '';
      compare.textContent = chosen.length < 2 ? '再选一份' : `比较 ${chosen.length} 份`;
      compare.toggleAttribute('data-ready', chosen.length > 1);
    }
    const count = this.querySelector('[data-place=excerpts]');
    if (count) count.textContent = String(excerpts.items.length);
    this.toggleAttribute('data-choice', chosen.length > 0);
    this.toggleAttribute('data-excerpts', excerpts.items.length > 0);
    this.#say('');
  }

  #say(words: string): void {
    const status = this.querySelector('[role=status]');
    if (status) status.textContent = words;
  }
}

customElements.define('reader-tray', ReaderTray);
