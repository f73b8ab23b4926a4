/** The corpus as the pages see it. */
import { convertedIds, readReportHead, reportsDir } from '../collection/files.ts';
import { once, tracked } from '../collection/reads.ts';
import type { ReportFrontmatter } from '../model/report.ts';

/** A converted report, told by its frontmatter. */
export interface Report {
  id: string;
  /** As the converter validated it. */
  data: ReportFrontmatter;
  /** Changes with anything on the report's page. */
  digest: string;
}

/**
 * All reports, newest year first, then by region code and id.
 * @throws when there is none: a site without reports is never what was meant.
 */
export const allReports = once('all-reports', load);

const byId = once('all-reports-by-id', async () => {
  return new Map((await allReports()).map((report) => [report.id, report]));
});

/** The report of an id, if there is one. */
export const reportOf = tracked('report', async (id: string) => (await byId()).get(id));

async function load(): Promise<Report[]> {
  const reports = convertedIds().map((id): Report => ({ id, ...readReportHead(id) }));
  if (reports.length === 0) {
    throw new Error(
      `${reportsDir} 中没有任何报告。请先运行 npm run convert，并确认 CONTENT_DIR 指向含有 sources/ 的目录。`,
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
