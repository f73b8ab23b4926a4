import { element } from '../shared/dom.ts';
import { SiteElement } from '../shared/site-element.ts';
import { visibleText } from '../shared/visible-text.ts';
import { excerptLabel } from './label.ts';
import { type Excerpt, excerpts } from './store.ts';

/**
 * `<excerpt-list>` shows the reader's excerpts, each made from its `<template>`, and lets them be put in order,
 * removed and exported. Buttons say what they do in `data-do`.
 */
class ExcerptList extends SiteElement {
  protected begin(signal: AbortSignal): void {
    excerpts.addEventListener('change', () => this.#show(), { signal });
    this.addEventListener('click', ({ target }) => void this.#click(target), { signal });
    this.#show();
  }

  #show(): void {
    const { items } = excerpts;
    const entries = items.map((excerpt, index) => this.#entry(excerpt, index));
    this.querySelector('ol')?.replaceChildren(...entries);
    this.place('count').textContent = `共 ${items.length} 段`;
    this.dataset['state'] = items.length > 0 ? 'filled' : 'empty';
  }

  #entry(excerpt: Excerpt, index: number): DocumentFragment {
    const template = this.querySelector('template') as HTMLTemplateElement;
    const entry = template.content.cloneNode(true) as DocumentFragment;
    const label = excerptLabel(excerpt);
    const link = entry.querySelector('h2 a') as HTMLAnchorElement;
    link.href = excerpt.url;
    link.replaceChildren(...visibleText(label));
    const lines = excerpt.text.split('\n').map((line) => element('p', {}, line));
    entry.querySelector('blockquote')?.replaceChildren(...lines);
    for (const button of entry.querySelectorAll('button')) {
      button.dataset['index'] = String(index);
      button.setAttribute('aria-label', `${button.textContent?.trim()}：${label}`);
    }
    const last = excerpts.items.length - 1;
    entry.querySelector('[data-do=up]')?.toggleAttribute('disabled', index === 0);
    entry.querySelector('[data-do=down]')?.toggleAttribute('disabled', index === last);
    return entry;
  }

  async #click(target: EventTarget | null): Promise<void> {
    const button = target instanceof Element ? target.closest('button') : null;
    if (!button) return;
    const { do: what = '', index } = button.dataset;
    if (index !== undefined) this.#change(what, Number(index));
    else if (what === 'clear') excerpts.items = [];
    else {
      const { exportExcerpts } = await import('./excerpt-export.ts');
      this.sayBriefly(await exportExcerpts(what, excerpts.items));
    }
  }

  /** Keeps the focus on the passage that was moved. */
  #change(what: string, index: number): void {
    if (what === 'remove') {
      excerpts.remove(index);
      this.querySelector<HTMLElement>('ol button, a')?.focus();
      return;
    }
    const by = what === 'up' ? -1 : 1;
    excerpts.move(index, by);
    const buttons = this.querySelectorAll<HTMLButtonElement>(`[data-index="${index + by}"]`);
    const same = [...buttons].find((button) => button.dataset['do'] === what && !button.disabled);
    (same ?? buttons[0] ?? this.querySelector('button'))?.focus();
  }
}

customElements.define('excerpt-list', ExcerptList);
