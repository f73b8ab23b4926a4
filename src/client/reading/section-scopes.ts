/** The head of the menu of a section, loaded when the first one opens: how much of the text it is about. */

import { sectionPlace } from '../../model/section-label.ts';
import { element } from '../shared/dom.ts';

/** Buttons for a part and the parts that hold it, innermost first: 本段, 三是, (七), 一、. */
export function scopeButtons(id: string): HTMLButtonElement[] {
  const segments = id.split('-');
  return segments
    .map((segment, depth) => ({ segment, id: segments.slice(0, depth + 1).join('-') }))
    .filter((scope) => document.getElementById(scope.id))
    .reverse()
    .map(({ segment, id }) =>
      element(
        'button',
        { type: 'button', 'data-scope': id },
        segment.startsWith('p') ? '本段' : sectionPlace(segment),
      ),
    );
}

/** Puts a popover below a place of the text, or above it, inside the window; it scrolls with the text. */
export function placeBeside(popover: HTMLElement, at: DOMRect): void {
  const { offsetWidth, offsetHeight, style } = popover;
  const left = Math.max(8, Math.min(at.left, innerWidth - offsetWidth - 16));
  const fitsBelow = at.bottom + offsetHeight + 8 < innerHeight;
  const top = fitsBelow ? at.bottom + 4 : Math.max(8, at.top - offsetHeight - 4);
  style.insetInlineStart = `${left + scrollX}px`;
  style.insetBlockStart = `${top + scrollY}px`;
}
