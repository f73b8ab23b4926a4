/** The one control that takes a passage into the excerpts, wherever a script shows the passage. */

import { sectionPlace } from '../../model/section-label.ts';
import { element } from '../shared/dom.ts';
import type { Passage } from './excerpt.ts';
import { showTaken } from './gathered.ts';

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
