import { sectionPlace } from '../../model/section-label.ts';
import { SiteElement } from '../shared/site-element.ts';
import { visibleText } from '../shared/visible-text.ts';
import { fragmentId } from './fragment.ts';

/**
 * `<only-section>` before the article: with `?only=<id>` in the address it leaves of the article that part and the
 * headings above it, and says so. Going to another part brings the whole text back.
 */
class OnlySection extends SiteElement {
  #hidden: HTMLElement[] = [];

  protected begin(signal: AbortSignal): void {
    const id = new URLSearchParams(location.search).get('only');
    const part = document.getElementById(id ?? '');
    const article = part?.closest('article');
    if (!id || !part || !article) return;
    this.#isolate(part, article);
    const heading = part.querySelector(':scope > .head > :first-child')?.textContent?.trim();
    this.place('where').replaceChildren(
      ...visibleText(
        heading ? sectionPlace(id.split('-').slice(0, -1).join('-')) + heading : sectionPlace(id),
      ),
    );
    this.querySelector('a')?.setAttribute('href', `${location.pathname}#${id}`);
    this.hidden = false;
    addEventListener('hashchange', () => this.#follow(part), { signal });
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
    if (this.hidden || !target?.closest('article') || part.contains(target)) return;
    for (const each of this.#hidden) each.hidden = false;
    this.hidden = true;
    history.replaceState(null, '', location.pathname + location.hash);
    target.scrollIntoView();
  }
}

customElements.define('only-section', OnlySection);
