/** Collections of any size made from the real reports, for measuring. */
import type { ReportData, Section } from '../../src/model/report.ts';
import { Random } from '../bench/random.ts';

/** Numbers from 0 to below n, the same in every run. */
export function dice(seed: number): (n: number) => number {
  const random = new Random(seed);
  return (n) => random.between(0, n - 1);
}

const sentencesOf = (section: Section): string[] => [
  ...section.text.split(/(?<=。)/).filter((sentence) => sentence.length > 8),
  ...section.children.flatMap(sentencesOf),
];

/**
 * Reports with the outlines of the real ones, four of five sentences taken from any of them, their figures
 * thrown anew; regions and years are spread.
 */
export function synthesise(real: ReportData[], count: number): ReportData[] {
  const roll = dice(count);
  const pool = real.flatMap(({ sections }) => sections.flatMap(sentencesOf));
  const sentence = (own: string) =>
    (own.length > 8 && roll(5) ? (pool[roll(pool.length)] as string) : own).replace(/\d/g, () =>
      String(roll(10)),
    );
  const rewrite = (section: Section): Section => ({
    ...section,
    text: section.text
      .split(/(?<=。)/)
      .map(sentence)
      .join(''),
    children: section.children.map(rewrite),
  });
  const provinces = [...new Set(real.map(({ region }) => region.code.slice(0, 2)))];
  return Array.from({ length: count }, (_, n) => {
    const base = real[n % real.length] as ReportData;
    const digits = (value: number) => String(value).padStart(2, '0');
    const county = `${provinces[roll(provinces.length)]}${digits(1 + roll(20))}${digits(1 + roll(30))}`;
    const year = 2016 + roll(10);
    return {
      ...base,
      id: `${county}-${year}-x${n}`,
      title: `${county}县${year}年度法治政府建设报告`,
      region: { code: county, name: `${county}县`, path: ['某省', '某市', `${county}县`] },
      year,
      sections: base.sections.map(rewrite),
    };
  });
}
