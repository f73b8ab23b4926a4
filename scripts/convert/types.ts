/** The tree with what the later stages of the conversion conclude about its sections. */
import type { Part, ThemeEvidence } from '../../src/model/report.ts';
import type { SectionNode } from './parse/types.ts';
import type { Identified } from './resolve/ids.ts';

/** What the classification concludes about a section. */
interface Classified {
  readonly part: Part;
  readonly themes: string[];
  /** What decided on each theme, in the same order. */
  readonly evidence: ThemeEvidence[];
}

/** Address, part and themes of a section. */
export type ResolvedData = Identified & Classified;

/** A section with its address, its part and its themes. */
export type ResolvedNode = SectionNode<ResolvedData>;
