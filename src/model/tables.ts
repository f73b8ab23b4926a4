/**
 * The tables of the open data: their columns, and the rows a report gives. CSV, JSON, Parquet, the data package and the
 * page that documents them all read this.
 */
import type { ReportFacts } from './facts.ts';
import type { Section } from './report.ts';
import { styleExamples } from './section-styles.ts';

export type Cell = string | number | boolean | null;

export interface Column {
  name: string;
  type: 'string' | 'integer' | 'number' | 'boolean';
  /** Meaning and unit, for readers. */
  description: string;
}

export const tableNames = ['quantities', 'indicators', 'checks', 'documents', 'sections'] as const;
export type TableName = (typeof tableNames)[number];

interface Format {
  name: string;
  /** Media type, without a character set. */
  type: string;
  /** Its files are text in UTF-8. */
  text: boolean;
  /** What readers should know of it. */
  what?: string;
}

/** Formats every table is published in, by the extension of their files. */
export const tableFormats = {
  csv: { name: 'CSV', type: 'text/csv', text: true, what: 'UTF-8，带 BOM，可直接用电子表格打开' },
  json: { name: 'JSON', type: 'application/json', text: true },
  parquet: { name: 'Parquet', type: 'application/vnd.apache.parquet', text: false },
} as const satisfies Record<string, Format>;
export type TableFormat = keyof typeof tableFormats;

/** The formats in the order of pages. */
export const tableFormatList = Object.entries<Format>(tableFormats).map(([extension, format]) => ({
  ...format,
  extension: extension as TableFormat,
}));

/** A column; what is not said to be a number or a truth is a text. */
export const column = (
  name: string,
  description: string,
  type: Column['type'] = 'string',
): Column => ({
  name,
  type,
  description,
});

const report = column('report', '报告编号：行政区划代码-年度（-后缀）');
const section = column('section', '章节编号，即报告网址中“#”之后的部分');
const quote = column('quote', '原句；长句只取数字前后的分句');
const scope = column('scope', '统计范围：本级、全域、部门；未写明为空');
const period = column('period', '统计期间，如原文所写；未写明为空');
const approx = column('approx', '约数用词（余、多、近、约、超过、以上等）；确数为空');
const unit = column('unit', '单位，如原文所写；金额的万、亿在单位里，其他的万、亿已乘入数值');

interface Table {
  title: string;
  columns: Column[];
}

export const tables: Record<TableName, Table> = {
  quantities: {
    title: '文中数量：每个数量一行',
    columns: [
      report,
      section,
      column('field', '数量所在：text 正文，heading 标题'),
      column('start', '起点，章节文字中的 UTF-16 字符位置，从 0 起', 'integer'),
      column('end', '终点（不含）', 'integer'),
      column('exact', '原文，含约数用词和单位'),
      column('value', '数值，以 unit 为单位；范围取下限', 'number'),
      column('max', '范围的上限；不是范围为空', 'number'),
      unit,
      approx,
      scope,
      period,
      column('cumulative', '是否累计数（累计、……以来）', 'boolean'),
      column('noun', '所计的事物，由上下文推断'),
      column('row', '在表格中时，所在行的名目；不在表格中为空'),
      column('column', '在表格中时，所在列的名目'),
      quote,
    ],
  },
  indicators: {
    title: '指标数值：每个数值一行；没有行即未披露，不是零',
    columns: [
      report,
      column('slug', '指标代号，见指标页'),
      column('value', '数值，以 unit 为单位', 'number'),
      unit,
      approx,
      scope,
      period,
      column('numerator', '比率的分子，文中能找到时才有', 'number'),
      column('denominator', '比率的分母，文中能找到时才有', 'number'),
      section,
      quote,
      column('status', 'certain 程序识别，uncertain 待核，confirmed 编者已核，corrected 编者改正'),
    ],
  },
  checks: {
    title: '数字核算：每处一行',
    columns: [
      report,
      section,
      column(
        'kind',
        'sum 分项与合计，rate 比率，growth 与上年比，remainder 余数，repeat 同一数字两处，table 表中合计',
      ),
      column('verdict', 'agrees 一致，partial 分项未列全，differs 与文中数字计算结果不同'),
      column('stated', '文中数字', 'number'),
      column('computed', '计算结果', 'number'),
      quote,
    ],
  },
  documents: {
    title: '引用的文件：每处引用一行',
    columns: [
      report,
      section,
      column('name', '文中写法，不含外层书名号'),
      column('canonical', '归并后的名称'),
      column('number', '紧邻名称的文号；没有为空'),
    ],
  },
  sections: {
    title: '章节：每节一行，按原文次序',
    columns: [
      report,
      section,
      column('parent', '上级章节编号；顶层为空'),
      column('style', `序号形式：${styleExamples()}`),
      column('number', '原文所印序号；无序号段落为同级中的次序', 'integer'),
      column('heading', '标题，不含序号；没有为空'),
      column('part', '所属部分：progress、problems、responsibility、plan、other'),
      column('themes', '主题代号，以空格分隔'),
      column('text', '本节自身的文字，不含标题和下级章节'),
    ],
  },
};

type Row = Record<string, Cell>;

/** A row with the columns of its table and no others, in their order. */
function row(table: TableName, values: Row): Row {
  return Object.fromEntries(tables[table].columns.map(({ name }) => [name, values[name] ?? null]));
}

function sectionRows(id: string, sections: readonly Section[], parent: string | null): Row[] {
  return sections.flatMap((each) => {
    const { style, number, heading, part, text } = each;
    const themes = each.themes.join(' ');
    const own = { report: id, section: each.id, parent };
    const values = { ...own, style, number, heading, part, themes, text };
    return [row('sections', values), ...sectionRows(id, each.children, each.id)];
  });
}

/** What one report adds to a table. */
export function rowsOf(table: TableName, facts: ReportFacts, sections: readonly Section[]): Row[] {
  if (table === 'sections') return sectionRows(facts.id, sections, null);
  return facts[table].map((fact) => row(table, { ...(fact as unknown as Row), report: facts.id }));
}

/** Tables of one report. */
export function allRows(
  facts: ReportFacts,
  sections: readonly Section[],
): Record<TableName, Row[]> {
  return Object.fromEntries(
    tableNames.map((table) => [table, rowsOf(table, facts, sections)]),
  ) as Record<TableName, Row[]>;
}
