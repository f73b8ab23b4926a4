/** All quantities of a report, section by section, with everything that is known of each. */
import type { Part } from '../../../../src/model/report.ts';
import { trimHeading } from '../../parse/grammar.ts';
import { simplify } from '../../parse/simplify.ts';
import { ownText, sectionsOf } from '../../parse/walk.ts';
import type { ResolvedNode } from '../../types.ts';
import { type Surroundings, surroundings } from './context.ts';
import { extractQuantities, type FoundQuantity } from './extract.ts';
import { type Modifiers, modifiersOf } from './modifiers.ts';
import { countedNoun } from './noun.ts';
import { type Cell, type CellFigure, tableFigures, totalWords } from './tables.ts';

/** A text of a section that is read on its own: its heading, or its own text. */
export interface Passage {
  section: string;
  /** `heading`: the printed heading without its number; `text`: the paragraphs, joined by line feeds. */
  field: 'heading' | 'text';
  text: string;
  part: Part;
  /** Headings above and of the section, outermost first: what it speaks of before its first word. */
  headings: string[];
}

/** A quantity of a report. */
export interface Quantity extends FoundQuantity, Modifiers, Surroundings {
  passage: Passage;
  noun: string;
  /** Its row and column, where it stands in a table. */
  cell?: Cell;
}

/** Headings and texts of all sections, in reading order. */
export function passages(nodes: readonly ResolvedNode[], above: readonly string[] = []): Passage[] {
  return nodes.flatMap((node) => {
    const printed = node.heading === null ? '' : trimHeading(node.heading);
    const headings = printed === '' ? [...above] : [...above, printed];
    const shared = { section: node.id, part: node.part };
    const text = ownText(node);
    return [
      ...(printed === ''
        ? []
        : [{ ...shared, field: 'heading' as const, text: printed, headings: [...above] }]),
      ...(text === '' ? [] : [{ ...shared, field: 'text' as const, text, headings }]),
      ...passages(sectionsOf(node), headings),
    ];
  });
}

/** A figure of a table as a quantity: the words at the head of its row and column are what it counts. */
function cellQuantity(figure: CellFigure, passage: Passage): Quantity {
  const { start, end, value, unit, decimals, cell } = figure;
  const { text } = passage;
  const lineStart = text.lastIndexOf('\n', start) + 1;
  const stop = text.indexOf('\n', end);
  const line = text.slice(lineStart, stop < 0 ? text.length : stop);
  const words = [cell.row, cell.column].filter(Boolean).join(' ');
  const year = /(?:19|20)\d\d年?/u.exec(words)?.[0] ?? null;
  const found = { start, end, exact: text.slice(start, end), value, max: null, unit };
  const around = { local: words, after: '', sentenceStart: lineStart };
  return {
    ...found,
    approx: null,
    decimals,
    ...around,
    quote: line.replace(/\t+/gu, ' ').trim(),
    scope: null,
    period: year,
    cumulative: false,
    passage,
    noun: words,
    cell,
  };
}

/**
 * Quantities of one passage in reading order.
 * @param names names of places that begin with a number
 */
export function quantitiesOf(passage: Passage, names: readonly string[] = []): Quantity[] {
  const figures = tableFigures(passage.text);
  const found = outside(extractQuantities(passage.text, names), figures);
  // Rules are written in Simplified characters; what is quoted stays as it is printed.
  const plain = simplify(passage.text);
  const around = surroundings(plain, found, passage.text);
  const prose = found.map((quantity, index) => {
    const context = around[index] as Surroundings;
    const before = plain.slice(context.sentenceStart, quantity.start);
    return {
      ...quantity,
      ...context,
      ...modifiersOf(before, context.local),
      passage,
      noun: countedNoun(context.local, context.after),
    };
  });
  const cells = withUnitOfProse(figures, prose).map((figure) => cellQuantity(figure, passage));
  return [...prose, ...cells].sort((a, b) => a.start - b.start);
}

/** Quantities that are no figures of a table; both in reading order. */
function outside(found: readonly FoundQuantity[], figures: readonly CellFigure[]): FoundQuantity[] {
  let at = 0;
  return found.filter(({ start, end }) => {
    while ((figures[at]?.end ?? Number.POSITIVE_INFINITY) <= start) at++;
    return (figures[at]?.start ?? Number.POSITIVE_INFINITY) >= end;
  });
}

/** Smallest total that is taken for the one that the text before a table says in words. */
const leastTotal = 10;

/** A table without units whose total the text before it gives in words counts in the unit of those. */
function withUnitOfProse(
  figures: readonly CellFigure[],
  prose: readonly FoundQuantity[],
): CellFigure[] {
  const said = new Map(prose.map((each) => [each.value, each]));
  const units = new Map<number, string>();
  for (const { unit, value, start, cell } of figures) {
    const total = unit === '' && value >= leastTotal && totalWords.test(cell.row);
    const words = total ? said.get(value) : undefined;
    if (words && words.end <= start) units.set(cell.at.table, words.unit);
  }
  return figures.map((figure) =>
    figure.unit === '' ? { ...figure, unit: units.get(figure.cell.at.table) ?? '' } : figure,
  );
}
