import { SiteElement } from '../shared/site-element.ts';
import { watchCurrentSection } from './current-section.ts';

/** Where it is kept that a reader wants the text alone. */
const plainKey = `fazhi-nianbao${import.meta.env.BASE_URL}plain`;

/**
 * `<toc-follow>` holds the table of contents: beside the text in wide windows, elsewhere a sheet over it. The link of
 * the section being read carries `aria-current`. Its switch for the text alone is remembered.
 */
class TocFollow extends SiteElement {
  protected begin(signal: AbortSignal): void {
    this.#follow(signal);
    const sheet = this.querySelector<HTMLElement>('[popover]');
    const plain = this.querySelector('input');
    this.addEventListener(
      'click',
      ({ target }) => {
        if (target instanceof Element && target.closest('nav a') && sheet?.matches(':popover-open'))
          sheet.hidePopover();
      },
      { signal },
    );
    sheet?.addEventListener(
      'toggle',
      () => this.querySelector('[aria-current]')?.scrollIntoView({ block: 'center' }),
      { signal },
    );
    if (!plain) return;
    try {
      plain.checked = localStorage.getItem(plainKey) !== null;
      plain.addEventListener(
        'change',
        () => {
          if (plain.checked) localStorage.setItem(plainKey, '1');
          else localStorage.removeItem(plainKey);
        },
        { signal },
      );
    } catch {
      // Nothing can be stored: the switch lasts as long as the page.
    }
  }

  #follow(signal: AbortSignal): void {
    const links = new Map<Element, HTMLAnchorElement>();
    for (const link of this.querySelectorAll<HTMLAnchorElement>('nav a')) {
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
