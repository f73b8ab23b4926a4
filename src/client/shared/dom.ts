/** Makes elements for the search page. */
import { visibleText } from './visible-text.ts';

type Child = Node | string | null | undefined | false;
type Attributes = Record<string, string | number | boolean | undefined>;

/**
 * An element with attributes and children. Text is always text, never markup, and its control characters are shown; `true` sets an empty
 * attribute, `false` and `undefined` none.
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined && value !== false)
      node.setAttribute(name, value === true ? '' : `${value}`);
  const given = children.filter((child): child is Node | string => !!child);
  node.append(
    ...given.flatMap((child) => (typeof child === 'string' ? visibleText(child) : child)),
  );
  return node;
}

/** A button that calls `act` when it is pressed. */
export function button(
  label: string,
  act: () => void,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLButtonElement {
  const node = element('button', { type: 'button', ...attributes }, label, ...children);
  node.addEventListener('click', act);
  return node;
}
