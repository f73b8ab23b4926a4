/** How well the facts of a report agree with what a person labelled in it. */
import type { ReportFacts } from '../../../src/model/facts.ts';
import { near } from './compare.ts';
import { type Gold, type GoldIndicator, labelled } from './gold.ts';

export interface Measure {
  /** Labelled quantities, and those of them that were found with their value and unit. */
  quantities: { labelled: number; found: number };
  /** Labelled values, those found, and values found that no label allows. */
  indicators: { labelled: number; found: number; wrong: number };
  /** What was missed or wrong, for people. */
  remarks: string[];
}

const bare = (text: string) => text.replace(/\s/gu, '');

/** Quantities, each label against one finding in its section. */
function measureQuantities(gold: Gold, facts: ReportFacts, remarks: string[]) {
  let count = 0;
  let found = 0;
  for (const [section, labels] of Object.entries(gold.quantities)) {
    const left = facts.quantities.filter((quantity) => quantity.section === section);
    for (const label of labels.map(labelled)) {
      count++;
      const at = left.findIndex(
        ({ value, unit }) => near(value, label.value) && unit === label.unit,
      );
      if (at < 0) remarks.push(`漏数量 ${facts.id} ${section} ${label.exact}`);
      else {
        found++;
        left.splice(at, 1);
      }
    }
  }
  return { labelled: count, found };
}

/** A label fits a value of its section that has its slug, number and unit, and stands in the labelled words. */
function fits(label: GoldIndicator, value: ReportFacts['indicators'][number]): boolean {
  return (
    label.section === value.section &&
    label.slug === value.slug &&
    near(label.value, value.value) &&
    label.unit === value.unit
  );
}

function measureIndicators(gold: Gold, facts: ReportFacts, remarks: string[]) {
  const left = [...gold.indicators];
  let found = 0;
  let wrong = 0;
  for (const value of facts.indicators) {
    const candidates = left.filter((label) => fits(label, value));
    // Of two labels alike the one that counts comes first.
    const label =
      candidates.find((each) => !each.either && bare(value.quote).includes(bare(each.quote))) ??
      candidates.find((each) => !each.either) ??
      candidates[0];
    if (label) {
      left.splice(left.indexOf(label), 1);
      if (!label.either) found++;
    } else {
      wrong++;
      remarks.push(
        `多指标 ${facts.id} ${value.section} ${value.slug} ${value.value}${value.unit}：${value.quote}`,
      );
    }
  }
  for (const label of left)
    if (!label.either)
      remarks.push(
        `漏指标 ${facts.id} ${label.section} ${label.slug} ${label.value}${label.unit}：${label.quote}`,
      );
  const count = gold.indicators.filter(({ either }) => !either).length;
  return { labelled: count, found, wrong };
}

/** Holds the facts of one report against its labels. */
export function measure(gold: Gold, facts: ReportFacts): Measure {
  const remarks: string[] = [];
  return {
    quantities: measureQuantities(gold, facts, remarks),
    indicators: measureIndicators(gold, facts, remarks),
    remarks,
  };
}

/** All reports together. */
export function total(measures: readonly Measure[]): Measure {
  const add = (of: (measure: Measure) => number) =>
    measures.reduce((sum, each) => sum + of(each), 0);
  return {
    quantities: {
      labelled: add((each) => each.quantities.labelled),
      found: add((each) => each.quantities.found),
    },
    indicators: {
      labelled: add((each) => each.indicators.labelled),
      found: add((each) => each.indicators.found),
      wrong: add((each) => each.indicators.wrong),
    },
    remarks: measures.flatMap((each) => each.remarks),
  };
}

const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole);

export function rates({ quantities, indicators }: Measure) {
  return {
    quantityRecall: share(quantities.found, quantities.labelled),
    indicatorPrecision: share(indicators.found, indicators.found + indicators.wrong),
    indicatorRecall: share(indicators.found, indicators.labelled),
  };
}

/** The least that is accepted. */
export const required = { quantityRecall: 0.99, indicatorPrecision: 0.97, indicatorRecall: 0.9 };
