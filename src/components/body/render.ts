/**
 * The text of a report as a component of its page. The generated MDX is evaluated while the page is rendered: as a module of
 * the bundle each report would cost the build some 0.7 MB of memory and five times the time (docs/decisions).
 */
import { Fragment, jsx } from 'astro/jsx-runtime';
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import { type EvaluateOptions, evaluate } from 'satteri';
import { mdxFeatures } from './mdx-features.ts';

/** Astro's own runtime; satteri knows its functions by looser types. */
const runtime = { Fragment, jsx, jsxs: jsx } as unknown as Pick<
  EvaluateOptions,
  'Fragment' | 'jsx' | 'jsxs'
>;

/**
 * Evaluates the generated MDX of a report.
 * @returns the component; it is rendered with `<Content components={bodyComponents} />`
 * @throws when the text is not valid MDX or names a component that does not exist
 */
export async function reportContent(mdx: string): Promise<AstroComponentFactory> {
  const module = await evaluate(mdx, { ...runtime, features: mdxFeatures });
  return (module as unknown as { default: AstroComponentFactory }).default;
}
