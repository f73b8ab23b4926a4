import { element } from '../shared/dom.ts';
import { SiteElement } from '../shared/site-element.ts';
import { storedKey } from '../shared/stored-list.ts';
import { choice, mostCompared } from './choice.ts';

/**
 * `<reader-tray>` at the foot of every page: the reports chosen for comparison and the number of excerpts. It shows
 * itself when there is either. Buttons with `data-compare` anywhere on the page choose a report, those with `data-take`
 * take a passage, and the number of excerpts stands wherever a place is left for it.
 */
class ReaderTray extends SiteElement {
  protected begin(signal: AbortSignal): void {
    document.addEventListener('click', ({ target }) => this.#click(target), { signal });
    // Lists that are filled in later ask for the state of their buttons.
    document.addEventListener('listed', () => this.#show(), { signal });
    addEventListener('storage', () => void this.#showGathered(), { signal });
    const select = () => void this.#select();
    // Fingers move what is selected without letting a page know when they are done.
    const byFinger = matchMedia('(pointer: coarse)').matches;
    for (const event of byFinger ? ['selectionchange'] : ['pointerup', 'keyup'])
      document.addEventListener(event, select, { signal });
    choice.addEventListener('change', () => this.#show(), { signal });
    this.#show();
  }

  #click(target: EventTarget | null): void {
    if (!(target instanceof Element)) return;
    if (target.closest('[data-do=clear-choice]')) choice.items = [];
    const taking = target.closest<HTMLElement>('[data-take]');
    if (taking) void this.#take(taking);
    const button = target.closest<HTMLElement>('[data-compare]');
    if (!button) return;
    const { compare: id = '', name = '' } = button.dataset;
    if (!choice.toggle({ id, name })) this.say(`最多比较${mostCompared}份报告`);
  }

  async #take(button: HTMLElement): Promise<void> {
    const [{ toggle }, { passageOfButton }] = await Promise.all([
      import('../excerpts/take.ts'),
      import('../excerpts/gathered.ts'),
    ]);
    this.sayBriefly(await toggle(passageOfButton(button)));
  }

  /** Shows what was taken; what that takes is fetched only where there is something. */
  async #showGathered(): Promise<void> {
    try {
      if (!localStorage.getItem(storedKey('excerpts'))) return;
    } catch {
      return;
    }
    const { showGathered } = await import('../excerpts/gathered.ts');
    showGathered();
  }

  /** Whether the bar of selected text is at work. */
  #selects = false;

  async #select(): Promise<void> {
    if (!this.#selects && getSelection()?.isCollapsed !== false) return;
    if (!document.querySelector('[data-take]')) return;
    this.#selects = true;
    const { showSelectionBar } = await import('../excerpts/selection-bar.ts');
    showSelectionBar((words) => this.sayBriefly(words));
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
    // A comparison has its own ways to what it is of, and its text goes to the foot of the window.
    const comparing = document.querySelector('compare-view') !== null;
    this.toggleAttribute('data-choice', chosen.length > 0 && !comparing);
    this.say('');
    void this.#showGathered();
  }
}

customElements.define('reader-tray', ReaderTray);
