/** Resolved tree → the outline of the frontmatter and the sections of the open data. */
import type { PrintedSection } from '../../../src/model/printed.ts';
import type { OutlineEntry, Section } from '../../../src/model/report.ts';
import { isPoint } from '../../../src/model/section-styles.ts';
import { trimHeading } from '../parse/grammar.ts';
import type { ResolvedNode } from '../types.ts';

function fields(node: ResolvedNode) {
  const heading =
    node.editorialHeading ?? (node.heading === null ? null : trimHeading(node.heading));
  return {
    id: node.id,
    style: node.style,
    number: node.number,
    inferred: node.inferred,
    editorial: node.editorialHeading !== null,
    heading: heading === '' ? null : heading,
    part: node.part,
    themes: node.themes,
  };
}

/** Own text of a node: paragraphs on lines of their own, cells of a table separated by tabulators. */
function ownText(node: ResolvedNode): string {
  return node.blocks
    .map((block) =>
      block.type === 'paragraph' ? block.text : block.rows.map((row) => row.join('\t')).join('\n'),
    )
    .join('\n');
}

export function toOutline(nodes: readonly ResolvedNode[]): OutlineEntry[] {
  return nodes.map((node) => ({ ...fields(node), children: toOutline(node.children) }));
}

export function toSections(nodes: readonly ResolvedNode[]): Section[] {
  return nodes.map((node) => ({
    ...fields(node),
    text: ownText(node),
    children: toSections(node.children),
  }));
}

/** What the page prints of each section, in reading order. */
export function toPrinted(nodes: readonly ResolvedNode[]): PrintedSection[] {
  return nodes.flatMap((node) => {
    const { id, marker, heading, editorialHeading } = node;
    const head = heading === null ? 0 : marker.length + heading.length;
    // Points and passages without heading run on from their number.
    const runsOn = head === 0 || isPoint(node);
    const text = marker + (heading ?? '') + (runsOn ? '' : '\n') + ownText(node);
    const editorial = editorialHeading === null ? {} : { editorial: editorialHeading };
    return [{ id, text: text.trimEnd(), head, ...editorial }, ...toPrinted(node.children)];
  });
}

/** Lines of the printed title, and how many sections stand before it. */
export interface PrintedTitle {
  lines: readonly string[];
  at: number;
}

/** Every character printed in the tree, in reading order. */
export function printedText({ lines, at }: PrintedTitle, nodes: readonly ResolvedNode[]): string {
  const of = (node: ResolvedNode): string =>
    [
      node.marker,
      node.heading ?? '',
      ...node.blocks.map((block) =>
        block.type === 'paragraph' ? block.text : block.rows.flat().join(''),
      ),
      ...node.children.map(of),
    ].join('');
  return [...nodes.slice(0, at).map(of), ...lines, ...nodes.slice(at).map(of)].join('');
}
