/**
 * The parser: the text of a published report → a unist tree. Pure and total: any text gives a tree, the same one every
 * time, from nothing but the text and what an editor says of its lines. Nobody changes the tree afterwards; later
 * stages make trees of their own from it.
 */
import { splitLines } from './lines.ts';
import { joinLines } from './paragraphs.ts';
import { type Token, tokenize } from './tokens.ts';
import { buildTree } from './tree.ts';
import type { Line, ReportTree } from './types.ts';
import { findUnnumbered, type SaidHeading } from './unnumbered.ts';
import { type FurnitureOverrides, type Zones, zone } from './zones.ts';

export type { SaidHeading } from './unnumbered.ts';
export type { FurnitureOverrides } from './zones.ts';

/** All that the stages of the parser made of a text, for those who look into it. */
export interface Parsed {
  lines: Line[];
  zones: Zones;
  tokens: Token[];
  tree: ReportTree;
}

/** Parses a text and keeps what every stage made of it. */
export function parseStages(
  text: string,
  overrides?: FurnitureOverrides,
  headings?: readonly SaidHeading[],
): Parsed {
  const lines = splitLines(text);
  const zones = zone(lines, overrides);
  const tokens = tokenize(joinLines(zones.lines, findUnnumbered(zones.lines, headings)));
  const tree: ReportTree = {
    type: 'report',
    children: buildTree(tokens),
    data: zones,
    position: { start: { line: 1, column: 1, offset: 0 }, end: endOf(text, lines) },
  };
  return { lines, zones, tokens, tree };
}

/**
 * Parses the text of a report.
 * @param overrides lines that an editor says are page furniture, or are not
 * @param headings lines that are said to be headings without a number
 */
export function fromText(
  text: string,
  overrides?: FurnitureOverrides,
  headings?: readonly SaidHeading[],
): ReportTree {
  return parseStages(text, overrides, headings).tree;
}

/** The place behind the last character of a text. */
function endOf(text: string, lines: readonly Line[]) {
  const { column, offset } = lines.at(-1) as Line;
  return { line: lines.length, column: column + text.length - offset, offset: text.length };
}
