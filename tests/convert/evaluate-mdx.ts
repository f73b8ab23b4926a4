/** The text a generated MDX file renders to, by the processor that the site uses. */
import { evaluate } from 'satteri';
import { mdxFeatures } from '../../src/components/body/mdx-features.ts';

type Props = { children?: unknown; components?: Record<string, unknown> } & Record<string, unknown>;
type Component = (props: Props) => string;

function textOf(children: unknown): string {
  if (Array.isArray(children)) return children.map(textOf).join('');
  return children === null || children === undefined || typeof children === 'boolean'
    ? ''
    : String(children);
}

/** Elements and components alike come out as the text inside them. */
const jsx = (type: unknown, props: Props): string =>
  typeof type === 'function' ? (type as Component)(props) : textOf(props.children);
const pass: Component = ({ children }) => textOf(children);
const empty: Component = () => '';

const components = {
  PrintedTitle: pass,
  Para: pass,
  Section: pass,
  Heading: pass,
  Lead: pass,
  Table: pass,
  Row: pass,
  Cell: pass,
  Figure: pass,
  Cite: pass,
  EditorialHeading: empty,
  NoteRef: empty,
  CheckRef: empty,
};

/** @throws when the file is not valid MDX, or names a component the site does not have. */
export async function renderedText(mdx: string): Promise<string> {
  const module = (await evaluate(mdx, {
    Fragment: pass,
    jsx,
    jsxs: jsx,
    features: mdxFeatures,
  } as never)) as { default: Component };
  return module.default({ components });
}
