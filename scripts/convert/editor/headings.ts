/** What an editor adds to the tree: headings for passages that are printed without one. */
import type { VFile } from 'vfile';
import { isPassage, isPoint } from '../../../src/model/section-styles.ts';
import { report } from '../messages.ts';
import { type IdentifiedNode, identify } from '../resolve/ids.ts';
import type { SectionNode } from '../types.ts';
import type { LocatedAnnotation } from './annotation.ts';
import { locateOnce } from './quotes.ts';

/** Indexes from the root down to the node with an id. */
function pathTo(nodes: readonly IdentifiedNode[], id: string): number[] {
  const index = nodes.findIndex((node) => node.id === id || id.startsWith(`${node.id}-`));
  if (index < 0) return [];
  return [index, ...pathTo((nodes[index] as IdentifiedNode).children, id)];
}

/** The nodes on a path, from the chapter down. */
function chainTo(root: SectionNode[], path: readonly number[]): SectionNode[] {
  let siblings = root;
  return path.map((index) => {
    const node = siblings[index] as SectionNode;
    siblings = node.children;
    return node;
  });
}

/** Whether the last node of a chain is the last thing its chapter holds. */
function endsChapter(chain: readonly SectionNode[]): boolean {
  return chain.every((node, index) => index === 0 || chain[index - 1]?.children.at(-1) === node);
}

/** Makes a section's own text from a paragraph on, with the points that follow it, a passage of its own. */
function splitPassage(node: SectionNode, block: number): SectionNode {
  const firstNumbered = node.children.findIndex((child) => !isPoint(child) && !isPassage(child));
  const passage: SectionNode = {
    style: 'p',
    number: 0,
    inferred: false,
    marker: '',
    heading: null,
    line: node.blocks[block]?.line ?? node.line,
    blocks: node.blocks.splice(block),
    children: node.children.splice(0, firstNumbered < 0 ? node.children.length : firstNumbered),
    closing: false,
  };
  node.children.unshift(passage);
  return passage;
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
    const chain = chainTo(root, steps);
    const node = chain.at(-1) as SectionNode;
    if (anchor.block < 0 || isPoint(node) || headings.has(node)) {
      report(file, 'heading-numbered', annotation.placeOf([...path, 'exact']), {
        exact: entry.exact,
      });
      continue;
    }
    const passage = isPassage(node) ? node : splitPassage(node, anchor.block);
    if (entry.level === 1) {
      if (passage !== node) chain.push(passage);
      if (!endsChapter(chain)) {
        report(file, 'heading-inside', annotation.placeOf([...path, 'level']), {
          exact: entry.exact,
        });
        continue;
      }
      if (chain.length > 1) {
        (chain.at(-2) as SectionNode).children.pop();
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
