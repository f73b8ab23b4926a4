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
import { writeFrontmatter } from '../../../src/model/frontmatter.ts';
import type { ReportFrontmatter } from '../../../src/model/report.ts';
import { isPassage, isPoint } from '../../../src/model/section-styles.ts';
import { paragraphId } from '../resolve/ids.ts';
import type { Block, ResolvedNode } from '../types.ts';
import type { PrintedTitle } from './data.ts';
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

function blockContent(
  block: Block,
  attributes: Attributes,
  before: PhrasingContent[],
  insertions: Insertions,
): RootContent {
  if (block.type === 'paragraph')
    return line('Para', attributes, [...before, ...phrasing(block.text, insertions)]);
  const rows = block.rows.map((row) =>
    container(
      'Row',
      {},
      row.map((cell) => line('Cell', {}, cell === '' ? [] : [{ type: 'text', value: cell }])),
    ),
  );
  return container('Table', attributes, rows);
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

/** Blocks of one node: its heading, its own text, and what is below it. */
function sectionContent(
  node: ResolvedNode,
  depth: number,
  insertionsIn: ReadonlyMap<string, Insertions>,
): RootContent[] {
  const insertionsOf = (block: number) => insertionsIn.get(`${node.id} ${block}`) ?? none;
  const own = node.blocks;
  if (
    isPassage(node) &&
    node.editorialHeading === null &&
    node.children.length === 0 &&
    own.length === 1
  ) {
    return [
      blockContent(
        own[0] as Block,
        { id: node.id, ...(node.closing ? { kind: 'closing' } : {}) },
        [],
        insertionsOf(0),
      ),
    ];
  }
  const level = String(Math.min(depth + 1, 6));
  const content: RootContent[] = [];
  let lead: PhrasingContent[] = [];
  if (node.editorialHeading !== null)
    content.push(
      container('EditorialHeading', { of: node.id, level, text: node.editorialHeading }, []),
    );
  if (isPoint(node)) {
    lead = [{ type: 'text', value: node.marker }];
    if (node.heading !== null)
      lead.push(inline('Lead', {}, phrasing(node.heading, insertionsOf(-1))));
    if (own[0]?.type !== 'paragraph') {
      content.push(line('Para', {}, lead));
      lead = [];
    }
  } else if (!isPassage(node) && node.heading !== null) {
    content.push(
      line('Heading', { of: node.id, level }, [
        { type: 'text', value: node.marker },
        ...phrasing(node.heading, insertionsOf(-1)),
      ]),
    );
  } else if (!isPassage(node)) {
    lead = [{ type: 'text', value: node.marker }];
    if (own[0]?.type !== 'paragraph') {
      content.push(line('Para', {}, lead));
      lead = [];
    }
  }
  own.forEach((block, index) => {
    content.push(
      blockContent(
        block,
        { id: paragraphId(node.id, index + 1) },
        index === 0 ? lead : [],
        insertionsOf(index),
      ),
    );
  });
  for (const child of node.children)
    content.push(...sectionContent(child, depth + 1, insertionsIn));
  const attributes = {
    id: node.id,
    style: node.style,
    depth: String(depth),
    part: node.part,
    themes: node.themes.join(' '),
    inferred: node.inferred ? 'true' : undefined,
  };
  return [container('Section', attributes, content)];
}

const processor = unified()
  .use(remarkStringify, { bullet: '-', rule: '-' })
  .use(remarkFrontmatter)
  .use(remarkGfm)
  .use(remarkMdx)
  .freeze();

/**
 * Serialises a report. The same input gives the same bytes.
 * @param title the printed title; no lines where the source has none
 */
export function toMdx(
  frontmatter: ReportFrontmatter,
  title: PrintedTitle,
  nodes: readonly ResolvedNode[],
  notes: readonly NoteReference[],
  marks: readonly TextMark[],
): string {
  const insertionsIn = insertions(notes, marks);
  const yaml = writeFrontmatter(frontmatter);
  const content = (siblings: readonly ResolvedNode[]) =>
    siblings.flatMap((node) => sectionContent(node, 1, insertionsIn));
  const root: Root = {
    type: 'root',
    children: [
      { type: 'yaml', value: yaml },
      ...content(nodes.slice(0, title.at)),
      ...title.lines.map((text, index) =>
        line('PrintedTitle', index === 0 ? { id: 'title' } : {}, [{ type: 'text', value: text }]),
      ),
      ...content(nodes.slice(title.at)),
    ],
  };
  return processor.stringify(root);
}
