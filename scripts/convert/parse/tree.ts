/**
 * Fifth stage: tokens → tree. A section is a child of the last one of another style that is still open; a style that
 * is open already closes what stands below it. The parser is total: any tokens give a tree.
 */
import type { Position } from 'unist';
import {
  isPoint,
  type SectionStyle,
  sectionStyles,
  styleRules,
} from '../../../src/model/section-styles.ts';
import { visibleLength } from './grammar.ts';
import { chapterHeading, isChapterName, isFrame, opensPlan } from './heading-shapes.ts';
import { findPoints, type Point } from './points.ts';
import type { Slice } from './slice.ts';
import type { Token } from './tokens.ts';
import type { Block, SectionNode, SectionRule, Title } from './types.ts';

/** A piece of a section's own text while the tree is built. */
type DraftBlock = { type: 'text'; text: Slice } | { type: 'table'; rows: Slice[][] };

/** A section while the tree is built. */
interface Draft {
  style: SectionStyle;
  number: number;
  inferred: boolean;
  marker: Slice | null;
  heading: Slice | null;
  closing: boolean;
  /** Of headings without a number; see {@link Token}. */
  level?: number | undefined;
  rules: SectionRule[];
  blocks: DraftBlock[];
  children: Draft[];
}

function draft(style: SectionStyle, rules: SectionRule[], rest: Partial<Draft> = {}): Draft {
  return {
    style,
    number: 0,
    inferred: false,
    marker: null,
    heading: null,
    closing: false,
    rules,
    blocks: [],
    children: [],
    ...rest,
  };
}

const passage = (rule: SectionRule, ...blocks: DraftBlock[]) => draft('p', [rule], { blocks });

/** Whether a paragraph leads in a list, or turns to plans. */
const announces = ({ folded }: Slice) => /:$/u.test(folded) || opensPlan(folded);

/** Whether a paragraph turns a chapter from the problems before it to plans. @param before paragraphs of the chapter so far */
const turnsToPlan = ({ heading }: Draft, { folded }: Slice, before: number) =>
  before > 0 && opensPlan(folded) && chapterHeading.test(heading?.folded ?? '');

/** The open sections from the outermost to the innermost, and the place their siblings go to. */
class Outline {
  readonly root: (Draft | Slice)[] = [];
  #stack: Draft[] = [];
  #base: Draft | undefined;

  #push(section: Draft, depth: number): void {
    const siblings = depth === 0 ? this.#base?.children : this.#stack[depth - 1]?.children;
    (siblings ?? this.root).push(section);
  }

  /** Depth at which a section goes, and why. */
  #placeOf(
    { style, number, heading }: Draft,
    { sibling }: Below,
  ): { depth: number; rule: SectionRule } {
    const open = this.#stack.flatMap((entry, depth) => (entry.style === style ? [depth] : []));
    const last = open.at(-1);
    if (last === undefined) {
      // points and ① are leaves of the text: a section of another style after them is their sibling
      const depth = this.#withoutLeaves();
      return { depth, rule: depth === 0 ? 'first' : 'below-open' };
    }
    const current = this.#stack[last] as Draft;
    // 一、 under 一、: a list that is numbered like the chapters
    if (
      styleRules[style].nests &&
      number === 1 &&
      open.length === 1 &&
      last === this.#stack.length - 1 &&
      current.children.length === 0 &&
      (current.blocks.length === 0 ||
        (sibling === number + 1 && !chapterHeading.test(heading?.text ?? '')))
    )
      return { depth: last + 1, rule: 'nested-list' };
    if (open.length > 1) {
      const continued = open.filter((depth) => this.#stack[depth]?.number === number - 1);
      if (continued.length > 1 && chapterHeading.test(heading?.text ?? ''))
        return { depth: continued[0] as number, rule: 'chapter-heading' };
      const depth = continued.at(-1);
      if (depth !== undefined)
        return { depth, rule: depth === last ? 'sibling' : 'continues-outer' };
    }
    return { depth: last, rule: 'sibling' };
  }

  /** Depth at which a section with a heading without number goes, and why. */
  #placeUnnumbered(
    { heading, level = 1 }: Draft,
    { next: below, chapters }: Below,
  ): { depth: number; rule: SectionRule } {
    const name = heading?.folded ?? '';
    if (isFrame(name)) return { depth: 0, rule: 'frame' };
    const chapter = this.#stack.findIndex(({ style }) => sectionStyles[style].level <= 1);
    const above = this.#stack[chapter]?.heading?.folded ?? '';
    if (chapter >= 0 && isChapterName(name) && !chapters && !chapterHeading.test(above))
      return { depth: chapter, rule: 'chapter-heading' };
    const alike = this.#stack.findIndex((entry) => (entry.level ?? 0) >= level);
    if (alike >= 0) return { depth: alike, rule: 'sibling' };
    // numbers that begin anew right below it are its own
    const anew =
      below?.number === 1 ? this.#stack.findIndex(({ style }) => style === below.style) : -1;
    if (anew >= 0) return { depth: anew, rule: 'above-numbers' };
    const depth = this.#withoutLeaves();
    return { depth, rule: depth === 0 ? 'first' : 'below-open' };
  }

  /** Depth below the innermost section that is no leaf of the text. */
  #withoutLeaves(): number {
    let depth = this.#stack.length;
    while (depth > 0 && styleRules[(this.#stack[depth - 1] as Draft).style].leaf) depth--;
    return depth;
  }

  /**
   * A paragraph that announces a list holds it where the numbers of an open one begin anew, or where it turns a chapter to
   * plans: 下一步：1.…
   */
  #openAnew({ style, number }: Draft): void {
    const above = this.#stack.at(-1);
    const last = above?.blocks.at(-1);
    if (!above || number !== 1 || last?.type !== 'text') return;
    const anew = this.#stack.findLastIndex((entry) => entry.style === style);
    const open = anew < 0 ? this.#stack.length : anew;
    const holds =
      anew < 0
        ? turnsToPlan(above, last.text, above.blocks.length - 1)
        : anew > 0 && (this.#stack[anew] as Draft).number > 1 && announces(last.text);
    if (!holds) return;
    above.blocks.pop();
    const holder = passage('behind-points', last);
    this.#stack.length = open;
    this.#push(holder, open);
    this.#stack.push(holder);
  }

  add(section: Draft, below: Below): void {
    this.#openAnew(section);
    const { depth, rule } =
      section.style === 'p' ? this.#placeUnnumbered(section, below) : this.#placeOf(section, below);
    section.rules.push(rule);
    this.#stack.length = depth;
    this.#push(section, depth);
    this.#stack.push(section);
  }

  /** A passage of its own below nothing: closing lines, attachments. */
  addTop(section: Draft, holdsWhatFollows = false): void {
    this.root.push(section);
    this.#stack = [];
    this.#base = holdsWhatFollows ? section : undefined;
  }

  /** A line of the title; what follows belongs to no section that is open now. */
  addTitle(text: Slice): void {
    // the lines of a title stand together, where the first of them stands
    const above = this.root.findLastIndex((entry) => !('style' in entry));
    this.root.splice(above < 0 ? this.root.length : above + 1, 0, text);
    this.#stack = [];
    this.#base = undefined;
  }

  addBlock(block: DraftBlock): void {
    const section = this.#stack.at(-1) ?? this.#base;
    if (section) section.blocks.push(block);
    else this.root.push(passage('without-number', block));
  }
}

/** Longest line of its own that is the lead of a point, and shortest text below it. */
const longestBareLead = 40;

/** A point that is a short line of its own, with its text on the lines below it. */
function isBareLead(rest: Slice, next: DraftBlock | undefined): boolean {
  if (next?.type !== 'text' || visibleLength(rest.text) > longestBareLead) return false;
  return (
    findPoints(next.text, 1).length === 0 &&
    !/[;,]$/u.test(rest.folded) &&
    visibleLength(next.text.text) > longestBareLead
  );
}

/** One point of a paragraph. @param next the paragraph below */
function pointOf(point: Point, text: Slice, next: DraftBlock | undefined): Draft {
  const { number, inferred, from, to, markerEnd, leadEnd } = point;
  const lead = leadEnd === null ? null : text.slice(markerEnd, leadEnd).trim();
  const rest = text.slice(leadEnd ?? markerEnd, to).trim();
  const alone = lead === null && isBareLead(rest, next);
  const rules: SectionRule[] = [inferred ? 'point-lost-number' : 'point'];
  if (alone) rules.push('point-bare-lead');
  else if (lead) rules.push('point-lead');
  return draft('i', rules, {
    number,
    inferred,
    marker: text.slice(from, markerEnd),
    heading: alone ? rest : lead,
    blocks: alone || rest.length === 0 ? [] : [{ type: 'text', text: rest }],
  });
}

/** Cuts the points out of a section's paragraphs; what follows them without number becomes a passage of its own. */
function splitPoints(section: Draft): Pick<Draft, 'blocks' | 'children'> {
  const own: DraftBlock[] = [];
  const found: Draft[] = [];
  let last: Draft | undefined;
  for (const [index, block] of section.blocks.entries()) {
    if (block.type === 'table') {
      if (found.length > 0) found.push(passage('behind-points', block));
      else own.push(block);
      continue;
    }
    const open = last?.number ?? 0;
    const points = findPoints(block.text, open);
    const before = block.text.slice(0, points[0]?.from ?? block.text.length).trim();
    const children = points.map((point) => pointOf(point, block.text, section.blocks[index + 1]));
    const unpointed: DraftBlock[] = before.length > 0 ? [{ type: 'text', text: before }] : [];
    const turns = turnsToPlan(section, before, own.length);
    if (unpointed.length > 0 && points[0]?.number === 1 && (open > 0 || turns)) {
      // a text that begins a series anew holds it, and one that turns from problems to plans
      found.push(draft('p', ['behind-points'], { blocks: unpointed, children }));
      continue;
    }
    const bare = last && found.at(-1) === last && last.blocks.length === 0 ? last : undefined;
    if (found.length === 0) own.push(...unpointed);
    else if (bare) bare.blocks.push(...unpointed);
    else if (unpointed.length > 0) found.push(passage('behind-points', ...unpointed));
    found.push(...children);
    last = children.at(-1) ?? last;
  }
  return { blocks: own, children: [...found, ...section.children] };
}

const spanning = (first: Position, last: Position): Position => ({
  start: first.start,
  end: last.end,
});

function finishBlock(block: DraftBlock): Block {
  if (block.type === 'text')
    return { type: 'paragraph', value: block.text.text, position: block.text.position };
  const cells = block.rows.flat();
  return {
    type: 'table',
    rows: block.rows.map((row) => row.map(({ text }) => text)),
    position: spanning((cells[0] as Slice).position, (cells.at(-1) as Slice).position),
  };
}

/** How deep points may hold points. */
const deepestPoints = 2;

/** A section of the tree. @param pointsAbove how many of the sections that hold it are points */
function finish(section: Draft, pointsAbove = 0): SectionNode {
  const { style, number, inferred, marker, heading, closing, rules } = section;
  const { blocks, children } =
    closing || pointsAbove >= deepestPoints ? section : splitPoints(section);
  const below = isPoint(section) ? pointsAbove + 1 : pointsAbove;
  const content = [...blocks.map(finishBlock), ...children.map((child) => finish(child, below))];
  const last = content.at(-1)?.position ?? heading?.position ?? marker?.position;
  const first = marker?.position ?? heading?.position ?? content[0]?.position;
  return {
    type: 'section',
    style,
    number,
    inferred,
    marker: marker?.text ?? '',
    heading: heading?.text ?? null,
    editorialHeading: null,
    closing,
    rules,
    children: content,
    position: spanning(first as Position, last as Position),
  };
}

type Heading = Extract<Token, { type: 'heading' }>;

/** What headings follow one. */
interface Below {
  /** The next one. */
  next: Heading | undefined;
  /** Number of the next one of its style. */
  sibling: number | undefined;
  /** One of them is numbered as a chapter. */
  chapters: boolean;
}

/** What follows each heading. */
function outlook(tokens: readonly Token[]): Map<Token, Below> {
  const found = new Map<Token, Below>();
  const numbers = new Map<SectionStyle, number>();
  let next: Heading | undefined;
  let chapters = false;
  for (const token of tokens.toReversed()) {
    if (token.type !== 'heading') continue;
    found.set(token, { next, sibling: numbers.get(token.style), chapters });
    numbers.set(token.style, token.number);
    next = token;
    chapters ||= sectionStyles[token.style].level <= 1;
  }
  return found;
}

/** Builds the sections of a report, and the lines of its title among them. */
export function buildTree(tokens: readonly Token[]): (Title | SectionNode)[] {
  const outline = new Outline();
  const below = outlook(tokens);
  for (const token of tokens) {
    switch (token.type) {
      case 'title':
        outline.addTitle(token.text);
        break;
      case 'heading': {
        const { style, number, marker, heading, level, rules } = token;
        const section = draft(style, [...rules], { number, marker, heading, level });
        outline.add(section, below.get(token) as Below);
        break;
      }
      case 'text':
      case 'table':
        outline.addBlock(token);
        break;
      case 'closing':
        outline.addTop(
          draft('p', ['closing'], { closing: true, blocks: [{ type: 'text', text: token.text }] }),
        );
        break;
      case 'attachment':
        outline.addTop(passage('attachment', { type: 'text', text: token.text }), true);
        break;
    }
  }
  return outline.root.map((entry) =>
    'style' in entry
      ? finish(entry)
      : { type: 'title', value: entry.text, position: entry.position },
  );
}
