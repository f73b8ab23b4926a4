import { SiteElement } from '../shared/site-element.ts';
import { visibleText } from '../shared/visible-text.ts';
import { watchCurrentSection } from './current-section.ts';

/**
 * `<reading-bar>` stands at the top of the window while the reader is in the article: the section being read, how far the reader has come, and links to the
 * section before and after it. Points are parts of their section here.
 */
class ReadingBar extends SiteElement {
  protected begin(signal: AbortSignal): void {
    const article = document.querySelector('article');
    if (!article) return;
    const sections = [...article.querySelectorAll('section[data-style]:not([data-style="i"])')];
    // Browsers send one scroll event a frame.
    const measure = () => {
      const { top, height } = article.getBoundingClientRect();
      const read = Math.max(0, Math.min(1, -top / Math.max(1, height - innerHeight)));
      this.style.setProperty('--read', read.toFixed(3));
      this.toggleAttribute('data-on', top < 0);
    };
    addEventListener('scroll', measure, { signal, passive: true });
    measure();
    watchCurrentSection(sections, signal, (current) => {
      if (current) this.#show(sections, sections.indexOf(current));
      // Between and after sections the bar keeps what it says.
      else if (article.getBoundingClientRect().top > 0) this.#show(sections, -1);
    });
  }

  #show(sections: Element[], at: number): void {
    const where = this.place('where');
    const heading = sections[at]?.querySelector('.head > :first-child, p');
    const title = heading?.getAttribute('data-text') ?? heading?.textContent;
    const words = title?.trim() || (where.dataset['start'] ?? '');
    where.replaceChildren(...visibleText(words));
    this.place('count').textContent = at < 0 ? '' : `${at + 1} / ${sections.length}`;
    const link = (name: string, to: string | undefined) =>
      this.querySelector(`[data-to=${name}]`)?.setAttribute('href', `#${to ?? 'text'}`);
    link('previous', sections[at - 1]?.id);
    link('next', sections[at + 1]?.id ?? 'after-text');
  }
}

customElements.define('reading-bar', ReadingBar);
