import { type PrintedForm, printedForms } from '../../model/citation.ts';
import { element } from '../shared/dom.ts';
import { SiteElement } from '../shared/site-element.ts';
import { visibleText } from '../shared/visible-text.ts';
import { type ExcerptItem, isHeading, passagesOf } from './excerpt.ts';
// The number in the header goes with the list.
import './gathered.ts';
import { excerptLabel } from './label.ts';
import { excerpts } from './store.ts';

/** What stands in an empty heading. */
const newHeading = '新标题';

/** So near to an edge of the window, in CSS pixels, what is dragged scrolls the page. */
const scrollEdge = 48;

/**
 * `<excerpt-list>` shows the reader's excerpts, each made from a `<template>`, and lets them be put in order, annotated,
 * removed and exported. Buttons say what they do in `data-do`; what takes something away can be undone.
 */
class ExcerptList extends SiteElement {
  /** What the list was before something was taken away. */
  #former: readonly ExcerptItem[] | undefined;
  /** A change that the page shows already. */
  #shown = false;

  protected begin(signal: AbortSignal): void {
    excerpts.addEventListener('change', () => this.#shown || this.#show(), { signal });
    this.addEventListener('click', ({ target }) => void this.#click(target), { signal });
    this.addEventListener('change', ({ target }) => void this.#edit(target), { signal });
    this.addEventListener('keydown', (event) => this.#key(event), { signal });
    this.addEventListener('pointerdown', (event) => void this.#drag(event), { signal });
    this.#show();
  }

  #show(): void {
    const { items } = excerpts;
    const entries = items.map((item, index) => this.#entry(item, index));
    this.querySelector('ol')?.replaceChildren(...entries);
    this.place('count').textContent = `共 ${passagesOf(items).length} 段`;
    this.dataset['state'] = items.length > 0 ? 'filled' : 'empty';
    this.querySelector('[data-do=undo]')?.toggleAttribute('hidden', !this.#former);
  }

  #entry(item: ExcerptItem, index: number): DocumentFragment {
    const kind = isHeading(item) ? 'heading' : 'passage';
    const template = this.querySelector(`template[data-kind=${kind}]`) as HTMLTemplateElement;
    const entry = template.content.cloneNode(true) as DocumentFragment;
    const label = isHeading(item) ? item.heading : excerptLabel(item);
    const field = entry.querySelector('input, textarea') as HTMLInputElement;
    field.dataset['index'] = String(index);
    if (isHeading(item)) field.value = item.heading;
    else {
      field.value = item.note ?? '';
      const link = entry.querySelector('h2 a') as HTMLAnchorElement;
      link.href = item.url;
      link.replaceChildren(...visibleText(label));
      const lines = item.text.split('\n').map((line) => element('p', {}, line));
      entry.querySelector('blockquote')?.replaceChildren(...lines);
    }
    for (const control of entry.querySelectorAll<HTMLElement>('button, input, textarea')) {
      control.dataset['index'] = String(index);
      control.setAttribute(
        'aria-label',
        `${control.title || control.textContent?.trim()}：${label}`,
      );
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
    else if (what === 'undo') this.#undo();
    else if (what === 'clear') this.#remove([], '已清空');
    else if (what === 'heading') {
      excerpts.add([{ heading: newHeading }]);
      this.querySelector<HTMLInputElement>('ol > li:last-child input')?.select();
    } else if (what === 'read') this.querySelector<HTMLElement>('input[type=file]')?.click();
    else {
      const { exportExcerpts } = await import('./excerpt-export.ts');
      const chosen = this.querySelector<HTMLSelectElement>('select')?.value;
      const form: PrintedForm = printedForms.find((each) => each === chosen) ?? printedForms[0];
      this.sayBriefly(await exportExcerpts(what, excerpts.items, form));
    }
  }

  /** Keeps the focus on what was moved. */
  #change(what: string, index: number): void {
    if (what === 'remove') {
      this.#remove(
        excerpts.items.filter((_, at) => at !== index),
        '已删除',
      );
      this.querySelector<HTMLElement>('ol button, a')?.focus();
    } else if (what === 'up' || what === 'down') this.#move(index, what, what);
  }

  #move(index: number, way: 'up' | 'down', focused: string): void {
    const to = index + (way === 'up' ? -1 : 1);
    if (to < 0 || to >= excerpts.items.length) return;
    excerpts.move(index, to);
    const buttons = this.querySelectorAll<HTMLButtonElement>(`button[data-index="${to}"]`);
    const same = [...buttons].find(
      (button) => button.dataset['do'] === focused && !button.disabled,
    );
    (same ?? buttons[0] ?? this.querySelector('button'))?.focus();
  }

  #remove(left: readonly ExcerptItem[], words: string): void {
    this.#former = excerpts.items;
    excerpts.items = left;
    this.say(words);
  }

  #undo(): void {
    const former = this.#former;
    this.#former = undefined;
    if (former) excerpts.items = former;
    this.say('');
    this.querySelector<HTMLElement>('ol button')?.focus();
  }

  /** Keeps a note or a heading as it is written; the field stays the one that is used. */
  async #edit(target: EventTarget | null): Promise<void> {
    if (target instanceof HTMLInputElement && target.type === 'file') return this.#read(target);
    if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return;
    const index = Number(target.dataset['index']);
    const item = excerpts.items[index];
    if (!item) return;
    const value = target.value.trim();
    this.#shown = true;
    if (isHeading(item)) excerpts.replace(index, { heading: value || newHeading });
    else excerpts.replace(index, { ...item, note: value });
    this.#shown = false;
  }

  async #read(input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? [];
    if (!file) return;
    const { readExcerptFile } = await import('./excerpt-file.ts');
    const items = readExcerptFile(await file.text());
    input.value = '';
    if (!items) return this.sayBriefly('这不是本站存出的摘录文件');
    this.#former = excerpts.items;
    const headings = new Set(excerpts.items.filter(isHeading).map(({ heading }) => heading));
    const added = excerpts.add(
      items.filter((item) => !isHeading(item) || !headings.has(item.heading)),
    );
    this.say(added > 0 ? `已读入 ${added} 项` : '文件中的摘录都已在这里');
  }

  #key(event: KeyboardEvent): void {
    const handle = event.target instanceof Element && event.target.closest('[data-do=drag]');
    const way = { ArrowUp: 'up', ArrowDown: 'down' }[event.key] as 'up' | 'down' | undefined;
    if (!(handle instanceof HTMLElement) || !way) return;
    event.preventDefault();
    this.#move(Number(handle.dataset['index']), way, 'drag');
  }

  /** Moves an item with the pointer that holds its handle, until it is let go. */
  #drag(event: PointerEvent): void {
    const handle = event.target instanceof Element && event.target.closest('[data-do=drag]');
    if (!(handle instanceof HTMLElement)) return;
    const moved = handle.closest('li') as Element;
    handle.setPointerCapture(event.pointerId);
    moved.toggleAttribute('data-dragged', true);
    const move = ({ clientY }: PointerEvent) => {
      if (clientY < scrollEdge) scrollBy(0, clientY - scrollEdge);
      if (clientY > innerHeight - scrollEdge) scrollBy(0, clientY - innerHeight + scrollEdge);
      // What is dragged stays where it is, for an element that is taken out lets go of the pointer: the others go by.
      const all = [...this.querySelectorAll('ol > li')];
      const at = all.indexOf(moved);
      const middles = all.map((each) => {
        const { top, height } = each.getBoundingClientRect();
        return top + height / 2;
      });
      const above = middles.findIndex((middle, other) => other < at && clientY < middle);
      const below = middles.findLastIndex((middle, other) => other > at && clientY > middle);
      if (above >= 0) moved.after(...all.slice(above, at));
      else if (below >= 0) moved.before(...all.slice(at + 1, below + 1));
    };
    handle.addEventListener('pointermove', move);
    handle.addEventListener(
      'lostpointercapture',
      () => {
        handle.removeEventListener('pointermove', move);
        const to = [...this.querySelectorAll('ol > li')].indexOf(moved);
        excerpts.move(Number(handle.dataset['index']), to);
        this.querySelector<HTMLElement>(`[data-do=drag][data-index="${to}"]`)?.focus();
      },
      { once: true },
    );
  }
}

customElements.define('excerpt-list', ExcerptList);
