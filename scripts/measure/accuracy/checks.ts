/** Recomputed figures against the relations that a reader would recompute. */
import type { CheckFact, ReportFacts } from '../../../src/model/facts.ts';
import { near } from './compare.ts';
import { type Labels, labelled } from './labels.ts';
import { matchFacts, type Places } from './match.ts';
import type { Counter } from './tally.ts';

type LabelledCheck = NonNullable<Labels['checks']>[number];

/** Kinds of the program that a labelled kind may be told as. */
const toldAs: Record<LabelledCheck['kind'], readonly string[]> = {
  sum: ['sum'],
  rate: ['rate'],
  growth: ['growth', 'difference'],
  remainder: ['remainder', 'difference'],
  repeat: ['repeat'],
  table: ['table', 'sum'],
};

/** A whole and its parts are one relation, whichever of them is told last: 30 + 3 = 33, and 33 − 30 = 3. */
const wholeAndParts: readonly string[] = ['sum', 'remainder', 'difference', 'table'];

/** Money keeps its 万 in labels, and may be told in 元. */
const scales = [1, 1e4, 1e8];

const sorted = (figures: readonly string[]) =>
  figures.map((figure) => labelled(figure).value).sort((a, b) => a - b);

/** Whether a label and a check put the same figures together. */
function isSameRelation({ kind, stated, from }: LabelledCheck, check: CheckFact): boolean {
  if (![kind, check.kind].every((each) => wholeAndParts.includes(each))) return false;
  const labels = sorted([stated, ...from]);
  const figures = sorted(check.formula.split(/[-+−×÷=]/u).map((figure) => figure.trim()));
  return (
    labels.length === figures.length &&
    labels.every((figure, index) => near(figure, figures[index] as number))
  );
}

function fits(label: LabelledCheck, check: CheckFact): boolean {
  const { value } = labelled(label.stated);
  const isStated = scales.some((scale) => near(check.stated, value * scale));
  return (isStated && toldAs[label.kind].includes(check.kind)) || isSameRelation(label, check);
}

/**
 * Counts relations by kind and by labelled verdict: right with the labelled verdict, wrong with another, missing where
 * the program recomputes nothing. What it recomputes without a label is counted by its own verdict: a difference that
 * no reader sees is invented.
 */
export function measureChecks(
  { checks = [] }: Labels,
  facts: ReportFacts,
  places: Places,
  counter: Counter,
): void {
  const { found, left } = matchFacts(
    checks,
    facts.checks,
    places,
    fits,
    (label, check) => label.verdict === check.verdict,
  );
  for (const label of checks) {
    if (label.either) continue;
    const { section, kind, stated, from, verdict } = label;
    const check = found.get(label);
    counter.count(
      ['checks.all', `checks.kind.${kind}`, `checks.verdict.${verdict}`],
      !check ? 'missing' : check.verdict === verdict ? 'right' : 'wrong',
      `${section} ${kind} ${stated} of ${from.join(' ')} ${verdict} read as ${check?.verdict}`,
    );
  }
  // A difference told of a relation that readers find right is as invented as one of no relation.
  const accused = checks.flatMap((label) => {
    const check = found.get(label);
    return check?.verdict === 'differs' && label.verdict !== 'differs' ? [check] : [];
  });
  for (const { section, kind, verdict, formula, quote } of [...left, ...accused])
    counter.count([`unlabelled.${verdict}`], 'invented', `${section} ${kind} ${formula}: ${quote}`);
}
