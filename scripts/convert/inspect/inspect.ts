/** What every stage of the conversion makes of one text, with the rules that decided. */
import type { Root, RootContent } from 'mdast';
import { VFile } from 'vfile';
import type { ReportFacts } from '../../../src/model/facts.ts';
import type { ThemesFile } from '../../../src/model/themes.ts';
import { emptyAnnotation, type LocatedAnnotation } from '../editor/annotation.ts';
import { withHeadings } from '../editor/headings.ts';
import { checkSections, editorNotes } from '../editor/sections.ts';
import { type FactKnowledge, readFacts } from '../facts/facts.ts';
import { parseStages } from '../parse/index.ts';
import type { Token } from '../parse/tokens.ts';
import type { Line, ReportTree, SectionRule, ZonedLine } from '../parse/types.ts';
import { topSections, walkSections, withSections } from '../parse/walk.ts';
import { classify } from '../resolve/classify.ts';
import { identify } from '../resolve/ids.ts';
import type { ResolvedData } from '../types.ts';
import { textMarks } from '../write/marks.ts';
import { toMdast } from '../write/mdx.ts';

export const stages = ['lines', 'zones', 'tokens', 'tree', 'mdast', 'facts'] as const;
export type Stage = (typeof stages)[number];

/** A token as plain data. */
export interface ShownToken {
  type: Token['type'];
  /** First and last line it stands in. */
  from: number;
  to: number;
  style?: string;
  number?: number;
  marker?: string;
  text: string;
  rules: readonly SectionRule[];
}

export interface Inspection {
  lines: Line[];
  zones: ZonedLine[];
  tokens: ShownToken[];
  tree: ReportTree<ResolvedData>;
  mdast: Root;
  facts: ReportFacts;
}

function shownToken(token: Token): ShownToken {
  const slices =
    token.type === 'table'
      ? token.rows.flat()
      : token.type === 'heading'
        ? [token.marker, ...(token.heading ? [token.heading] : [])]
        : [token.text];
  const places = slices.map(({ position }) => position);
  const shared = {
    type: token.type,
    from: places[0]?.start.line ?? 1,
    to: places.at(-1)?.end.line ?? 1,
  };
  if (token.type === 'heading') {
    const { style, number, marker, heading, rules } = token;
    return { ...shared, style, number, marker: marker.text, text: heading?.text ?? '', rules };
  }
  const text =
    token.type === 'table'
      ? token.rows.map((row) => row.map((cell) => cell.text).join('\t')).join('\n')
      : token.text.text;
  return { ...shared, text, rules: [] };
}

interface Catalogues {
  themes: ThemesFile;
  facts: FactKnowledge;
}

/**
 * Looks into the conversion of a text. What an editor says is applied where it fits; what does not is passed over.
 * @param region the region facts are read for
 */
export function inspect(
  text: string,
  region: { code: string; path: readonly string[] },
  { themes, facts: knowledge }: Catalogues,
  annotation: LocatedAnnotation = emptyAnnotation,
): Inspection {
  const unsaid = new VFile();
  const { furniture, keep, unnumbered } = annotation.value;
  const overrides = { add: new Set(furniture), keep: new Set(keep) };
  const { lines, zones, tokens, tree } = parseStages(text, overrides, unnumbered);
  const headed = withHeadings(tree, annotation, unsaid);
  const identified = identify(topSections(headed));
  const nodes = classify(identified, themes, checkSections(identified, annotation, themes, unsaid));
  const resolved = withSections(headed, nodes);
  const facts = readFacts({ id: region.code, region }, nodes, knowledge, annotation, unsaid);
  const notes = editorNotes(identified, annotation, unsaid);
  return {
    lines,
    zones: zones.lines,
    tokens: tokens.map(shownToken),
    tree: resolved,
    mdast: { type: 'root', children: toMdast(resolved, notes, textMarks(nodes, facts)) },
    facts,
  };
}

interface Placed {
  position?: { start: { line: number }; end: { line: number } } | undefined;
}

const covers = (line: number, { position }: Placed) =>
  position !== undefined && position.start.line <= line && line <= position.end.line;

/** Nodes that stand in a line, with those that hold them. What stands inside of lines has no place, and is left. */
function pruned<Node extends Placed & { children?: readonly Placed[] }>(
  nodes: readonly Node[],
  line: number,
): Node[] {
  return nodes
    .filter((node) => covers(line, node))
    .map((node) => {
      const placed = node.children?.some(({ position }) => position !== undefined);
      return placed ? { ...node, children: pruned(node.children as Node[], line) } : node;
    });
}

/** The part of an inspection that is about one line of the source. */
export function atLine(inspection: Inspection, line: number): Inspection {
  const { tree, mdast, facts } = inspection;
  const sections = [...walkSections(topSections(tree))].filter((node) => covers(line, node));
  const ids = new Set(sections.map(({ id }) => id));
  const here = ({ section }: { section: string }) => ids.has(section);
  return {
    lines: inspection.lines.filter(({ number }) => number === line),
    zones: inspection.zones.filter(({ number }) => number === line),
    tokens: inspection.tokens.filter(({ from, to }) => from <= line && line <= to),
    tree: {
      ...tree,
      children: pruned<ReportTree<ResolvedData>['children'][number]>(tree.children, line),
    },
    mdast: { ...mdast, children: pruned<RootContent>(mdast.children, line) },
    facts: {
      id: facts.id,
      quantities: facts.quantities.filter(here),
      indicators: facts.indicators.filter(here),
      checks: facts.checks.filter(here),
      documents: facts.documents.filter(here),
    },
  };
}
