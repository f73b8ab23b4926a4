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

/** Quantities of one passage in reading order. */
export function quantitiesOf(passage: Passage): Quantity[] {
  const found = extractQuantities(passage.text);
  // Rules are written in Simplified characters; what is quoted stays as it is printed.
  const plain = simplify(passage.text);
  const around = surroundings(plain, found, passage.text);
  return found.map((quantity, index) => {
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
}
