/**
 * Section ids: a letter for the style of the printed number and the number, chained from the root (`s1-k7-i3`).
 * They never derive from headings or from order alone, so they last as long as the printed numbers do.
 */
import { isPassage } from '../../../src/model/section-styles.ts';
import type { SectionNode } from '../parse/types.ts';
import { blocksOf, sectionsOf } from '../parse/walk.ts';

/** What identification concludes about a section. */
export interface Identified {
  readonly id: string;
  /** A sibling before it bears the same number. */
  readonly repeated: boolean;
}

/** A section with its address. */
export type IdentifiedNode = SectionNode<Identified>;

/** Passages that are printed with a heading: they are counted before those and paragraphs without one. */
const headed = (nodes: readonly SectionNode[]) =>
  nodes.filter((node) => isPassage(node) && node.heading !== null).length;

/** Address of a paragraph of a section's own text, by its index. */
export function paragraphId(section: IdentifiedNode, index: number): string {
  return `${section.id}-p${headed(sectionsOf(section)) + index + 1}`;
}

/**
 * Numbers the passages without number among their siblings, and gives every node its id. Those with a printed heading
 * are counted by themselves, so that a paragraph before them moves none of their addresses; then paragraphs of the
 * section's own text and passages without one. A number that is printed twice among siblings gets `_2`, `_3`, ….
 */
export function identify(
  siblings: readonly SectionNode[],
  parent = '',
  ownParagraphs = 0,
): IdentifiedNode[] {
  const seen = new Map<string, number>();
  let headings = 0;
  let passages = headed(siblings) + ownParagraphs;
  return siblings.map((node) => {
    const passage = () => (node.heading === null ? ++passages : ++headings);
    const number = isPassage(node) ? passage() : node.number;
    const segment = `${node.style}${number}`;
    const times = (seen.get(segment) ?? 0) + 1;
    seen.set(segment, times);
    const id = `${parent}${parent ? '-' : ''}${segment}${times > 1 ? `_${times}` : ''}`;
    const blocks = blocksOf(node);
    const children = [...blocks, ...identify(sectionsOf(node), id, blocks.length)];
    return { ...node, number, id, repeated: times > 1, children };
  });
}
