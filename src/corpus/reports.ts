/** The corpus as the pages see it. */
import { type CollectionEntry, getCollection } from 'astro:content';
import type { ReportFrontmatter } from '../model/report.ts';
import { collection } from './site.ts';

/** A converted report, identified by its frontmatter. */
export interface Report {
  id: string;
  /** As the converter validated it. */
  data: ReportFrontmatter;
  /** Changes with anything that pages show of the report. */
  digest: string;
}

const reports = inOrder(await getCollection('reports'));

/**
 * All reports, newest year first, then by region code and id.
 * @throws when there is none: a site without reports is never what was meant.
 */
export const allReports = (): Report[] => reports;

function inOrder(entries: CollectionEntry<'reports'>[]): Report[] {
  if (entries.length === 0) {
    throw new Error(
      `${collection.reportsDir} 中没有任何报告。请先运行 npm run convert，并确认 CONTENT_DIR 指向含有 sources/ 的目录。`,
    );
  }
  return entries
    .map(({ id, data, digest }) => ({ id, data, digest: String(digest) }))
    .sort((a, b) => b.data.year - a.data.year || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** Groups reports by a key, keeping their order; groups appear in the order of their first report. */
export function groupReports<Key>(
  reports: Report[],
  key: (report: Report) => Key,
): [Key, Report[]][] {
  return [...Map.groupBy(reports, key)];
}

/** Who reports: a government by the name of its region, a department by its own. */
export const bodyName = ({ data }: Report): string =>
  data.kind === 'government' ? data.region.name : (data.issuer ?? data.region.name);

/** What a report is called where there is little room: 海西蒙古族藏族自治州 2020. */
export const shortName = (report: Report): string => `${bodyName(report)} ${report.data.year}`;
