import { SiteElement } from '../shared/site-element.ts';
import { fragmentId } from './fragment.ts';

/**
 * `<section-menu>` holds a popover with what can be done with a section, paragraph or point. The `a.permalink` of
 * the article open it for the part they lead to; its buttons with `data-scope` widen it to the parts around.
 * Without popovers, and with a modifier key, the links stay links.
 */
class SectionMenu extends SiteElement {
  protected begin(signal: AbortSignal): void {
    const popover = this.querySelector<HTMLElement>('[popover]');
    if (!popover?.showPopover) return;
    document.addEventListener('click', (event) => void this.#open(event, popover), { signal });
    popover.addEventListener('click', (event) => void this.#act(event, popover), { signal });
    popover.addEventListener(
      'toggle',
      ({ newState }) => {
        if (newState === 'closed') this.#choose('');
      },
      { signal },
    );
  }

  async #open(event: MouseEvent, popover: HTMLElement): Promise<void> {
    const link = event.target instanceof Element && event.target.closest('a.permalink');
    if (!(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.shiftKey)
      return;
    event.preventDefault();
    const id = fragmentId(link.hash);
    const { placeBeside, scopeButtons } = await import('./section-scopes.ts');
    popover.querySelector('[data-place=scopes]')?.replaceChildren(...scopeButtons(id));
    this.say('');
    this.#choose(id);
    popover.showPopover();
    placeBeside(popover, link.getBoundingClientRect());
    popover.querySelector<HTMLElement>('[data-do]')?.focus();
  }

  /** Shows what the menu is about; nothing when the id is empty. */
  #choose(id: string): void {
    document.querySelector('article [data-chosen]')?.removeAttribute('data-chosen');
    if (!id) return;
    document.getElementById(id)?.setAttribute('data-chosen', '');
    for (const scope of this.querySelectorAll<HTMLElement>('[data-scope]'))
      scope.setAttribute('aria-pressed', String(scope.dataset['scope'] === id));
    this.dataset['id'] = id;
    this.querySelector('a[data-do=only]')?.setAttribute('href', `?only=${id}#${id}`);
    if (this.dataset['official']) void this.#lead(this.dataset['official'], id);
  }

  /** Leads to the same words on the page the report was published on. */
  async #lead(page: string, id: string): Promise<void> {
    const [{ officialPassage }, { sectionText }] = await Promise.all([
      import('./official-page.ts'),
      import('./section-text.ts'),
    ]);
    const text = sectionText(document.getElementById(id) ?? this);
    const address = officialPassage(page, text);
    this.querySelector('a[data-do=official]')?.setAttribute('href', address);
  }

  async #act(event: MouseEvent, popover: HTMLElement): Promise<void> {
    const button = event.target instanceof Element && event.target.closest('button');
    if (!button) return;
    const { scope, do: what } = button.dataset;
    if (scope) this.#choose(scope);
    if (!what) return;
    const id = this.dataset['id'] ?? '';
    const { act } = await import('../excerpts/section-actions.ts');
    const words = await act(what, id);
    popover.hidePopover();
    this.sayBriefly(words);
  }
}

customElements.define('section-menu', SectionMenu);
