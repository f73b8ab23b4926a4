/** Ways through the tree of a report, and the text of what stands in it. */
import { isPassage } from '../../../src/model/section-styles.ts';
import type { Block, ReportTree, SectionNode, Title } from './types.ts';

/** The top sections of a report, without the lines of its title. */
export function topSections<Data>(tree: ReportTree<Data>): SectionNode<Data>[] {
  return tree.children.filter((child): child is SectionNode<Data> => child.type === 'section');
}

/** The lines of the printed title. */
export function titlesOf(tree: ReportTree): Title[] {
  return tree.children.filter((child) => child.type === 'title');
}

/** The tree with other top sections; its title stays behind as many of them as before. */
export function withSections<Data>(
  tree: ReportTree,
  sections: readonly SectionNode<Data>[],
): ReportTree<Data> {
  const first = tree.children.findIndex(({ type }) => type === 'title');
  const at = Math.max(0, first);
  return {
    ...tree,
    children: [...sections.slice(0, at), ...titlesOf(tree), ...sections.slice(at)],
  };
}

/** Paragraphs and tables of a section's own text. */
export function blocksOf<Data>({ children }: SectionNode<Data>): Block[] {
  return children.filter((child): child is Block => child.type !== 'section');
}

/** Sections right below a section. */
export function sectionsOf<Data>({ children }: SectionNode<Data>): SectionNode<Data>[] {
  return children.filter((child): child is SectionNode<Data> => child.type === 'section');
}

/** All sections in reading order: each before those below it. */
export function* walkSections<Data>(
  sections: readonly SectionNode<Data>[],
): Generator<SectionNode<Data>> {
  for (const section of sections) {
    yield section;
    yield* walkSections(sectionsOf(section));
  }
}

/** The text of a paragraph; of a table, its rows on lines of their own and its cells parted by tabulators. */
export function textOf(block: Block): string {
  return block.type === 'paragraph'
    ? block.value
    : block.rows.map((row) => row.join('\t')).join('\n');
}

/** The own text of a section: its paragraphs and tables, each from a line of its own. */
export function ownText(section: SectionNode): string {
  return blocksOf(section).map(textOf).join('\n');
}

/** A passage that is one paragraph or table: section and paragraph are the same, and have one address. */
export function isSingleBlock(section: SectionNode): boolean {
  const [first, ...more] = section.children;
  return (
    isPassage(section) &&
    section.heading === null &&
    section.editorialHeading === null &&
    more.length === 0 &&
    first !== undefined &&
    first.type !== 'section'
  );
}
