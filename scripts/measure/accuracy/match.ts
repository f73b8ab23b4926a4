/** Which fact of a report answers which label. */
import type { Section } from '../../../src/model/report.ts';
import type { Labels } from './labels.ts';
import { flat, isRightSection, styleOf } from './outline.ts';

type Outline = NonNullable<Labels['outline']>;

/** How sections of the labels and of the program correspond. */
export interface Places {
  /**
   * Whether a fact stands where a label says. A section that the program does not see costs the outline, and not once
   * more every figure in it: there a fact may stand anywhere.
   */
  agree(label: string, fact: string): boolean;
  /** Whether readers labelled a section at all; opening paragraphs are in no outline. */
  isRead(fact: string): boolean;
}

export function placesOf(outline: Outline, sections: readonly Section[]): Places {
  const found = new Map(flat(sections).map((section) => [section.id, section]));
  const labelled = new Set(outline.map(({ id }) => id));
  const right = new Set(
    outline.filter((each) => isRightSection(each, found.get(each.id))).map(({ id }) => id),
  );
  return {
    agree: (label, fact) =>
      label === fact || !right.has(label) || (!labelled.has(fact) && fact.startsWith(`${label}-`)),
    isRead: (fact) => right.has(fact) || styleOf(fact) !== 'p',
  };
}

/** What a match is made of. */
interface Sectioned {
  section: string;
}
type Label = Sectioned & { either?: true | undefined };

/**
 * Gives every label one fact that fits it, each fact once: those in the labelled section first, and those that fit
 * best, then those elsewhere. Of two labels alike the one that is demanded comes first.
 * @returns the facts by label, and those that no label asks for in sections that were read
 */
export function matchFacts<L extends Label, F extends Sectioned>(
  labels: readonly L[],
  facts: readonly F[],
  places: Places,
  fits: (label: L, fact: F) => boolean,
  fitsBest: (label: L, fact: F) => boolean = fits,
): { found: Map<L, F>; left: F[] } {
  const found = new Map<L, F>();
  const left = [...facts];
  const demandedFirst = [...labels].sort((a, b) => Number(a.either ?? 0) - Number(b.either ?? 0));
  const passes: ((label: L, fact: F) => boolean)[] = [
    (label, fact) => label.section === fact.section && fitsBest(label, fact),
    (label, fact) => label.section === fact.section,
    (label, fact) => places.agree(label.section, fact.section) && fitsBest(label, fact),
    (label, fact) => places.agree(label.section, fact.section),
  ];
  for (const allowed of passes)
    for (const label of demandedFirst) {
      if (found.has(label)) continue;
      const at = left.findIndex((fact) => fits(label, fact) && allowed(label, fact));
      if (at < 0) continue;
      found.set(label, left[at] as F);
      left.splice(at, 1);
    }
  return { found, left: left.filter(({ section }) => places.isRead(section)) };
}
