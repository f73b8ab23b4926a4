import { SiteElement } from '../shared/site-element.ts';
import { fragmentId } from './fragment.ts';
import { officialPassage } from './official-page.ts';
import { placeBeside, scopeButtons } from './section-scopes.ts';
import { sectionText } from './section-text.ts';

/**
 * `<section-menu>` holds a popover with what can be done with a section, paragraph or point; its buttons with
 * `data-scope` widen it to the parts around. Loaded when the first menu is asked for.
 */
export class SectionMenu extends SiteElement {
  protected begin(signal: AbortSignal): void {
    const popover = this.#popover;
    popover?.addEventListener('click', (event) => void this.#act(event, popover), { signal });
    popover?.addEventListener(
      'toggle',
      ({ newState }) => {
        if (newState === 'closed') this.#choose('');
      },
      { signal },
    );
  }

  get #popover(): HTMLElement | null {
    return this.querySelector('[popover]');
  }

  /** Opens the menu beside a link, for the part it leads to. */
  open(link: HTMLAnchorElement): void {
    const popover = this.#popover;
    const id = fragmentId(link.hash);
    popover?.querySelector('[data-place=scopes]')?.replaceChildren(...scopeButtons(id));
    this.say('');
    this.#choose(id);
    popover?.showPopover();
    if (popover) placeBeside(popover, link.getBoundingClientRect());
    popover?.querySelector<HTMLElement>('[data-do]')?.focus();
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
    const { official } = this.dataset;
    if (!official) return;
    // To the same words on the page the report was published on.
    const text = sectionText(document.getElementById(id) ?? this);
    const address = officialPassage(official, text);
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
