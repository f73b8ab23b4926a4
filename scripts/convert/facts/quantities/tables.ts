/**
 * The tables of a passage: what heads each row and column, in which unit its figures are, and the figures themselves.
 * A table is some lines under each other whose cells are parted by tabulators, by bars, or by two blanks or more.
 */
import { exactly, foldNumbers, numeralValue, scaleFactor } from './grammar.ts';
import { money, unitPattern } from './units.ts';

/** A piece of a line; offsets are those of the text. */
interface Piece {
  text: string;
  start: number;
  end: number;
}

/** What a figure of a table counts. */
export interface Cell {
  /** Words at the head of its row, outermost first. */
  row: string;
  /** Words at the head of its column, outermost first. */
  column: string;
  /** Where it stands in its table, from 0. */
  at: { table: number; row: number; column: number };
}

/** A figure of a table. */
export interface CellFigure {
  start: number;
  end: number;
  value: number;
  unit: string;
  decimals: number;
  cell: Cell;
}

const blanks = /[ \u3000\u00A0]{2,}|\u3000/u;
const blank = /[ \u00A0]/u;
/** Widest table that is read; a wider one is no table. */
const mostColumns = 60;
/** Longest cell of a table that is parted by blanks: longer ones are prose with gaps. */
const longestAligned = 24;

function pieces(text: string, start: number, end: number, separator: RegExp): Piece[] {
  const line = text.slice(start, end);
  const found: Piece[] = [];
  let from = 0;
  const push = (to: number) => {
    const raw = line.slice(from, to);
    const lead = raw.length - raw.trimStart().length;
    const words = raw.trim();
    const at = start + from + lead;
    found.push({ text: words, start: at, end: at + words.length });
  };
  for (const match of line.matchAll(new RegExp(separator.source, 'gu'))) {
    push(match.index);
    from = match.index + match[0].length;
  }
  push(line.length);
  return found;
}

/** Cells of a line, where it is a row. */
function cellsOf(text: string, start: number, end: number): Piece[] | undefined {
  const line = text.slice(start, end);
  if (line.includes('\t')) return pieces(text, start, end, /\t/u);
  if (/^\s*\|.*\|\s*$/u.test(line)) return pieces(text, start, end, /\|/u).slice(1, -1);
  const trimmed = line.trim();
  if (trimmed.length > 160 || /[。；，]/u.test(trimmed)) return undefined;
  const from = start + line.indexOf(trimmed);
  const within = (separator: RegExp) =>
    pieces(text, from, from + trimmed.length, separator).filter((cell) => cell.text);
  const wide = within(blanks);
  const cells = wide.length >= 2 ? wide : within(blank);
  return cells.length >= 2 && cells.every((cell) => cell.text.length <= longestAligned)
    ? cells
    : undefined;
}

/** Whether rows parted by single blanks stand in columns: as many cells in each, and figures in most. */
function inColumns(rows: readonly Piece[][]): boolean {
  const width = rows[0]?.length ?? 0;
  const figures = rows.filter((cells) => cells.slice(1).every((cell) => readNumber(cell.text)));
  return width >= 3 && rows.every(({ length }) => length === width) && figures.length >= 2;
}

/** Whether rows under each other are a table: tabulators and bars say so, blanks only where columns stand under each other. */
function isTable(lines: string, rows: readonly Piece[][]): boolean {
  return rows.length >= 2 && (/\t|^\s*\|/u.test(lines) || inColumns(rows));
}

/** Rows of each table of a text, and where it begins. */
function tablesOf(text: string): { start: number; rows: Piece[][] }[] {
  const tables: { start: number; rows: Piece[][] }[] = [];
  let open: { start: number; rows: Piece[][] } | undefined;
  let start = 0;
  while (start <= text.length) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    const cells = cellsOf(text, start, end);
    const isRule = cells?.every((cell) => /^:?-{2,}:?$/u.test(cell.text)) ?? false;
    if (cells && !isRule) {
      open ??= { start, rows: [] };
      open.rows.push(cells);
    }
    if ((!cells || next < 0) && open) {
      if (isTable(text.slice(open.start, start), open.rows)) tables.push(open);
      open = undefined;
    }
    start = end + 1;
  }
  return tables;
}

const number = new RegExp(
  '^(?<sign>[-−–－↓↑+]?)[ ]?(?<digits>\\d{1,3}(?:[,，]\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)' +
    `[ ]?(?<scale>百万|千万|万|亿)?(?<unit>${unitPattern}|户次|件次)?$`,
  'u',
);

interface Reading {
  value: number;
  scale: string;
  unit: string;
  decimals: number;
}

/** The number a cell holds and nothing else; a year is none. */
function readNumber(text: string): Reading | undefined {
  const groups = number.exec(foldNumbers(text))?.groups;
  if (!groups) return undefined;
  const { sign = '', digits = '', scale = '', unit = '' } = groups;
  if (/^0\d/u.test(digits)) return undefined;
  const value = (numeralValue(digits) as number) * (/[-−–－↓]/u.test(sign) ? -1 : 1);
  return { value, scale, unit, decimals: /\.(\d+)$/u.exec(digits)?.[1]?.length ?? 0 };
}

/** The head of a row or column that adds up the others. */
export const totalWords =
  /(?:合\s*计|总\s*计|共\s*计|总(?:案)?[件人次场户项份]?\s*数|累\s*计|总\s*量)数?(?:[(（][^()（）]*[)）])?$/u;

const yearCell = /^(?:19|20)\d\d(?:年(?:度|末|底)?)?$/u;
const placeholder = /^(?:[-—–－/／\\*]*|无|\.{2,}|…+)$/u;
const ordinalColumn = /^(?:序号|编号|行次|栏次|排名|名次|No\.?|№)$/iu;
const printedUnit = new RegExp(
  `(?:单位[:：]?\\s*|[(（/／]\\s*(?:单位[:：]\\s*)?)((?:万|亿|千|百)?(?:${unitPattern}|户次|件次))(?:\\s*[)）]|\\s|$)`,
  'u',
);
/** What is counted says the unit: 人数, 案件数（件）, 占比. */
const countedUnits: [RegExp, string][] = [
  [/(?:占比|比例|比重|[率%％]|增幅|降幅)[)）]?$/u, '%'],
  [/人次数?$/u, '人次'],
  [/场次数?$/u, '场次'],
  [/件次数?$/u, '件次'],
  [/户次数?$/u, '户次'],
  [/人数$/u, '人'],
  [/件数$/u, '件'],
  [/户数$/u, '户'],
  [/次数$/u, '次'],
  [/份数$/u, '份'],
  [/项数$/u, '项'],
];

const unitIn = (words: string) => printedUnit.exec(foldNumbers(words))?.[1];
const countedUnit = (words: string) =>
  countedUnits.find(([pattern]) => pattern.test(words.replace(/[(（][^()（）]*[)）]$/u, '')))?.[1];

const isYearRow = (cells: readonly Piece[]) => {
  const numbers = cells.filter((cell) => readNumber(cell.text));
  return numbers.length > 0 && numbers.every((cell) => yearCell.test(cell.text));
};
/** 1, 2, 3 …: columns that are numbered. */
const isNumbering = (cells: readonly Piece[]) => {
  const values = cells.flatMap((cell) => readNumber(cell.text)?.value ?? []);
  return (
    values.length >= 3 &&
    values.every(
      (value, at) => value === (values[0] as number) + at && at + (values[0] as number) <= 99,
    ) &&
    (values[0] === 1 || values[0] === 2)
  );
};

/** How many rows at the top head the columns: those before the first that holds figures. */
function headRows(rows: readonly Piece[][]): number {
  const first = rows.findIndex(
    (cells) =>
      cells.some((cell) => readNumber(cell.text) && !yearCell.test(cell.text)) &&
      !isYearRow(cells) &&
      !isNumbering(cells),
  );
  return first < 0 ? rows.length : first;
}

/**
 * Cells under their columns. A row that lacks no more than the columns of names, but one, lacks them at its left, where a
 * name is merged over several rows; of one that lacks others nobody can say which.
 */
function aligned(cells: readonly Piece[], width: number, names: number): (Piece | undefined)[] {
  const lacking = width - cells.length;
  if (lacking <= 0 || lacking >= names) return [...cells];
  return [...new Array<undefined>(lacking).fill(undefined), ...cells];
}

const joined = (words: readonly (string | undefined)[]) =>
  words.filter((word, at) => word && word !== words[at - 1]).join(' ');

/** Words above each column: of an upper row, those above a merged cell serve the columns to its right as well. */
function columnWords(heads: readonly Piece[][], width: number): string[] {
  // A row that begins with an empty place lacks none but at its end.
  const full = heads.filter(
    (cells) => (cells.length === width || cells[0]?.text === '') && !isNumbering(cells),
  );
  return Array.from({ length: width }, (_, column) =>
    joined(
      full.map((cells, row) => {
        const own = cells[column]?.text;
        if (own || row === full.length - 1 || column === 0) return own;
        return cells.slice(1, column).findLast(({ text }) => text !== '')?.text;
      }),
    ),
  );
}

/** Figures of one table. */
function figuresOf(rows: readonly Piece[][], caption: string, table: number): CellFigure[] {
  const width = rows.reduce((most, { length }) => Math.max(most, length), 0);
  if (width > mostColumns) return [];
  const heads = rows.slice(0, headRows(rows));
  const columns = columnWords(heads, width);
  const shared =
    unitIn(caption) ??
    heads
      .filter(({ length }) => length < width)
      .map((cells) => unitIn(cells.map(({ text }) => text).join(' ')))
      .find(Boolean);
  const unitColumn = columns.findIndex((words) => /^(?:计量)?单位$/u.test(words));
  const names = rows.slice(heads.length).reduce((least, cells) => {
    const at = cells.findIndex(({ text }, column) => column > 0 && readNumber(text) !== undefined);
    return cells.length === width && at > 0 ? Math.min(least, at) : least;
  }, width);
  const labels: (string | undefined)[] = [];
  const figures: CellFigure[] = [];
  rows.slice(heads.length).forEach((cells, below) => {
    const row = heads.length + below;
    const placed = aligned(cells, width, names);
    // Only under the heads of as many columns is it known what a figure counts.
    const known = placed.length === width || placed.length === columns.findLastIndex(Boolean) + 1;
    if (isNumbering(cells) && below === 0) return;
    const isFigure = (column: number) => {
      const text = placed[column]?.text ?? '';
      return (
        readNumber(text) !== undefined &&
        !yearCell.test(text) &&
        !ordinalColumn.test(columns[column] ?? '') &&
        column > 0
      );
    };
    const first = placed.findIndex((_, column) => isFigure(column));
    if (first < 0) return;
    // A label that is merged over several rows stands in the first of them.
    for (let column = 0; column < first; column++) {
      const text = placed[column]?.text;
      if (text) {
        labels[column] = text;
        labels.length = column + 1;
      }
    }
    const heading = labels
      .slice(0, first)
      .filter((_, column) => column !== unitColumn && !ordinalColumn.test(columns[column] ?? ''))
      .filter((text) => text && !/^\d{1,3}$/u.test(text));
    const rowUnit = unitColumn >= 0 ? placed[unitColumn]?.text : undefined;
    let beside = '';
    placed.forEach((cell, column) => {
      if (!cell || cell.text === '') return;
      if (!isFigure(column)) {
        // Names and figures side by side: 受理 | 57 | 审结 | 50.
        if (column > first && !placeholder.test(cell.text) && column !== unitColumn)
          beside = cell.text;
        return;
      }
      const read = readNumber(cell.text) as Reading;
      const words = {
        row: beside || joined(heading),
        column: known ? (columns[column] ?? '') : '',
      };
      const unit =
        read.unit ||
        (rowUnit ??
          unitIn(words.column) ??
          unitIn(words.row) ??
          countedUnit(words.column) ??
          countedUnit(words.row) ??
          shared ??
          '');
      figures.push({
        ...scaled(read, unit),
        start: cell.start,
        end: cell.end,
        cell: { ...words, at: { table, row, column } },
      });
    });
  });
  return figures;
}

/** Value and unit of a cell: 万 of money belongs to its unit, elsewhere it is multiplied out. */
function scaled({ value, scale, unit, decimals }: Reading, printed: string) {
  const own = unit || printed;
  const word = scale || (/^(?:万|亿|千|百)(?=.)/u.exec(own)?.[0] ?? '');
  const bare = own.replace(/^(?:万|亿|千|百)(?=.)/u, '');
  if (word === '') return { value, unit: bare, decimals };
  if (money.includes(bare)) return { value, unit: word + bare, decimals };
  return { value: exactly(value * scaleFactor(word)), unit: bare, decimals };
}

/** All figures of the tables of a passage, in reading order. */
export function tableFigures(text: string): CellFigure[] {
  return tablesOf(text).flatMap(({ start, rows }, index) => {
    const caption = text
      .slice(Math.max(0, start - 120), start)
      .split('\n')
      .slice(-3)
      .join(' ');
    return figuresOf(rows, caption, index);
  });
}
