/** Figures of the corpus as tables for a terminal. */
import { type Half, halves } from './corpus.ts';
import type { Tallies, Tally } from './tally.ts';

/** Groups with their rows in order; what is not named here follows by the alphabet. */
const groups: { group: string; title: string; rows: string }[] = [
  { group: 'verdict', title: '是不是报告', rows: 'report not-report' },
  {
    group: 'metadata',
    title: '题名等字段',
    rows: 'title year issuers kind region town published signed documentNumber indexNumber source addressee publisher',
  },
  {
    group: 'outline',
    title: '章节（s 一、 k (一) n 1. m (1) o ① i 一是 p 段落）',
    rows: 's k n m o i p sections parts themes theme-sets',
  },
  { group: 'theme', title: '各个主题', rows: '' },
  { group: 'quantities', title: '数量', rows: 'prose tables' },
  { group: 'slug', title: '各项指标', rows: '' },
  { group: 'indicators', title: '指标值', rows: 'all' },
  { group: 'marks', title: '其中确定的和待核的（召回一栏无意义）', rows: 'certain uncertain' },
  {
    group: 'checks',
    title: '验算',
    rows: 'kind.sum kind.rate kind.growth kind.remainder kind.repeat kind.table verdict.agrees verdict.partial verdict.differs all',
  },
  { group: 'unlabelled', title: '没有标注的验算', rows: 'agrees partial differs' },
  { group: 'documents', title: '引用的文件', rows: 'found canonical' },
];

/** Names of a group's rows that were counted in either half, in order. */
function rowsOf(group: string, rows: string, tallies: Record<Half, Tallies>): string[] {
  const counted = halves
    .flatMap((half) => Object.keys(tallies[half]))
    .filter((name) => name.startsWith(`${group}.`))
    .map((name) => name.slice(group.length + 1));
  const known = rows.split(' ').filter((name) => counted.includes(name));
  return [...new Set([...known, ...counted.sort()])];
}

const percent = (part: number, whole: number) =>
  whole === 0 ? '—' : `${((part / whole) * 100).toFixed(1)}%`;

/** Counts and rates of one half: labelled, right, wrong, missing, precision, recall. */
function cells(tally: Tally | undefined): string[] {
  const { labelled = 0, right = 0, wrong = 0, missing = 0 } = tally ?? {};
  const counts = [labelled, right, wrong, missing].map((count) => String(count));
  return [...counts, percent(right, right + wrong), percent(right, labelled)];
}

const widths = [5, 5, 5, 5, 7, 7];
const heads = ['标注', '对', '错', '缺', '准确', '召回'];
/** Han characters are two columns wide. */
const pad = (text: string, width: number) =>
  ' '.repeat(Math.max(1, width - text.replace(/\p{Script=Han}/gu, '  ').length)) + text;
const row = (all: readonly string[]) =>
  all.map((text, index) => pad(text, widths[index % widths.length] as number)).join(' ');

/**
 * Tables of all groups, the open half left, the sealed one right.
 * @param only name of the one row that is wanted, `slug.hearings`
 */
export function tablesOf(tallies: Record<Half, Tallies>, only?: string): string {
  const first = 30;
  return groups
    .filter(({ group }) => !only || only.startsWith(`${group}.`))
    .map(({ group, title, rows }) => {
      const wanted = rowsOf(group, rows, tallies).filter(
        (name) => !only || only === `${group}.${name}`,
      );
      const lines = wanted.map((name) => {
        const both = halves.flatMap((half) => cells(tallies[half][`${group}.${name}`]));
        return name.padEnd(first) + row(both);
      });
      const head = ' '.repeat(first) + row([...heads, ...heads]);
      return [`\n${title}　（左：open，右：sealed）`, head, ...lines].join('\n');
    })
    .join('\n');
}
