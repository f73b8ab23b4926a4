/** Offsets in a section's text, as the open data publishes it, and in its paragraphs. */
import { blocksOf, textOf, walkSections } from '../parse/walk.ts';
import type { ResolvedNode } from '../types.ts';

/** Where each paragraph of each section begins in the section's text. */
export function blockStarts(nodes: readonly ResolvedNode[]): Map<string, number[]> {
  const starts = new Map<string, number[]>();
  for (const node of walkSections(nodes)) {
    let at = 0;
    const ofBlocks = blocksOf(node).map((block) => {
      const start = at;
      at += textOf(block).length + 1;
      return start;
    });
    starts.set(node.id, ofBlocks);
  }
  return starts;
}
