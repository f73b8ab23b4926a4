import { SiteElement } from '../shared/site-element.ts';
import { watchCurrentSection } from './current-section.ts';

/**
 * `<toc-follow>` holds a table of contents in a `<details>`: open beside the text on wide screens, closed on
 * narrow ones. The link of the section being read carries `aria-current`.
 */
class TocFollow extends SiteElement {
  protected begin(signal: AbortSignal): void {
    const details = this.querySelector('details');
    if (!details) return;
    const wide = matchMedia('(min-width: 64rem)');
    const settle = () => {
      details.open = wide.matches;
    };
    settle();
    wide.addEventListener('change', settle, { signal });
    this.addEventListener(
      'click',
      ({ target }) => {
        if (!wide.matches && target instanceof Element && target.closest('a')) details.open = false;
      },
      { signal },
    );
    this.#follow(signal);
  }

  #follow(signal: AbortSignal): void {
    const links = new Map<Element, HTMLAnchorElement>();
    for (const link of this.querySelectorAll('a')) {
      const section = document.getElementById(link.hash.slice(1));
      if (section) links.set(section, link);
    }
    watchCurrentSection([...links.keys()], signal, (current) => {
      for (const link of links.values()) link.removeAttribute('aria-current');
      const link = current && links.get(current);
      link?.setAttribute('aria-current', 'true');
      if (link) this.#reveal(link);
    });
  }

  /** Scrolls the table of contents, never the page. */
  #reveal(link: Element): void {
    const box = this.getBoundingClientRect();
    const { top, bottom } = link.getBoundingClientRect();
    if (top < box.top || bottom > box.bottom) this.scrollTop += top - box.top - box.height / 3;
  }
}

customElements.define('toc-follow', TocFollow);
