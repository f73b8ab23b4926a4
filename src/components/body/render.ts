/**
 * The text of a report as its page shows it. The generated MDX is evaluated while the page is rendered: as a module of
 * the bundle each report would cost the build some 0.7 MB of memory and five times the time.
 */
import { Fragment, jsx } from 'astro/jsx-runtime';
import { type EvaluateOptions, evaluate } from 'satteri';
import { readReportPage } from '../../collection/files.ts';
import { bodyComponents } from './index.ts';
import { mdxFeatures } from './mdx-features.ts';

/** Astro's own runtime; satteri knows its functions by looser types. */
const runtime = { Fragment, jsx, jsxs: jsx } as unknown as Pick<
  EvaluateOptions,
  'Fragment' | 'jsx' | 'jsxs'
>;

type Content = (props: { components: Record<string, unknown> }) => unknown;

/**
 * Renders the body of a report with the components of `components/body`.
 * @returns what a page can print as a child
 * @throws when the file is not valid MDX or names a component that does not exist
 */
export async function reportBody(id: string): Promise<unknown> {
  const module = await evaluate(readReportPage(id), { ...runtime, features: mdxFeatures });
  return (module as unknown as { default: Content }).default({ components: bodyComponents });
}
