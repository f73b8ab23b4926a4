/** What an editor adds to the tree: headings for passages that are printed without one. */
import type { VFile } from 'vfile';
import { isPassage, isPoint } from '../../../src/model/section-styles.ts';
import { report } from '../messages.ts';
import type { Block, ReportTree, SectionNode } from '../parse/types.ts';
import { blocksOf, sectionsOf, topSections, withSections } from '../parse/walk.ts';
import { type IdentifiedNode, identify } from '../resolve/ids.ts';
import type { LocatedAnnotation } from './annotation.ts';
import { locateOnce } from './quotes.ts';

type Siblings = readonly SectionNode[];

/** Indexes among sections from the root down to the section with an id. */
function pathTo(nodes: readonly IdentifiedNode[], id: string): number[] {
  const index = nodes.findIndex((node) => node.id === id || id.startsWith(`${node.id}-`));
  if (index < 0) return [];
  return [index, ...pathTo(sectionsOf(nodes[index] as IdentifiedNode), id)];
}

/** The sections on a path, from the chapter down. */
function chainTo(siblings: Siblings, [index, ...rest]: readonly number[]): SectionNode[] {
  const node = index === undefined ? undefined : siblings[index];
  return node ? [node, ...chainTo(sectionsOf(node), rest)] : [];
}

/** Whether the last section of a chain is the last thing its chapter holds. */
function endsChapter(chain: readonly SectionNode[]): boolean {
  return chain.every((node, index) => index === 0 || chain[index - 1]?.children.at(-1) === node);
}

const withChildren = (
  node: SectionNode,
  blocks: readonly Block[],
  sections: Siblings,
): SectionNode => ({ ...node, children: [...blocks, ...sections] });

/** The siblings with the section at a path replaced by others. */
function replaceAt(
  siblings: Siblings,
  [index = -1, ...rest]: readonly number[],
  replacement: Siblings,
): SectionNode[] {
  return siblings.flatMap((node, at) => {
    if (at !== index) return [node];
    if (rest.length === 0) return [...replacement];
    return [withChildren(node, blocksOf(node), replaceAt(sectionsOf(node), rest, replacement))];
  });
}

/** A section without its own text from a paragraph on, and that text as a passage with the points that follow it. */
function splitPassage(node: SectionNode, block: number): [SectionNode, SectionNode] {
  const blocks = blocksOf(node);
  const sections = sectionsOf(node);
  const numbered = sections.findIndex((child) => !isPoint(child) && !isPassage(child));
  const below = numbered < 0 ? sections.length : numbered;
  const children = [...blocks.slice(block), ...sections.slice(0, below)];
  const passage: SectionNode = {
    type: 'section',
    style: 'p',
    number: 0,
    inferred: false,
    marker: '',
    heading: null,
    editorialHeading: null,
    closing: false,
    rules: ['editor-heading'],
    children,
    position: {
      start: (children[0] ?? node).position.start,
      end: (children.at(-1) ?? node).position.end,
    },
  };
  return [withChildren(node, blocks.slice(0, block), [passage, ...sections.slice(below)]), passage];
}

/**
 * Gives one passage its heading.
 * @param level 1 makes the passage a chapter behind the one it stands in
 * @param block paragraph of the section's own text that the passage begins with
 * @returns undefined where the passage has to become a chapter and more of its chapter follows it
 */
function headPassage(
  siblings: Siblings,
  path: readonly number[],
  block: number,
  heading: string,
  level: number | undefined,
): SectionNode[] | undefined {
  const chain = chainTo(siblings, path);
  const node = chain.at(-1) as SectionNode;
  const [rest, passage] = isPassage(node) ? [undefined, node] : splitPassage(node, block);
  const headed = { ...passage, editorialHeading: heading };
  if (level !== 1) {
    const within =
      rest && withChildren(rest, blocksOf(rest), replaceAt(sectionsOf(rest), [0], [headed]));
    return replaceAt(siblings, path, [within ?? headed]);
  }
  if (!endsChapter(chain) || (rest && rest.children.at(-1) !== passage)) return undefined;
  if (!rest && chain.length === 1) return replaceAt(siblings, path, [headed]);
  const left = rest ? [withChildren(rest, blocksOf(rest), sectionsOf(rest).slice(0, -1))] : [];
  const without = replaceAt(siblings, path, left);
  const chapter = (path[0] as number) + 1;
  return [...without.slice(0, chapter), headed, ...without.slice(chapter)];
}

/**
 * Makes the passages an editor gives headings to sections of their own.
 * @returns a tree with the headings; where there are none, the very same
 */
export function withHeadings(
  tree: ReportTree,
  annotation: LocatedAnnotation,
  file: VFile,
): ReportTree {
  let sections = topSections(tree);
  for (const [index, entry] of (annotation.value.headings ?? []).entries()) {
    const path: PropertyKey[] = ['headings', index];
    const identified = identify(sections);
    const anchor = locateOnce(identified, entry, file, annotation, path)?.start;
    if (!anchor) continue;
    const steps = pathTo(identified, anchor.section);
    const node = chainTo(sections, steps).at(-1) as SectionNode;
    if (anchor.block < 0 || isPoint(node) || node.editorialHeading !== null) {
      report(file, 'heading-numbered', annotation.placeOf([...path, 'exact']), {
        exact: entry.exact,
      });
      continue;
    }
    const headed = headPassage(sections, steps, anchor.block, entry.heading, entry.level);
    if (headed) sections = headed;
    else
      report(file, 'heading-inside', annotation.placeOf([...path, 'level']), {
        exact: entry.exact,
      });
  }
  if ((annotation.value.headings ?? []).length === 0) return tree;
  return withSections(tree, sections);
}
