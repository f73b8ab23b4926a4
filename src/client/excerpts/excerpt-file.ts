/** The reader's excerpts as a file, by which they outlast the browser and move to another one. */

import { type ExcerptItem, isExcerptItem } from './excerpt.ts';

/** What a file begins with, so that another one is not taken for it. */
const format = 'fazhi-nianbao-excerpts';
const version = 1;

/** The list as the text of a file. */
export const excerptFile = (items: readonly ExcerptItem[]): string =>
  `${JSON.stringify({ format, version, items }, null, 2)}\n`;

/** The items of a file; undefined where it is none of excerpts. What is no item is left out. */
export function readExcerptFile(text: string): ExcerptItem[] | undefined {
  try {
    const { format: told, items } = JSON.parse(text) as Record<string, unknown>;
    return told === format && Array.isArray(items) ? items.filter(isExcerptItem) : undefined;
  } catch {
    return undefined;
  }
}
