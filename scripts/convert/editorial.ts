/** What an editor adds to the tree: headings for passages that are printed without one. */
import type { VFile } from 'vfile';
import type { LocatedAnnotation } from './annotation.ts';
import { type IdentifiedNode, identify } from './ids.ts';
import { report } from './messages.ts';
import { locateOnce } from './quotes.ts';
import type { SectionNode } from './types.ts';

/** The nodes from the root down to the one with an id. */
function pathTo(nodes: readonly IdentifiedNode[], id: string): number[] {
  const index = nodes.findIndex((node) => node.id === id || id.startsWith(`${node.id}-`));
  if (index < 0) return [];
  return [index, ...pathTo((nodes[index] as IdentifiedNode).children, id)];
}

/** Siblings that hold the node at a path, in the tree that is being changed. */
function holder(root: SectionNode[], path: readonly number[]): SectionNode[] {
  return path
    .slice(0, -1)
    .reduce((siblings, index) => (siblings[index] as SectionNode).children, root);
}

/**
 * Makes the passages an editor gives headings to sections of their own. A passage with `level: 1` becomes a chapter
 * behind the one it stands in.
 * @returns the headings, by the passage they belong to
 */
export function applyHeadings(
  root: SectionNode[],
  annotation: LocatedAnnotation,
  file: VFile,
): Map<SectionNode, string> {
  const headings = new Map<SectionNode, string>();
  for (const [index, entry] of (annotation.value.headings ?? []).entries()) {
    const path: PropertyKey[] = ['headings', index];
    const identified = identify(root);
    const anchor = locateOnce(identified, entry, file, annotation, path)?.start;
    if (!anchor) continue;
    const steps = pathTo(identified, anchor.section);
    const siblings = holder(root, steps);
    const node = siblings[steps.at(-1) as number] as SectionNode;
    if (anchor.block < 0 || node.style === 'i' || headings.has(node)) {
      report(file, 'heading-numbered', annotation.placeOf([...path, 'exact']), {
        exact: entry.exact,
      });
      continue;
    }
    let passage = node;
    if (node.style !== 'p') {
      passage = {
        ...node,
        style: 'p',
        number: 0,
        inferred: false,
        marker: '',
        heading: null,
        blocks: node.blocks.splice(anchor.block),
        children: [],
      };
      node.children.unshift(passage);
    }
    if (entry.level === 1) {
      const parent = node.style === 'p' ? siblings : node.children;
      if (parent !== root) {
        parent.splice(parent.indexOf(passage), 1);
        root.splice((steps[0] as number) + 1, 0, passage);
      }
    }
    headings.set(passage, entry.heading);
  }
  return headings;
}

/** The headings by section id, once the tree has its final ids. */
export function headingsById(
  root: readonly SectionNode[],
  identified: readonly IdentifiedNode[],
  headings: ReadonlyMap<SectionNode, string>,
): Map<string, string> {
  const found = new Map<string, string>();
  root.forEach((node, index) => {
    const twin = identified[index] as IdentifiedNode;
    const heading = headings.get(node);
    if (heading !== undefined) found.set(twin.id, heading);
    for (const [id, below] of headingsById(node.children, twin.children, headings))
      found.set(id, below);
  });
  return found;
}
