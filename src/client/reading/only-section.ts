import { sectionPlace } from '../../model/section-label.ts';
import { fragmentId } from './fragment.ts';

/**
 * `<only-section>` before the article: with `?only=<id>` in the address it leaves of the article that part and the
 * headings above it, and says so. Going to another part brings the whole text back.
 */
class OnlySection extends HTMLElement {
  #listening: AbortController | undefined;
  #hidden: HTMLElement[] = [];

  connectedCallback(): void {
    const id = new URLSearchParams(location.search).get('only');
    const part = document.getElementById(id ?? '');
    const article = part?.closest('article');
    if (!id || !part || !article) return;
    this.#isolate(part, article);
    const where = this.querySelector('[data-place=where]');
    if (where) where.textContent = sectionPlace(id);
    this.querySelector('a')?.setAttribute('href', `${location.pathname}#${id}`);
    this.hidden = false;
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    addEventListener('hashchange', () => this.#follow(part), { signal });
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
  }

  #isolate(part: HTMLElement, article: Element): void {
    for (let inner: Element = part; inner !== article; inner = inner.parentElement as Element) {
      const siblings = [...(inner.parentElement?.children ?? [])] as HTMLElement[];
      this.#hidden.push(...siblings.filter((each) => each !== inner && !each.matches('.head')));
    }
    for (const each of this.#hidden) each.hidden = true;
    part.scrollIntoView({ block: 'nearest' });
  }

  #follow(part: HTMLElement): void {
    const target = document.getElementById(fragmentId());
    if (!target?.closest('article') || part.contains(target)) return;
    for (const each of this.#hidden) each.hidden = false;
    this.hidden = true;
    history.replaceState(null, '', location.pathname + location.hash);
    target.scrollIntoView();
    this.#listening?.abort();
  }
}

customElements.define('only-section', OnlySection);
