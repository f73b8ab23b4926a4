/** Resolved tree → the facts of a report: quantities, values of indicators, recomputed figures, cited documents. */
import type { VFile } from 'vfile';
import type { Documents } from '../../../src/model/documents.ts';
import type {
  CheckFact,
  IndicatorValue,
  QuantityFact,
  ReportFacts,
} from '../../../src/model/facts.ts';
import type { Indicators } from '../../../src/model/indicators.ts';
import type { LocatedAnnotation } from '../editor/annotation.ts';
import { applyChecks, applyIndicators, QuantityPlaces } from '../editor/facts.ts';
import type { ResolvedNode } from '../types.ts';
import { checkArithmetic } from './checks/check.ts';
import type { Check } from './checks/figures.ts';
import { citations } from './citations/cite.ts';
import { readPassage } from './clauses/read.ts';
import { type Match, matchIndicators } from './indicators/match.ts';
import { passages, type Quantity, quantitiesOf } from './quantities/collect.ts';
import { numberedNames } from './quantities/not-quantities.ts';

/** The catalogues facts are read by. */
export interface FactKnowledge {
  indicators: Indicators;
  documents: Documents;
}

function quantityFact(quantity: Quantity): QuantityFact {
  const { passage, start, end, exact, value, max, unit, approx } = quantity;
  const { scope, period, cumulative, noun, quote, cell } = quantity;
  const place = { section: passage.section, field: passage.field, start, end };
  const words = { scope, period, cumulative, noun, quote };
  const heads = cell ? { row: cell.row, column: cell.column } : {};
  return { ...place, exact, value, max, unit, approx, ...words, ...heads };
}

/** Numerator and denominator of a rate that was recomputed from the text. */
function termsOf(quantity: Quantity, checks: readonly Check[]): [number | null, number | null] {
  const rate = checks.find(({ kind, target }) => kind === 'rate' && target === quantity);
  return rate?.ratio ?? [null, null];
}

function indicatorValue(
  match: Match,
  order: ReadonlyMap<Quantity, number>,
  checks: readonly Check[],
): IndicatorValue {
  const { quantity, slug, aspect, uncertain } = match;
  const [numerator, denominator] = termsOf(quantity, checks);
  const { value, unit, approx, scope, period, quote } = quantity;
  return {
    slug,
    quantity: order.get(quantity) ?? null,
    value,
    unit,
    approx,
    scope,
    period,
    aspect,
    numerator,
    denominator,
    section: quantity.passage.section,
    quote,
    status: uncertain ? 'uncertain' : 'certain',
    note: null,
  };
}

/** Longest quote of a recomputed figure. */
const longestQuote = 200;

/** The words that hold a figure and all it was computed from; the figure's own where they stand apart. */
function checkQuote({ target, operands }: Check): string {
  const together = [target, ...operands];
  const { passage, quote } = target;
  if (together.some((quantity) => quantity.passage !== passage)) return quote;
  const from = Math.min(...together.map(({ sentenceStart }) => sentenceStart));
  const to = Math.max(...together.map(({ end }) => end));
  if (to - from <= longestQuote) return passage.text.slice(from, to).trim();
  const start = Math.min(...together.map((quantity) => quantity.start));
  return to - start <= longestQuote ? passage.text.slice(start, to).trim() : quote;
}

function checkFact(check: Check, order: ReadonlyMap<Quantity, number>): CheckFact {
  const { kind, verdict, stated, computed, formula, target } = check;
  return {
    kind,
    verdict,
    stated,
    computed,
    unit: target.unit,
    formula,
    section: target.passage.section,
    quantity: order.get(target) ?? 0,
    quote: check.kind === 'repeat' ? target.quote : checkQuote(check),
    note: null,
  };
}

/**
 * Reads the facts of a report and applies what an editor says of them.
 * @param file receives a message for every entry of the annotation that fits nothing
 */
export function readFacts(
  report: { id: string; region: { code: string; path: readonly string[] } },
  nodes: readonly ResolvedNode[],
  { indicators, documents }: FactKnowledge,
  annotation: LocatedAnnotation,
  file: VFile,
): ReportFacts {
  const texts = passages(nodes);
  const places = numberedNames(report.region.path);
  const byPassage = texts.map((passage) =>
    readPassage(quantitiesOf(passage, places), indicators.vocabulary),
  );
  const quantities = byPassage.flatMap((passage) => passage.quantities);
  const order = new Map(quantities.map((quantity, index) => [quantity, index]));
  const matches = byPassage.flatMap((passage) => matchIndicators(passage, indicators));
  const checks = checkArithmetic(byPassage, matches);
  const facts: ReportFacts = {
    id: report.id,
    quantities: quantities.map(quantityFact),
    indicators: matches.map((match) => indicatorValue(match, order, checks)),
    checks: checks.map((check) => checkFact(check, order)),
    documents: citations(texts, documents, report.region),
  };
  const quantityPlaces = new QuantityPlaces(nodes, facts.quantities);
  return {
    ...facts,
    indicators: applyIndicators(facts, quantityPlaces, indicators, annotation, file),
    checks: applyChecks(facts, quantityPlaces, annotation, file),
  };
}
