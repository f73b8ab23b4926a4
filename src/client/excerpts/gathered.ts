/** Shows on the page what the reader has taken: the state of every control, and the number wherever a place is left. */

import { type Passage, passagesOf } from './excerpt.ts';
import { excerpts } from './store.ts';

/** What a button takes. */
export function passageOfButton({ dataset }: HTMLElement): Passage {
  const [report = '', section = ''] = (dataset['take'] ?? '').split('#');
  return { report, section, ...(dataset['words'] && { words: dataset['words'] }) };
}

/** Shows whether what a button takes has been taken. */
export function showTaken(button: HTMLElement): void {
  const taken = excerpts.indexOf(passageOfButton(button)) >= 0;
  button.setAttribute('aria-pressed', String(taken));
}

/** Shows all of it. */
export function showGathered(): void {
  for (const button of document.querySelectorAll<HTMLElement>('[data-take]')) showTaken(button);
  const taken = passagesOf(excerpts.items).length;
  for (const place of document.querySelectorAll('[data-place=excerpts]')) {
    place.textContent = taken > 0 ? String(taken) : '';
    place.toggleAttribute('hidden', taken === 0);
  }
  document.querySelector('reader-tray')?.toggleAttribute('data-excerpts', taken > 0);
}

excerpts.addEventListener('change', showGathered);
