/**
 * Last stage: resolved tree → mdast → MDX. The file is serialised from a tree, never put together from strings, so
 * that text which looks like Markdown, JSX or HTML comes out as that text.
 */
import type { PhrasingContent, Root, RootContent } from 'mdast';
import type { MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import type { Position } from 'unist';
import { writeFrontmatter } from '../../../src/model/frontmatter.ts';
import type { ReportFrontmatter } from '../../../src/model/report.ts';
import { isPoint } from '../../../src/model/section-styles.ts';
import type { Block, Paragraph, ReportTree, Table, Title } from '../parse/types.ts';
import { blocksOf, isSingleBlock, sectionsOf, titlesOf } from '../parse/walk.ts';
import { paragraphId } from '../resolve/ids.ts';
import type { ResolvedData, ResolvedNode } from '../types.ts';
import type { TextMark } from './marks.ts';

/** Where note references go: behind an offset of a paragraph (block ≥ 0) or a heading (block -1) of a section. */
export interface NoteReference {
  number: number;
  section: string;
  block: number;
  end: number;
}

type Attributes = Record<string, string | undefined>;

function attributesOf(attributes: Attributes): MdxJsxAttribute[] {
  return Object.entries(attributes).flatMap(([name, value]) =>
    value === undefined ? [] : [{ type: 'mdxJsxAttribute' as const, name, value }],
  );
}

function inline(
  name: string,
  attributes: Attributes,
  children: PhrasingContent[] = [],
): MdxJsxTextElement {
  return { type: 'mdxJsxTextElement', name, attributes: attributesOf(attributes), children };
}

/** A block whose content is text: on one line, which MDX reads as an element of its own. */
function line(name: string, attributes: Attributes, children: PhrasingContent[]): RootContent {
  return { type: 'paragraph', children: [inline(name, attributes, children)] };
}

function container(
  name: string,
  attributes: Attributes,
  children: RootContent[],
): MdxJsxFlowElement {
  return {
    type: 'mdxJsxFlowElement',
    name,
    attributes: attributesOf(attributes),
    children: children as MdxJsxFlowElement['children'],
  };
}

/** What is set into the words of one paragraph or heading. */
interface Insertions {
  notes: readonly NoteReference[];
  marks: readonly TextMark[];
}

/** A stretch of text with references to notes behind the words they are about. */
function annotated(
  text: string,
  offset: number,
  notes: readonly NoteReference[],
): PhrasingContent[] {
  const content: PhrasingContent[] = [];
  let from = 0;
  for (const note of notes) {
    const end = Math.min(Math.max(note.end - offset, from), text.length);
    if (end > from) content.push({ type: 'text', value: text.slice(from, end) });
    content.push(inline('NoteRef', { number: String(note.number) }));
    from = end;
  }
  if (from < text.length) content.push({ type: 'text', value: text.slice(from) });
  return content;
}

/** Text with its marks around words and its references behind them; a note about marked words stands behind the mark. */
function phrasing(text: string, { notes, marks }: Insertions): PhrasingContent[] {
  const byEnd = [...notes].sort((a, b) => a.end - b.end);
  const content: PhrasingContent[] = [];
  let from = 0;
  let next = 0;
  const notesBefore = (offset: number): NoteReference[] => {
    const first = next;
    while ((byEnd[next]?.end ?? Number.POSITIVE_INFINITY) <= offset) next++;
    return byEnd.slice(first, next);
  };
  for (const mark of [...marks].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (mark.start < from || mark.end > text.length) continue;
    content.push(...annotated(text.slice(from, mark.start), from, notesBefore(mark.start)));
    const words = text.slice(mark.start, mark.end);
    content.push(inline(mark.name, mark.attributes, words ? [{ type: 'text', value: words }] : []));
    from = mark.end;
    content.push(...annotated('', from, notesBefore(from)));
  }
  content.push(...annotated(text.slice(from), from, byEnd.slice(next)));
  return content;
}

const none: Insertions = { notes: [], marks: [] };

/** Notes and marks by section and block. */
function insertions(
  notes: readonly NoteReference[],
  marks: readonly TextMark[],
): Map<string, Insertions> {
  const found = new Map<string, { notes: NoteReference[]; marks: TextMark[] }>();
  const at = ({ section, block }: { section: string; block: number }) => {
    const key = `${section} ${block}`;
    const entry = found.get(key) ?? { notes: [], marks: [] };
    found.set(key, entry);
    return entry;
  };
  for (const note of notes) at(note).notes.push(note);
  for (const mark of marks) at(mark).marks.push(mark);
  return found;
}

/** What a handler knows beside its node. */
interface State {
  /** Depth of the node's section, 1 for chapters. */
  depth: number;
  /** What is set into a paragraph (its index) or the heading (-1) of a section. */
  insertionsOf: (section: string, block: number) => Insertions;
}

/** Where a block stands: its section and index, its attributes, and what runs into it from the left. */
interface BlockPlace {
  section: string;
  index: number;
  attributes: Attributes;
  lead: PhrasingContent[];
}

const plain = (value: string): PhrasingContent[] => (value === '' ? [] : [{ type: 'text', value }]);

function paragraph(
  node: Paragraph,
  { section, index, attributes, lead }: BlockPlace,
  state: State,
) {
  const words = phrasing(node.value, state.insertionsOf(section, index));
  return line('Para', attributes, [...lead, ...words]);
}

function table(node: Table, { attributes }: BlockPlace): RootContent {
  const rows = node.rows.map((row) => {
    const cells = row.map((cell) => line('Cell', {}, plain(cell)));
    return container('Row', {}, cells);
  });
  return container('Table', attributes, rows);
}

/** A node with the place in the source of what it is made from. */
const placed = <Made extends RootContent>(
  made: Made,
  { position }: { position: Position },
): Made => ({
  ...made,
  position,
});

function block(node: Block, place: BlockPlace, state: State): RootContent {
  const made = node.type === 'paragraph' ? paragraph(node, place, state) : table(node, place);
  return placed(made, node);
}

/** Headings of a section on lines of their own. */
function headings(node: ResolvedNode, { depth, insertionsOf }: State): RootContent[] {
  const attributes = { of: node.id, level: String(Math.min(depth + 1, 6)) };
  const { editorialHeading: text } = node;
  const editorial =
    text === null ? [] : [container('EditorialHeading', { ...attributes, text }, [])];
  if (isPoint(node) || node.heading === null) return editorial;
  const words = phrasing(node.heading, insertionsOf(node.id, -1));
  return [...editorial, line('Heading', attributes, [...plain(node.marker), ...words])];
}

/** What of a section's number and heading runs into its text. */
function lead(node: ResolvedNode, { insertionsOf }: State): PhrasingContent[] {
  if (node.heading === null) return plain(node.marker);
  if (!isPoint(node)) return [];
  const words = phrasing(node.heading, insertionsOf(node.id, -1));
  return [{ type: 'text', value: node.marker }, inline('Lead', {}, words)];
}

function section(node: ResolvedNode, state: State): RootContent {
  const blocks = blocksOf(node);
  if (isSingleBlock(node)) {
    const attributes = { id: node.id, ...(node.closing ? { kind: 'closing' } : {}) };
    return block(blocks[0] as Block, { section: node.id, index: 0, attributes, lead: [] }, state);
  }
  const running = lead(node, state);
  // a table takes no words from the left: they stand in a paragraph of their own
  const apart = running.length > 0 && blocks[0]?.type !== 'paragraph';
  const attributes = {
    id: node.id,
    style: node.style,
    part: node.part,
  };
  const made = container('Section', attributes, [
    ...headings(node, state),
    ...(apart ? [line('Para', {}, running)] : []),
    ...blocks.map((each, index) => {
      const id = paragraphId(node, index);
      const left = index === 0 && !apart ? running : [];
      return block(each, { section: node.id, index, attributes: { id }, lead: left }, state);
    }),
    ...sectionsOf(node).map((child) => section(child, { ...state, depth: state.depth + 1 })),
  ]);
  return placed(made, node);
}

function title(node: Title, first: boolean): RootContent {
  return placed(line('PrintedTitle', first ? { id: 'title' } : {}, plain(node.value)), node);
}

function report(tree: ReportTree<ResolvedData>, state: State): RootContent[] {
  const [first] = titlesOf(tree);
  return tree.children.map((child) =>
    child.type === 'title' ? title(child, child === first) : section(child, state),
  );
}

const processor = unified()
  .use(remarkStringify, { bullet: '-', rule: '-' })
  .use(remarkFrontmatter)
  .use(remarkGfm)
  .use(remarkMdx)
  .freeze();

/** The body of a page; every node bears the place in the source of what it is made from. */
export function toMdast(
  tree: ReportTree<ResolvedData>,
  notes: readonly NoteReference[],
  marks: readonly TextMark[],
): RootContent[] {
  const insertionsIn = insertions(notes, marks);
  const insertionsOf = (id: string, index: number) => insertionsIn.get(`${id} ${index}`) ?? none;
  return report(tree, { depth: 1, insertionsOf });
}

/** The text of a tree. */
export function stringifyMdast(root: Root): string {
  return processor.stringify(root);
}

/** Serialises a report. The same input gives the same bytes. */
export function toMdx(
  frontmatter: ReportFrontmatter,
  tree: ReportTree<ResolvedData>,
  notes: readonly NoteReference[],
  marks: readonly TextMark[],
): string {
  return stringifyMdast({
    type: 'root',
    children: [
      { type: 'yaml', value: writeFrontmatter(frontmatter) },
      ...toMdast(tree, notes, marks),
    ],
  });
}
