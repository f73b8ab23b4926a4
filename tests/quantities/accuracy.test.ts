/** Quantities and values of the five reports against what a person labelled by reading them. */

import { describe, expect, it } from 'vitest';
import {
  belowRequired,
  goldDir,
  measureGold,
  readGold,
} from '../../scripts/measure/accuracy/gold.ts';
import { knowledge } from '../own.ts';

const labelled = readGold(goldDir, knowledge);
const all = measureGold(labelled);

describe('the labelled reports', () => {
  it('are the five', () => expect(labelled).toHaveLength(5));

  it('are read as accurately as is required', () => {
    expect(all.quantities.labelled).toBeGreaterThan(380);
    expect(all.indicators.labelled).toBeGreaterThan(120);
    expect(belowRequired(all), all.remarks.join('\n')).toEqual([]);
  });

  it('carry scope, approximation and period where they were labelled', () => {
    const missed = labelled.flatMap(({ gold, facts }) =>
      gold.indicators.flatMap((label) => {
        const value = facts.indicators.find(
          ({ slug, section, value: number }) =>
            slug === label.slug && section === label.section && number === label.value,
        );
        if (!value || label.either) return [];
        const wanted = [
          label.scope ?? value.scope,
          label.approx ?? value.approx,
          label.period ?? value.period,
        ];
        const got = [value.scope, value.approx, value.period];
        return wanted.join() === got.join() ? [] : [`${facts.id} ${label.quote}: ${got}`];
      }),
    );
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(2);
  });

  it('hold every quantity at its offsets, within its quote', () => {
    for (const { facts } of labelled)
      for (const { start, end, exact, quote } of facts.quantities) {
        expect(end - start).toBe(exact.length);
        expect(quote.replace(/\s/g, '')).toContain(exact.replace(/\s/g, ''));
      }
  });
});

/** What domain knowledge expects: [report, kind, verdict, stated, computed]. */
const expected: [string, string, string, number, number][] = [
  ['632800-2020', 'remainder', 'agrees', 4, 4],
  ['632800-2020', 'sum', 'agrees', 255, 255],
  ['632800-2020', 'sum', 'agrees', 1727000, 1727000],
  ['632800-2020', 'sum', 'agrees', 234000, 234000],
  ['632800-2020', 'rate', 'agrees', 99.29, 99.29],
  ['632800-2020', 'rate', 'agrees', 94, 94],
  ['632800-2020', 'rate', 'differs', 61, 57],
  ['330182-2020', 'rate', 'agrees', 77.27, 77.27],
  ['330182-2020', 'sum', 'partial', 57, 56],
  ['330182-2020', 'sum', 'partial', 1094, 1046],
  ['330182-2020', 'rate', 'differs', 94.75, 90.04],
  ['530102-2020', 'sum', 'agrees', 4139, 4139],
  ['530102-2020', 'sum', 'agrees', 71, 71],
  ['530102-2020', 'rate', 'agrees', 99.99, 99.99],
  ['530102-2020', 'rate', 'agrees', 51.69, 51.69],
  ['530102-2020', 'rate', 'agrees', 35, 35],
  ['530102-2020', 'sum', 'partial', 118, 103],
  ['152200-2021', 'sum', 'agrees', 164, 164],
  ['152200-2021', 'sum', 'agrees', 128, 128],
  ['152200-2021', 'sum', 'partial', 277, 49],
];

describe('recomputed figures of the five reports', () => {
  const found = labelled.flatMap(({ facts }) =>
    facts.checks.map(({ kind, verdict, stated, computed }) => [
      facts.id,
      kind,
      verdict,
      stated,
      computed,
    ]),
  );

  it.each(expected)('%s %s %s %d', (...row) => expect(found).toContainEqual(row));

  it('hold no other finding than these', () => {
    const findings = found.filter(([, , verdict]) => verdict !== 'agrees');
    expect(findings).toHaveLength(expected.filter(([, , verdict]) => verdict !== 'agrees').length);
  });

  it('hold besides only sums, rates and figures given twice that are right', () => {
    const others = found.filter(
      (row) => row[1] !== 'repeat' && !expected.some((each) => each.join() === row.join()),
    );
    expect(others).toEqual([
      ['330182-2020', 'sum', 'agrees', 57, 57],
      ['330182-2020', 'rate', 'agrees', 100, 100],
      ['330182-2020', 'sum', 'agrees', 38, 38],
      ['530102-2020', 'rate', 'agrees', 100, 100],
      ['620524-2020', 'sum', 'agrees', 809, 809],
    ]);
  });
});
