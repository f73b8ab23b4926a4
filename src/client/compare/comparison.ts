/** Everything the comparison page shows, worked out from the open data of the chosen reports alone. */
import type { ReportData, Section } from '../../model/report.ts';
import { type Fragment, intoRows } from './align.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { findMatches, normalise } from './similarity.ts';

/** Names of rows by key, in the order of rows. */
export type RowNames = [key: string, name: string][];

/** What a comparison is aligned by. */
export type Alignment = 'theme' | 'part';

/** A sentence of one report that stands in another as well. */
export interface SharedSentence {
  /** Index of the other report. */
  report: number;
  /** Index of the sentence there. */
  sentence: number;
  similarity: number;
}

export interface ComparedReport {
  data: ReportData;
  sentences: Sentence[];
  /** For every sentence, its counterpart in each of the other reports that has one; best first. */
  shared: SharedSentence[][];
  /** Part of the characters in sentences that stand in another report, identical and similar ones. */
  identicalShare: number;
  similarShare: number;
}

/** Finds what reports have in common. */
export function compareReports(reports: ReportData[]): ComparedReport[] {
  const all = reports.map(({ sections }) => sentencesOf(sections));
  const texts = all.map((sentences) => sentences.map(({ text }) => text));
  return reports.map((data, at) => {
    const sentences = all[at] ?? [];
    const shared: SharedSentence[][] = sentences.map(() => []);
    texts.forEach((others, report) => {
      if (report === at) return;
      for (const { a, b, similarity } of findMatches(texts[at] ?? [], others))
        shared[a]?.push({ report, sentence: b, similarity });
    });
    for (const counterparts of shared) counterparts.sort((a, b) => b.similarity - a.similarity);
    const lengths = sentences.map(({ text }) => normalise(text).length);
    const whole = lengths.reduce((sum, length) => sum + length, 0);
    const share = (is: (similarity: number) => boolean) =>
      lengths.reduce((sum, length, i) => {
        const best = shared[i]?.[0];
        return best && is(best.similarity) ? sum + length : sum;
      }, 0) / Math.max(1, whole);
    return {
      data,
      sentences,
      shared,
      identicalShare: share((similarity) => similarity === 1),
      similarShare: share((similarity) => similarity < 1),
    };
  });
}

/** One row: the fragments of each report, in the order of the reports. */
export interface ComparisonRow {
  name: string;
  cells: Fragment[][];
}

/** Aligns reports; rows no report has anything for are left out. By theme, what has none stands in a row of its part. */
export function alignReports(
  reports: ReportData[],
  by: Alignment,
  names: RowNames,
): ComparisonRow[] {
  const keyOf = ({ themes, part }: Section) => (by === 'theme' ? themes[0] : part);
  const otherwise = ({ part }: Section) => (by === 'theme' ? `part ${part}` : part);
  const columns = reports.map(({ sections }) => intoRows(sections, keyOf, otherwise));
  return names
    .map(([key, name]) => ({ name, cells: columns.map((column) => column.get(key) ?? []) }))
    .filter(({ cells }) => cells.some((cell) => cell.length > 0));
}
