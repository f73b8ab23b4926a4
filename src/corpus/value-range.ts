/** Where the values of an indicator lie: in its newest year, of the unit that most of them have. */
import { unitFamily, valueWords } from '../model/value-words.ts';
import type { ReportedValue } from './facts.ts';

export interface ValueRange {
  year: number;
  unit: string;
  /** The values, the smallest first. */
  sorted: ReportedValue[];
  least: ReportedValue;
  median: number;
  most: ReportedValue;
}

const largest = <Key>(groups: Map<Key, ReportedValue[]>) =>
  [...groups].reduce((most, group) => (group[1].length > most[1].length ? group : most));

/** 2020 年度 61%–100%. */
export function rangeWords({ year, least, most }: ValueRange): string {
  const ends = [least, most].map(valueWords);
  return `${year} 年度 ${[...new Set(ends)].join('–')}`;
}

/** The range of some values; undefined where there are none. */
export function rangeOf(values: readonly ReportedValue[]): ValueRange | undefined {
  const year = values.reduce((newest, { report }) => Math.max(newest, report.data.year), 0);
  const recent = values.filter(({ report }) => report.data.year === year);
  if (recent.length === 0) return undefined;
  const [unit, same] = largest(Map.groupBy(recent, (value) => unitFamily(value.unit)));
  const sorted = same.toSorted((a, b) => a.value - b.value);
  const at = (place: number) => sorted[Math.floor(place)] as ReportedValue;
  const middle = (sorted.length - 1) / 2;
  const median = (at(middle).value + at(middle + 0.5).value) / 2;
  return { year, unit, sorted, least: at(0), median, most: at(sorted.length - 1) };
}
