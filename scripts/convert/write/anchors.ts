/** The addresses of a report: every section and paragraph that has an id on its page, with the text it stands for. */
import { compact } from '../parse/grammar.ts';
import { blocksOf, isSingleBlock, textOf, walkSections } from '../parse/walk.ts';
import { paragraphId } from '../resolve/ids.ts';
import type { ResolvedNode } from '../types.ts';

export interface Anchor {
  id: string;
  /** Heading of a section, or the whole of a paragraph, without blanks. */
  text: string;
  /** Line of the source it begins on. */
  line: number;
}

/** All addresses in reading order. The text of a section is what tells it from others: a correction further down is none of it. */
export function anchorsOf(nodes: readonly ResolvedNode[]): Anchor[] {
  return [...walkSections(nodes)].flatMap((node) => {
    const { line } = node.position.start;
    const blocks = blocksOf(node).map((block) => ({
      text: compact(textOf(block)),
      line: block.position.start.line,
    }));
    const own = blocks[0]?.text ?? compact(node.marker);
    if (isSingleBlock(node)) return [{ id: node.id, text: own, line }];
    // The number is in the id already: a section that is only renumbered keeps its text.
    const section = { id: node.id, text: compact(node.heading ?? '') || own, line };
    return [section, ...blocks.map((block, n) => ({ id: paragraphId(node, n), ...block }))];
  });
}
