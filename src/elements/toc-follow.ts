/**
 * `<toc-follow>` holds a table of contents in a `<details>`: open beside the text on wide screens, closed on
 * narrow ones. The link of the section being read carries `aria-current`.
 */
class TocFollow extends HTMLElement {
  #listening: AbortController | undefined;
  #observer: IntersectionObserver | undefined;

  connectedCallback(): void {
    const details = this.querySelector('details');
    if (!details) return;
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const wide = matchMedia('(min-width: 64rem)');
    const settle = () => {
      details.open = wide.matches;
    };
    settle();
    wide.addEventListener('change', settle, { signal });
    details.addEventListener(
      'click',
      (event) => {
        if (!wide.matches && event.target instanceof HTMLAnchorElement) details.open = false;
      },
      { signal },
    );
    this.#follow();
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
    this.#observer?.disconnect();
  }

  #follow(): void {
    const links = new Map<Element, HTMLAnchorElement>();
    for (const link of this.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')) {
      const section = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (section) links.set(section, link);
    }
    const visible = new Set<Element>();
    this.#observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) visible.add(target);
          else visible.delete(target);
        }
        // The deepest section in the band is the last one in reading order.
        const current = [...links.keys()].findLast((section) => visible.has(section));
        for (const [section, link] of links)
          link.toggleAttribute('aria-current', section === current);
        const link = current && links.get(current);
        if (link) this.#reveal(link);
      },
      { rootMargin: '-5% 0px -94% 0px' },
    );
    for (const section of links.keys()) this.#observer.observe(section);
  }

  /** Scrolls the table of contents, never the page. */
  #reveal(link: HTMLElement): void {
    link.setAttribute('aria-current', 'true');
    const box = this.getBoundingClientRect();
    const { top, bottom } = link.getBoundingClientRect();
    if (top < box.top || bottom > box.bottom) this.scrollTop += top - box.top - box.height / 3;
  }
}

customElements.define('toc-follow', TocFollow);
