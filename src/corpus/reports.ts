/** The corpus as the pages see it. */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import type { ReportFacts } from '../model/facts.ts';
import type { ReportFrontmatter } from '../model/report.ts';
import { collection, once } from './site.ts';

/** A converted report, identified by its frontmatter. */
export interface Report {
  id: string;
  /** As the converter validated it. */
  data: ReportFrontmatter;
  /** Changes with anything that pages show of the report. */
  digest: string;
}

/**
 * All reports, newest year first, then by region code and id.
 * @throws when there is none: a site without reports is never what was meant.
 */
export const allReports = once(load);

/** The files pages are made from. */
const shownFiles = (id: string) => {
  const { page, data, facts } = collection.generatedFiles(id);
  return [page, data, facts];
};

/** Changes when a file is written again. */
const stampOf = (id: string) =>
  shownFiles(id)
    .map((file) => statSync(file, { bigint: true }).mtimeNs)
    .join(' ');

/** Reads something of a report; the development server, which asks after every edit, keeps what has not changed. */
function ofReport<Result>(read: (id: string) => Result): (id: string) => Result {
  const kept = new Map<string, { stamp: string; result: Result }>();
  return (id) => {
    if (!import.meta.env.DEV) return read(id);
    const stamp = stampOf(id);
    const former = kept.get(id);
    if (former?.stamp === stamp) return former.result;
    const result = read(id);
    kept.set(id, { stamp, result });
    return result;
  };
}

/** Facts of one converted report. */
export const readFacts: (id: string) => ReportFacts = ofReport((id) => collection.readFacts(id));

const readFrontmatter = ofReport((id) => collection.readFrontmatter(id));

function digestOf(id: string): string {
  const files = collection.sourceFiles(id).join('\n');
  if (import.meta.env.DEV) return `${stampOf(id)} ${files}`;
  const hash = createHash('sha256').update(files);
  for (const file of shownFiles(id)) hash.update(readFileSync(file));
  return hash.digest('base64url');
}

function load(): Report[] {
  const reports = collection
    .convertedIds()
    .map((id): Report => ({ id, data: readFrontmatter(id), digest: digestOf(id) }));
  if (reports.length === 0) {
    throw new Error(
      `${collection.reportsDir} 中没有任何报告。请先运行 npm run convert，并确认 CONTENT_DIR 指向含有 sources/ 的目录。`,
    );
  }
  return reports.sort(
    (a, b) => b.data.year - a.data.year || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
}

/** Groups reports by a key, keeping their order; groups appear in the order of their first report. */
export function groupReports<Key>(
  reports: Report[],
  key: (report: Report) => Key,
): [Key, Report[]][] {
  return [...Map.groupBy(reports, key)];
}

/** What a report is called where there is little room: 海西蒙古族藏族自治州 2020, a department by its own name. */
export function shortName({ data }: Report): string {
  const name = data.kind === 'government' ? data.region.name : (data.issuer ?? data.region.name);
  return `${name} ${data.year}`;
}
