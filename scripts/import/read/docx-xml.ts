/** Ways through the elements of a Word document. */
import type { AnyNode, Element } from 'domhandler';

const isElement = (node: AnyNode): node is Element => 'tagName' in node;

export const children = (element: Element): Element[] => element.children.filter(isElement);

export const childOf = (element: Element | undefined, name: string): Element | undefined =>
  element && children(element).find((child) => child.tagName === name);
