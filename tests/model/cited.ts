/** A report and a citation of a sentence in it, with all that can be known of them. */
import type { Citation, CitedReport } from '../../src/model/citation.ts';

export const report: CitedReport = {
  id: '632800-2020',
  title: '海西州2020年度法治政府建设工作报告',
  issuer: '海西蒙古族藏族自治州人民政府',
  published: '2021-02-26',
  documentNumber: '西政〔2021〕5号',
};

export const citation: Citation = {
  report,
  url: 'https://example.org/reports/632800-2020/#s1-k7-i3',
  section: '一、(七)三是',
  accessed: '2026-11-21',
};
