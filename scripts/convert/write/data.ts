/** Resolved tree → the outline of the frontmatter and the sections of the open data. */
import type { PrintedSection } from '../../../src/model/printed.ts';
import type { OutlineEntry, Section } from '../../../src/model/report.ts';
import { isPoint } from '../../../src/model/section-styles.ts';
import { trimHeading } from '../parse/grammar.ts';
import type { ReportTree } from '../parse/types.ts';
import { blocksOf, ownText, sectionsOf, textOf, walkSections } from '../parse/walk.ts';
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

export function toOutline(nodes: readonly ResolvedNode[]): OutlineEntry[] {
  return nodes.map((node) => ({ ...fields(node), children: toOutline(sectionsOf(node)) }));
}

export function toSections(nodes: readonly ResolvedNode[]): Section[] {
  return nodes.map((node) => ({
    ...fields(node),
    text: ownText(node),
    children: toSections(sectionsOf(node)),
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
    return [{ id, text: text.trimEnd(), head, ...editorial }, ...toPrinted(sectionsOf(node))];
  });
}

/** Every character printed in the tree, in reading order. */
export function printedText(tree: ReportTree): string {
  const parts = tree.children.flatMap((child) =>
    child.type === 'title'
      ? [child.value]
      : [...walkSections([child])].flatMap((node) => [
          node.marker,
          node.heading ?? '',
          ...blocksOf(node).map(textOf),
        ]),
  );
  return parts.join('');
}
