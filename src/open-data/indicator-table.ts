/** The table of one indicator in the open data: its rows, and its description after CSV on the Web (W3C). */
import type { ReportedValue } from '../corpus/facts.ts';
import { formulaNote } from '../model/csv.ts';
import type { Indicator } from '../model/indicators.ts';
import { type Cell, type Column, column, tables } from '../model/tables.ts';

const shared = tables.indicators.columns.filter(({ name }) => name !== 'report' && name !== 'slug');

export const indicatorColumns: Column[] = [
  column('report', '报告编号'),
  column('region', 'GB/T 2260 行政区划代码'),
  column('name', '地区全称'),
  column('year', '报告所述年度', 'integer'),
  ...shared,
];

/** One row for each value. */
export function indicatorRows(values: readonly ReportedValue[]): Record<string, Cell>[] {
  return values.map(({ report, ...value }) => {
    const cells: Record<string, Cell> = {
      report: report.id,
      region: report.data.region.code,
      name: report.data.region.name,
      year: report.data.year,
    };
    for (const { name } of shared) cells[name] = value[name as keyof typeof value] as Cell;
    return cells;
  });
}

/** Metadata of the table. */
export function indicatorMetadata(indicator: Indicator) {
  const { slug, name, unit, definition, recognition, caution } = indicator;
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'zh' }],
    url: `${slug}.csv`,
    'dc:title': name,
    'dc:description': definition,
    'rdfs:comment': [
      `常用单位：${unit}`,
      `识别：${recognition}`,
      `可比性：${caution}`,
      formulaNote,
    ],
    dialect: { encoding: 'utf-8', lineTerminators: ['\r\n', '\n'] },
    tableSchema: {
      columns: indicatorColumns.map((column) => ({
        name: column.name,
        titles: column.name,
        datatype: column.type,
        'dc:description': column.description,
      })),
    },
  };
}
