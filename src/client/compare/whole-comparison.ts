/** All that is shown of a comparison, on the page and in a file. */
import type { ReportFacts } from '../../model/facts.ts';
import type { ReportData } from '../../model/report.ts';
import {
  type Alignment,
  alignReports,
  type ComparedReport,
  type ComparisonRow,
  compareReports,
  type RowNames,
} from './comparison.ts';
import { type FigureRow, figureRows, type IndicatorNames } from './figures.ts';
import { type Pair, pairsOf } from './pairs.ts';

export interface Comparison {
  compared: ComparedReport[];
  rows: ComparisonRow[];
  figures: FigureRow[];
  pairs: Pair[];
}

/** What reports are aligned by, with the names of the rows and of the indicators. */
export interface Names {
  by: Alignment;
  rows: RowNames;
  indicators: IndicatorNames;
}

/** Compares reports; of one whose facts are not there, no figures are shown. */
export function wholeComparison(
  reports: ReportData[],
  facts: (ReportFacts | undefined)[],
  { by, rows, indicators }: Names,
): Comparison {
  const compared = compareReports(reports);
  return {
    compared,
    rows: alignReports(reports, by, rows),
    figures: figureRows(facts, indicators),
    pairs: pairsOf(compared),
  };
}
