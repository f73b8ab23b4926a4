import { SiteElement } from '../shared/site-element.ts';

/**
 * `<search-box>` holds a search form. `/` and Ctrl/⌘-K anywhere on the page lead to the first one; the code
 * and the index of the search are fetched when it is entered for the first time, so that they are at hand
 * when the search page asks for them.
 */
class SearchBox extends SiteElement {
  protected begin(signal: AbortSignal): void {
    const preload = () => void import('./search-preload.ts').then(({ preload }) => preload());
    this.addEventListener('focusin', preload, { signal, once: true });
    document.addEventListener('keydown', (event) => this.#summon(event), { signal });
  }

  get #input(): HTMLInputElement | null {
    return this.querySelector('input');
  }

  #summon(event: KeyboardEvent): void {
    if (event.isComposing || event.defaultPrevented) return;
    if (document.querySelector('search-box') !== this) return;
    const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey;
    const letter = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
    if (!letter && !(slash && !isEditable(event.target))) return;
    event.preventDefault();
    this.#input?.focus();
    this.#input?.select();
  }
}

function isEditable(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select'))
  );
}

customElements.define('search-box', SearchBox);
