/** Keys of pages: while the key of a page is the same, the page is, and a build takes it over from the last one. */
import { hash } from 'node:crypto';
import { drawsCards } from './share-card.ts';

/** What bears a digest of its own, as reports do, stands for it; everything else is written out. */
function plain(_key: string, value: unknown): unknown {
  if (value instanceof Map || value instanceof Set) return [...value];
  if (typeof value !== 'object' || value === null) return value;
  const { id, digest } = value as Record<string, unknown>;
  return typeof digest === 'string' ? [id, digest] : value;
}

/** A digest of anything made of plain data and of objects with a `digest` of all they hold. */
export const digestOf = (value: unknown) =>
  hash('sha256', JSON.stringify(value, plain) ?? '', 'base64url');

/**
 * Paths of a route with keys made from their props: such a page must show nothing of the reports but what its props
 * hold. Pages of routes without keys are always made.
 */
export function keyed<Path extends { props?: Record<string, unknown> }>(
  paths: readonly Path[],
): (Path & { cacheKey: string })[] {
  return paths.map((path) => ({
    ...path,
    cacheKey: import.meta.env.DEV ? '' : digestOf([path.props, drawsCards]),
  }));
}
