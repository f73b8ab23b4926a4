/** Resolved tree → the sections of the open data, and all that is printed. */
import type { Section } from '../../../src/model/report.ts';
import { trimHeading } from '../parse/grammar.ts';
import type { ReportTree } from '../parse/types.ts';
import { blocksOf, ownText, sectionsOf, textOf, walkSections } from '../parse/walk.ts';
import type { ResolvedNode } from '../types.ts';

/** The sections as the open data publish them. */
export function toSections(nodes: readonly ResolvedNode[]): Section[] {
  return nodes.map((node) => {
    const { id, style, number, inferred, editorialHeading, marker, part, themes, evidence } = node;
    const heading = editorialHeading ?? (node.heading === null ? null : trimHeading(node.heading));
    return {
      id,
      style,
      number,
      inferred,
      editorial: editorialHeading !== null,
      heading: heading === '' ? null : heading,
      marker,
      printedHeading: node.heading,
      part,
      themes,
      ...(evidence.length > 0 ? { themeEvidence: evidence } : {}),
      text: ownText(node),
      children: toSections(sectionsOf(node)),
    };
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
