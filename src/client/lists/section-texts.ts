import type { PrintedSection } from '../../model/printed.ts';
import { routes } from '../../model/routes.ts';
import { takeButton } from '../excerpts/take-button.ts';
import { element } from '../shared/dom.ts';
import { getJson } from '../shared/fetch-once.ts';
import { SiteElement } from '../shared/site-element.ts';
import { siteLink } from '../shared/site-link.ts';

/** Where the choice of the reader is kept until the window is closed. */
const choice = 'fazhi-nianbao/section-texts';
/** Texts are fetched when their place is so near to the window. */
const near = '800px';

/** A section as it is printed, under a link to its place in the report. */
function passage(report: string, { id, text, head }: PrintedSection): HTMLElement {
  const [own = '', ...lines] = text.slice(head).split('\n');
  const href = siteLink(routes.section(report, id));
  const label = text.slice(0, head);
  const stands = head > 0 && own === '';
  const take = takeButton({ report, section: id });
  const link = head > 0 && element('a', { href, class: stands ? '' : 'passage-lead' }, label);
  return element(
    'div',
    { class: 'passage' },
    element('p', { class: stands ? 'passage-heading' : '' }, link, own, take),
    ...lines.filter(Boolean).map((line) => element('p', {}, line)),
  );
}

/**
 * `<section-texts>` holds a check box: with it the lists of sections on the page (`[data-report]` with `[data-section]`) show
 * their whole texts, each fetched when the reader comes near it.
 */
class SectionTexts extends SiteElement {
  protected begin(signal: AbortSignal): void {
    const input = this.querySelector('input');
    if (!input) return;
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (!isIntersecting) continue;
          observer.unobserve(target);
          void this.#fill(target as HTMLElement);
        }
      },
      { rootMargin: near },
    );
    const show = () => {
      document.querySelector('main')?.toggleAttribute('data-texts', input.checked);
      observer.disconnect();
      if (!input.checked) return;
      for (const list of document.querySelectorAll('.theme-sections:not([data-filled])'))
        observer.observe(list);
    };
    const choose = () => {
      try {
        sessionStorage.setItem(choice, input.checked ? '1' : '');
      } catch {
        // The choice lasts as long as the page.
      }
      show();
    };
    input.addEventListener('change', choose, { signal });
    document.addEventListener('listed', show, { signal });
    signal.addEventListener('abort', () => observer.disconnect());
    try {
      input.checked = sessionStorage.getItem(choice) === '1';
    } catch {
      // Nothing was kept.
    }
    show();
  }

  async #fill(list: HTMLElement): Promise<void> {
    const { report = '' } = list.dataset;
    try {
      const sections = await getJson<PrintedSection[]>(routes.textData(report));
      for (const item of list.querySelectorAll<HTMLElement>('[data-section]')) {
        const { section = '' } = item.dataset;
        const own = sections.filter(({ id }) => id === section || id.startsWith(`${section}-`));
        item.append(...own.map((each) => passage(report, each)));
      }
      list.dataset['filled'] = '';
      this.say('');
    } catch {
      this.say('有的原文未能取得，请检查网络后再试。');
    }
  }
}

customElements.define('section-texts', SectionTexts);
