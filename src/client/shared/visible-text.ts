import { control, controlAttributes, hasControl } from '../../model/control-characters.ts';

/** Cuts a text around its control characters, and keeps them. */
const cut = new RegExp(`(${control.source})`, 'u');

/** Text for a page: each control character in an element that shows it, as in rendered pages. */
export function visibleText(text: string): (Node | string)[] {
  if (!hasControl(text)) return [text];
  return text.split(cut).map((piece, at) => {
    if (at % 2 === 0) return piece;
    const node = document.createElement('span');
    node.textContent = piece;
    for (const [name, value] of Object.entries(controlAttributes(piece)))
      node.setAttribute(name, value);
    return node;
  });
}
