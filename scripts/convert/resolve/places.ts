/** Offsets in a section's text, as the open data publishes it, and in its paragraphs. */
import type { Block, ResolvedNode } from '../types.ts';

function lengthOf(block: Block): number {
  if (block.type === 'paragraph') return block.text.length;
  return block.rows.map((row) => row.join('\t')).join('\n').length;
}

/** Where each paragraph of each section begins in the section's text. */
export function blockStarts(nodes: readonly ResolvedNode[]): Map<string, number[]> {
  const starts = new Map<string, number[]>();
  const visit = (node: ResolvedNode): void => {
    let at = 0;
    starts.set(
      node.id,
      node.blocks.map((block) => {
        const start = at;
        at += lengthOf(block) + 1;
        return start;
      }),
    );
    node.children.forEach(visit);
  };
  nodes.forEach(visit);
  return starts;
}
