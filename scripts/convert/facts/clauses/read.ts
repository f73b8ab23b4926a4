/** A passage taken apart once, for all that reads its clauses. */
import type { Vocabulary } from '../../../../src/model/vocabulary.ts';
import { simplify } from '../../parse/simplify.ts';
import type { Quantity } from '../quantities/collect.ts';
import { type Frame, parseClauses } from './parse.ts';
import { lexiconOf } from './words.ts';

/** Quantities of a passage, and the clauses of those in its prose. */
export interface ReadPassage {
  quantities: readonly Quantity[];
  frames: readonly Frame<Quantity>[];
}

/** How long something takes or lasts, and how old somebody is, is said of another figure: 连续三年保持100%. */
const isDuration = (unit: string) =>
  /^(?:年|个?月|周|日|天|个?工作日|个?小时|分钟|学时|课时|周?岁)$/u.test(unit);

/** Reads the clauses of a passage, given all its quantities. */
export function readPassage(quantities: readonly Quantity[], vocabulary: Vocabulary): ReadPassage {
  const prose = quantities.filter(({ cell, unit }) => !cell && !isDuration(unit));
  const { text = '', headings = [] } = quantities[0]?.passage ?? {};
  const above = headings.map(simplify);
  return {
    quantities,
    frames: parseClauses(simplify(text), prose, above, lexiconOf(vocabulary)),
  };
}
