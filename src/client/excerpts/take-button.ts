/** The one control that takes a passage into the excerpts, wherever a script shows the passage. */

import { sectionPlace } from '../../model/section-label.ts';
import { element } from '../shared/dom.ts';
import type { Passage } from './excerpt.ts';
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

/** A button that takes a section, or words of it; what it does at a click, the tray of the page knows. */
export function takeButton({ report, section, words }: Passage): HTMLButtonElement {
  const button = element('button', {
    type: 'button',
    class: 'take',
    'data-take': `${report}#${section}`,
    'data-words': words,
    'aria-label': `摘录 ${sectionPlace(section)}`,
    title: '加入摘录',
  });
  showTaken(button);
  return button;
}
