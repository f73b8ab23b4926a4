/** The addresses of a report: every section and paragraph that has an id on its page, with the text it stands for. */
import { isPassage } from '../../../src/model/section-styles.ts';
import { compact } from '../parse/grammar.ts';
import { paragraphId } from '../resolve/ids.ts';
import type { Block, ResolvedNode } from '../types.ts';

export interface Anchor {
  id: string;
  /** Heading of a section, or the whole of a paragraph, without blanks. */
  text: string;
  /** Line of the source it begins on. */
  line: number;
}

const textOf = (block: Block) =>
  compact(block.type === 'paragraph' ? block.text : block.rows.flat().join(''));

/** A passage that is one paragraph: section and paragraph are the same, and have one id. */
function isParagraph(node: ResolvedNode): boolean {
  return (
    isPassage(node) &&
    node.editorialHeading === null &&
    node.children.length === 0 &&
    node.blocks.length === 1
  );
}

/** All addresses in reading order. The text of a section is what tells it from others: a correction further down is none of it. */
export function anchorsOf(nodes: readonly ResolvedNode[]): Anchor[] {
  return nodes.flatMap((node) => {
    const first = node.blocks[0];
    if (isParagraph(node)) return [{ id: node.id, text: textOf(first as Block), line: node.line }];
    // The number is in the id already: a section that is only renumbered keeps its text.
    const label = compact(node.heading ?? '') || (first ? textOf(first) : compact(node.marker));
    return [
      {
        id: node.id,
        text: label,
        line: node.line,
      },
      ...node.blocks.map((block, index) => ({
        id: paragraphId(node.id, index + 1),
        text: textOf(block),
        line: block.line,
      })),
      ...anchorsOf(node.children),
    ];
  });
}
