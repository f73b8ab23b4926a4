/**
 * Fifth stage: tokens → tree. A section is a child of the last one of another style that is still open; a style that
 * is open already closes what stands below it. The parser is total: any tokens give a tree.
 */
import { isPoint, type SectionStyle, sectionStyles } from '../../../src/model/section-styles.ts';
import type { Block, SectionNode, Token } from '../types.ts';
import { fold, visibleLength } from './grammar.ts';
import { findPoints } from './points.ts';

/** The whole report: the lines of its printed title, and its sections. */
export interface Tree {
  title: { text: string; line: number }[];
  /** How many of the sections stand before the title: a document number, an addressee. */
  titleAt: number;
  children: SectionNode[];
}

function node(
  style: SectionStyle,
  number: number,
  line: number,
  rest: Partial<SectionNode> = {},
): SectionNode {
  return {
    style,
    number,
    inferred: false,
    marker: '',
    heading: null,
    line,
    blocks: [],
    children: [],
    closing: false,
    ...rest,
  };
}

/** Headings by which a chapter of the whole report is known from an item of a list that is numbered alike. */
const chapterHeading =
  /问题|不足|短板|差距|下一步|下步|工作计划|工作打算|工作安排|工作思路|第一责任人|努力方向/u;

/** The open sections from the outermost to the innermost, and the place their siblings go to. */
class Outline {
  private root: SectionNode[] = [];
  private stack: SectionNode[] = [];
  private base: SectionNode | undefined;

  get sections(): SectionNode[] {
    return this.root;
  }

  get innermost(): SectionNode | undefined {
    return this.stack.at(-1) ?? this.base;
  }

  private childrenAt(depth: number): SectionNode[] {
    return depth === 0
      ? (this.base?.children ?? this.root)
      : (this.stack[depth - 1] as SectionNode).children;
  }

  /** Depth at which a section of this style and number goes. */
  private depthFor(style: SectionStyle, number: number, heading: string | null): number {
    const open = this.stack.flatMap((entry, depth) => (entry.style === style ? [depth] : []));
    const last = open.at(-1);
    if (last === undefined) {
      // points and ① are leaves of the text: a section of another style after them is their sibling
      let depth = this.stack.length;
      while (depth > 0 && sectionStyles[(this.stack[depth - 1] as SectionNode).style].leaf) depth--;
      return depth;
    }
    const current = this.stack[last] as SectionNode;
    // 一、 under 一、: a list that is numbered like the chapters
    if (
      sectionStyles[style].nests &&
      number === 1 &&
      open.length === 1 &&
      last === this.stack.length - 1 &&
      current.blocks.length === 0 &&
      current.children.length === 0
    )
      return last + 1;
    if (open.length > 1) {
      const continues = open.filter(
        (depth) => (this.stack[depth] as SectionNode).number + 1 === number,
      );
      if (continues.length > 1 && chapterHeading.test(heading ?? '')) return continues[0] as number;
      if (continues.length > 0) return continues.at(-1) as number;
    }
    return last;
  }

  add(section: SectionNode): void {
    const depth = this.depthFor(section.style, section.number, section.heading);
    this.stack.length = depth;
    this.childrenAt(depth).push(section);
    this.stack.push(section);
  }

  /** A passage of its own below nothing: closing lines, attachments. */
  addTop(section: SectionNode, holdsWhatFollows = false): void {
    this.root.push(section);
    this.stack = [];
    this.base = holdsWhatFollows ? section : undefined;
  }

  /** What follows belongs to no section that is open now. */
  close(): void {
    this.stack = [];
    this.base = undefined;
  }

  text(block: Block): void {
    const section = this.innermost;
    if (section) section.blocks.push(block);
    else this.root.push(node('p', 0, block.line, { blocks: [block] }));
  }
}

/** Cuts the points out of a section's paragraphs; what follows them without number becomes a passage of its own. */
function splitPoints(section: SectionNode): void {
  const own: Block[] = [];
  const found: SectionNode[] = [];
  const before = section.children;
  let last: SectionNode | undefined;
  for (const [index, block] of section.blocks.entries()) {
    if (block.type === 'table') {
      if (found.length > 0) found.push(node('p', 0, block.line, { blocks: [block] }));
      else own.push(block);
      continue;
    }
    const open = last?.number ?? 0;
    const here = findPoints(block.text, open);
    const lead = block.text.slice(0, here[0]?.from ?? block.text.length).trim();
    const fresh = here.length > 0 && here[0]?.number === 1 && open > 0;
    const target = fresh && lead !== '' ? node('p', 0, block.line) : undefined;
    if (lead !== '') {
      const paragraph: Block = { type: 'paragraph', text: lead, line: block.line };
      const bare = last && found.at(-1) === last && last.blocks.length === 0 ? last : undefined;
      if (target) target.blocks.push(paragraph);
      else if (found.length === 0) own.push(paragraph);
      else if (bare) bare.blocks.push(paragraph);
      else found.push(node('p', 0, block.line, { blocks: [paragraph] }));
    }
    for (const point of here) {
      const lead_ =
        point.leadEnd === null ? null : block.text.slice(point.markerEnd, point.leadEnd).trim();
      const rest = block.text.slice(point.leadEnd ?? point.markerEnd, point.to).trim();
      const alone = lead_ === null && isBareLead(rest, section.blocks[index + 1]);
      const child = node('i', point.number, block.line, {
        inferred: point.inferred,
        marker: block.text.slice(point.from, point.markerEnd),
        heading: alone ? rest : lead_,
        blocks: alone || rest === '' ? [] : [{ type: 'paragraph', text: rest, line: block.line }],
      });
      (target?.children ?? found).push(child);
      if (!target) last = child;
    }
    if (target) found.push(target);
  }
  section.blocks = own;
  section.children = [...found, ...before];
}

/** A point that is a short line of its own, with its text on the lines below it. */
function isBareLead(rest: string, next: Block | undefined): boolean {
  if (next?.type !== 'paragraph' || visibleLength(rest) > 40) return false;
  return (
    findPoints(next.text, 1).length === 0 &&
    !/[;,]$/u.test(fold(rest)) &&
    visibleLength(next.text) > 40
  );
}

/** Splits the points of all sections; a point may hold points of its own, but those hold none. */
function finish(siblings: readonly SectionNode[], pointsAbove = 0): void {
  for (const section of siblings) {
    if (!section.closing && pointsAbove < 2) splitPoints(section);
    finish(section.children, isPoint(section) ? pointsAbove + 1 : pointsAbove);
  }
}

/** Builds the tree of a report. */
export function buildTree(tokens: readonly Token[]): Tree {
  const outline = new Outline();
  const title: Tree['title'] = [];
  let titleAt = 0;
  for (const token of tokens) {
    const { line } = token;
    switch (token.type) {
      case 'title':
        outline.close();
        if (title.length === 0) titleAt = outline.sections.length;
        title.push({ text: token.text, line });
        break;
      case 'heading':
        outline.add(
          node(token.style, token.number, line, { marker: token.marker, heading: token.heading }),
        );
        break;
      case 'text':
        outline.text({ type: 'paragraph', text: token.text, line });
        break;
      case 'table':
        outline.text({ type: 'table', rows: token.rows, line });
        break;
      case 'closing':
        outline.addTop(
          node('p', 0, line, {
            closing: true,
            blocks: [{ type: 'paragraph', text: token.text, line }],
          }),
        );
        break;
      case 'attachment':
        outline.addTop(
          node('p', 0, line, { blocks: [{ type: 'paragraph', text: token.text, line }] }),
          true,
        );
        break;
    }
  }
  finish(outline.sections);
  return { title, titleAt, children: outline.sections };
}
