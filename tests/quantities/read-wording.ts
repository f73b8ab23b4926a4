/** Quantities, values and checks of a text that is no whole report. */

import { checkArithmetic } from '../../scripts/convert/facts/checks/check.ts';
import { readPassage } from '../../scripts/convert/facts/clauses/read.ts';
import { matchIndicators } from '../../scripts/convert/facts/indicators/match.ts';
import { type Passage, quantitiesOf } from '../../scripts/convert/facts/quantities/collect.ts';
import { own } from '../own.ts';

const { indicators } = own.readCatalogues();

/** Reads a passage as a section of a report's progress, under a heading where there is one. */
export function readWording(text: string, heading?: string) {
  const passage: Passage = {
    section: 's1',
    field: 'text',
    text,
    part: 'progress',
    headings: heading === undefined ? [] : [heading],
  };
  const quantities = quantitiesOf(passage);
  const read = readPassage(quantities, indicators.vocabulary);
  const matches = matchIndicators(read, indicators);
  return { quantities, matches, checks: checkArithmetic([read], matches) };
}
