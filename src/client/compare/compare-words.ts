/** Words and addresses that all parts of the comparison use. */
import type { ReportData } from '../../model/report.ts';

/** Short name of a report: 海西蒙古族藏族自治州 2020. */
export const nameOf = ({ region, kind, issuer, year }: ReportData) =>
  `${kind === 'government' ? region.name : (issuer ?? region.name)} ${year}`;

/** A share of 1 as whole percents. */
export const percent = (share: number) => `${Math.round(100 * share)}%`;
