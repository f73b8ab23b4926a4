import { fragmentId } from '../reading/fragment.ts';
import { SiteElement } from '../shared/site-element.ts';

/** Brings the beginning of a range into the middle of the window, however long its paragraph is. */
function show(range: Range): void {
  // What scrolls by itself, as a wide table does, is scrolled first.
  range.startContainer.parentElement?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  const { top } = range.getClientRects()[0] ?? range.getBoundingClientRect();
  scrollBy({ top: top - innerHeight / 3, behavior: 'instant' });
}

/**
 * `<search-marks>` beside an `<article>`: marks in it what `?q=` of the address asks for, by the CSS Custom
 * Highlight API, and leads from one hit to the next. Without `?q=` it stays empty and fetches nothing.
 */
class SearchMarks extends SiteElement {
  #ranges: Range[] = [];
  #at = 0;
  #count: HTMLElement | undefined;

  protected begin(signal: AbortSignal): void {
    const query = new URLSearchParams(location.search).get('q')?.slice(0, 1000).trim();
    const article = document.querySelector('article');
    if (query && article) void this.#mark(article, query);
    signal.addEventListener('abort', () => this.#unmark());
  }

  async #mark(article: Element, query: string): Promise<void> {
    const [{ findRanges }, { button, element }] = await Promise.all([
      import('./search-marking.ts'),
      import('../shared/dom.ts'),
    ]);
    const { words, ranges } = await findRanges(article, query);
    if (!this.isConnected || !words.length) return;
    this.#ranges = ranges;
    this.#count = element('span', { role: 'status' });
    const step = (by: number) => () => this.#go((this.#at + by + ranges.length) % ranges.length);
    const steps = [
      button('↑', step(-1), { 'aria-label': '上一处', title: '上一处' }),
      button('↓', step(1), { 'aria-label': '下一处', title: '下一处' }),
    ];
    this.replaceChildren(
      element('span', { class: 'search-words' }, words.map((word) => `“${word}”`).join(' ')),
      this.#count,
      ...(ranges.length > 1 ? steps : []),
      button('✕', () => this.#clear(), { 'aria-label': '清除标记', title: '清除标记' }),
    );
    if (!ranges.length) {
      this.#count.textContent = '正文中没有连着出现';
      return;
    }
    if (typeof Highlight === 'function') CSS.highlights.set('search', new Highlight(...ranges));
    const target = document.getElementById(fragmentId());
    const first = ranges.findIndex((range) => !target || range.intersectsNode(target));
    // Until a page is loaded the browser itself goes to the fragment, again and again.
    if (document.readyState !== 'complete')
      await new Promise((resolve) => addEventListener('load', resolve, { once: true }));
    this.#go(Math.max(0, first), !target || first >= 0);
  }

  #go(at: number, scroll = true): void {
    const range = this.#ranges[at];
    if (!range || !this.#count) return;
    this.#at = at;
    this.#count.textContent = `第 ${at + 1} 处，共 ${this.#ranges.length} 处`;
    if (typeof Highlight === 'function') CSS.highlights.set('search-current', new Highlight(range));
    if (scroll) show(range);
  }

  /** Takes the marks away, from the address as well. */
  #clear(): void {
    this.#unmark();
    this.replaceChildren();
    const address = new URL(location.href);
    address.searchParams.delete('q');
    history.replaceState(history.state, '', address);
  }

  #unmark(): void {
    if (typeof Highlight !== 'function') return;
    CSS.highlights.delete('search');
    CSS.highlights.delete('search-current');
  }
}

customElements.define('search-marks', SearchMarks);
