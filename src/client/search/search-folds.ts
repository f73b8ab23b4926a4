/** Folded lists that are made when they are unfolded, a bounded part at a time. */
import { button, element } from '../shared/dom.ts';

/** What a folded list is made from. */
export interface Fold {
  class: string;
  summary: string;
  /** Makes the next items; none when all are made. */
  next(): HTMLElement[];
  /** What the button for more says; empty when there are no more. */
  left(): string;
}

/** A list of which nothing is made before it is unfolded. */
export function foldedList(fold: Fold): HTMLDetailsElement {
  const list = element('ul');
  const more = button('', () => grow()[0]?.querySelector('a')?.focus(), { class: 'search-next' });
  const grow = () => {
    const items = fold.next();
    list.append(...items);
    more.textContent = fold.left();
    more.hidden = !more.textContent;
    return items;
  };
  const details = element(
    'details',
    { class: fold.class },
    element('summary', {}, fold.summary),
    list,
    more,
  );
  details.addEventListener('toggle', grow, { once: true });
  return details;
}
