import { excerpts } from '../excerpts/store.ts';
import { element } from '../shared/dom.ts';
import { SiteElement } from '../shared/site-element.ts';
import { choice, mostCompared } from './choice.ts';

/**
 * `<reader-tray>` at the foot of every page: the reports chosen for comparison and the number of excerpts. It shows
 * itself when there is either. Buttons with `data-compare` anywhere on the page choose a report.
 */
class ReaderTray extends SiteElement {
  protected begin(signal: AbortSignal): void {
    document.addEventListener('click', ({ target }) => this.#click(target), { signal });
    // Lists that are filled in later ask for the state of their buttons.
    document.addEventListener('listed', () => this.#show(), { signal });
    choice.addEventListener('change', () => this.#show(), { signal });
    excerpts.addEventListener('change', () => this.#show(), { signal });
    this.#show();
  }

  #click(target: EventTarget | null): void {
    if (!(target instanceof Element)) return;
    if (target.closest('[data-do=clear-choice]')) choice.items = [];
    const button = target.closest<HTMLElement>('[data-compare]');
    if (!button) return;
    const { compare: id = '', name = '' } = button.dataset;
    if (!choice.toggle({ id, name })) this.say(`最多比较${mostCompared}份报告`);
  }

  #show(): void {
    const chosen = choice.items;
    for (const button of document.querySelectorAll<HTMLElement>('button[data-compare]'))
      if (button.hasAttribute('aria-pressed')) {
        const pressed = chosen.some(({ id }) => id === button.dataset['compare']);
        button.setAttribute('aria-pressed', String(pressed));
      }
    const items = chosen.map(({ id, name }) => {
      const about = { type: 'button', title: '移出比较', 'data-compare': id, 'data-name': name };
      return element('li', {}, element('button', about, name));
    });
    this.querySelector('ul')?.replaceChildren(...items);
    const compare = this.querySelector<HTMLAnchorElement>('[data-do=compare]');
    if (compare) {
      // The link leads to the page of comparisons; the reports are named in its query.
      compare.search = chosen.length > 0 ? `?r=${chosen.map(({ id }) => id).join(',')}` : '';
      compare.textContent = chosen.length < 2 ? '再选一份' : `比较 ${chosen.length} 份`;
      compare.toggleAttribute('data-ready', chosen.length > 1);
    }
    this.place('excerpts').textContent = String(excerpts.items.length);
    // A comparison has its own ways to what it is of, and its text goes to the foot of the window.
    const comparing = document.querySelector('compare-view') !== null;
    this.toggleAttribute('data-choice', chosen.length > 0 && !comparing);
    this.toggleAttribute('data-excerpts', excerpts.items.length > 0);
    this.say('');
  }
}

customElements.define('reader-tray', ReaderTray);
