/**
 * What a table lets a reader add up: a row or column of totals, and a column of changes beside two of years. Tables with
 * rows or columns that are parts of others (其中, 小计) are told only where they add up.
 */
import type { Quantity } from '../quantities/collect.ts';
import { totalWords } from '../quantities/tables.ts';
import { type Check, figure, isExact, isPrintedFor, rounded, sum } from './figures.ts';
import { equal } from './terms.ts';

type CellQuantity = Quantity & { cell: NonNullable<Quantity['cell']> };

const partOf = /其中|小计|^[（(]?(?:含|包括)/u;
const change = /增减|增长|增幅|同比|变化|升降|涨幅|降幅/u;
const year = /((?:19|20)\d\d)年?/u;
/** What does not add up. */
const shares = /^(?:%|‰|个?百分点|倍)$/u;
/** How far a total may be from its parts, as a share of it, to be held against them. */
const nearMiss = 0.2;

function sumCheck(total: CellQuantity, parts: readonly CellQuantity[]): Check {
  const computed = sum(parts.map(({ value }) => value));
  return {
    kind: 'table',
    verdict: computed === total.value ? 'agrees' : 'differs',
    stated: total.value,
    computed,
    formula: `${parts.map(figure).join('+')}=${computed}`,
    target: total,
    operands: [...parts],
  };
}

/** Of the same unit, or of none that the table says. */
const isLike = (a: Quantity, b: Quantity) => a.unit === b.unit || a.unit === '' || b.unit === '';

/** Of a total that nothing beside it confirms, a smaller miss is asked for. */
const isNearAlone = ({ computed, stated }: Check) => Math.abs(computed - stated) <= stated / 10;

/** Totals along one direction of a table, of which each line of cells has at most one. */
function totalsOf(
  lines: readonly CellQuantity[][],
  headOf: (cell: CellQuantity) => string,
): Check[] {
  const checks: Check[] = [];
  let doubtful = false;
  for (const line of lines) {
    const totals = line.filter((each) => totalWords.test(headOf(each)));
    const [total] = totals;
    if (!total || totals.length > 1 || shares.test(total.unit)) continue;
    const others = line.filter((each) => each !== total && isLike(each, total));
    const parts = others.filter((each) => !partOf.test(headOf(each)) && !change.test(headOf(each)));
    if (parts.length < 2) continue;
    if (parts.length < line.length - 1) doubtful = true;
    checks.push(sumCheck(total, parts));
  }
  const differing = checks.filter(({ verdict }) => verdict === 'differs');
  const certain = (each: Check) =>
    !doubtful &&
    Math.abs(each.computed - each.stated) <= nearMiss * each.stated &&
    // The lines beside it add up, or it is the only one.
    (checks.length === 1 ? isNearAlone(each) : differing.length < checks.length);
  return checks.filter((each) => each.verdict === 'agrees' || certain(each));
}

/** A change beside the figures of two years. */
function changesOf(rows: readonly CellQuantity[][]): Check[] {
  return rows.flatMap((row) => {
    const years = row
      .filter(
        ({ cell, unit }) =>
          year.test(cell.column) && !change.test(cell.column) && !shares.test(unit),
      )
      .sort((a, b) => yearOf(b) - yearOf(a));
    const [now, past] = years;
    if (!now || !past || years.length > 2 || now.unit !== past.unit || past.value <= 0) return [];
    return row.flatMap((each) => {
      if (!change.test(each.cell.column) || each === now || each === past) return [];
      const percent = each.unit === '%';
      if (!percent && each.unit !== now.unit) return [];
      const computed = percent ? (now.value / past.value - 1) * 100 : now.value - past.value;
      const [size, printed] = [Math.abs(computed), Math.abs(each.value)];
      const agrees = percent
        ? computed * each.value >= 0 && isPrintedFor(printed, [size, size], each.decimals)
        : equal(computed, each.value);
      if (
        !agrees &&
        Math.abs(computed - each.value) > (percent ? 5 : nearMiss * Math.abs(each.value))
      )
        return [];
      const shown = rounded(computed, Math.max(each.decimals, agrees ? 0 : 1));
      const difference = `${figure(now)}-${figure(past)}`;
      return [
        {
          kind: 'growth' as const,
          verdict: agrees ? ('agrees' as const) : ('differs' as const),
          stated: each.value,
          computed: agrees ? each.value : shown,
          formula: percent ? `(${difference})÷${figure(past)}=${shown}%` : `${difference}=${shown}`,
          target: each,
          operands: [now, past],
        },
      ];
    });
  });
}

const yearOf = ({ cell }: CellQuantity) => Number(year.exec(cell.column)?.[1]);

const isNearMiss = ({ computed, stated }: Check) =>
  Math.abs(computed - stated) <= nearMiss * Math.max(stated, leastTotal);

const isSame = (a: Check, b: Check) => a.target === b.target && a.formula === b.formula;

/** Largest table whose lines are compared with each other. */
const mostLines = 20;
/** Fewest lines that show a relation, and that hold one against the only line which breaks it. */
const leastLines = 2;
const leastWitnesses = 2;

/**
 * A figure of every line that is the sum of those right beside it: 收到 = 受理 + 不予受理. What holds in all lines is told;
 * where it holds in all but one, that one differs.
 */
function alongLines(
  lines: readonly CellQuantity[][],
  placeOf: (cell: CellQuantity) => number,
  isTotal: (cell: CellQuantity) => boolean,
): Check[] {
  const width = Math.max(0, ...lines.map(({ length }) => length));
  if (lines.length < leastLines || lines.length > mostLines || width > mostLines) return [];
  const places = (lines[0] ?? []).filter(({ unit }) => !shares.test(unit)).map(placeOf);
  const byPlace = lines.map((line) => new Map(line.map((each) => [placeOf(each), each])));
  const all = (place: number) => byPlace.map((line) => line.get(place));
  for (const [at, whole] of places.entries())
    for (let count = 2; count < places.length; count++)
      for (const parts of [
        places.slice(at + 1, at + 1 + count),
        places.slice(Math.max(0, at - count), at),
      ]) {
        if (parts.length < count) continue;
        const sums = all(whole).flatMap((total, row) => {
          const cells = parts.flatMap((place) => byPlace[row]?.get(place) ?? []);
          const alike =
            total && cells.length === count && cells.every((each) => isLike(each, total));
          const line = { check: alike && sumCheck(total, cells), isTotal: total && isTotal(total) };
          return line.check && line.check.stated > 0 ? [{ ...line, check: line.check }] : [];
        });
        if (sums.length < Math.max(leastLines, lines.length)) continue;
        // What the lines lack, the line of their totals lacks as well.
        const checks = sums.flatMap(({ check, isTotal: total }) =>
          total && check.verdict === 'differs' ? [] : [check],
        );
        const right = checks.filter(({ verdict }) => verdict === 'agrees');
        // A line of noughts beside one figure adds up whatever its columns are.
        const witnesses = right.filter(
          ({ operands }) => operands.filter(({ value }) => value !== 0).length >= 2,
        );
        if (witnesses.length < leastWitnesses) continue;
        if (right.length === checks.length) return checks;
        if (right.length === checks.length - 1 && checks.every(isNearMiss)) return checks;
      }
  return [];
}

/** What rates are of, by their head: 结案率 of 结案. */
const shareHead = /占比|比重|比例|^占|占[^率]{0,4}$/u;
const rateHead = /([^ ]{1,6})率/u;

/** A figure that rates may be of: one of the table, of the text before it, or the sum of the others. */
interface Base {
  value: number;
  words: string;
  quantity?: Quantity;
}

function rateCheck(rate: CellQuantity, part: CellQuantity, whole: Base): Check | undefined {
  const percent = (part.value / whole.value) * 100;
  if (!(whole.value > 0) || !isPrintedFor(rate.value, [percent, percent], rate.decimals))
    return undefined;
  return {
    kind: 'rate',
    verdict: 'agrees',
    stated: rate.value,
    computed: rate.value,
    formula: `${figure(part)}÷${whole.words}=${rounded(percent, rate.decimals)}%`,
    target: rate,
    operands: whole.quantity ? [part, whole.quantity] : [part],
    ratio: [part.value, whole.value],
  };
}

/** Head of a cell along its line, and the head of the line it stands in. */
type HeadOf = (cell: CellQuantity) => string;

/** Shares of one whole: 占比. Of several that it may be, the first that gives every share. */
function sharesOf(
  lines: readonly CellQuantity[][],
  headOf: HeadOf,
  bases: readonly Base[],
): Check[] {
  const pairs = lines.flatMap((line) => {
    const share = line.find((each) => each.unit === '%' && shareHead.test(headOf(each)));
    const counts = line.filter(({ unit }) => !shares.test(unit));
    return share && counts.length === 1 ? [[share, counts[0] as CellQuantity] as const] : [];
  });
  if (pairs.length < 2) return [];
  const parts = pairs.map(([, part]) => part);
  const total: Base = {
    value: sum(parts.map(({ value }) => value)),
    words: `(${parts.map(figure).join('+')})`,
  };
  const own = parts.map((quantity) => ({
    value: quantity.value,
    words: figure(quantity),
    quantity,
  }));
  for (const base of [...own, total, ...bases]) {
    const found = pairs.flatMap(([share, part]) => rateCheck(share, part, base) ?? []);
    if (found.length === pairs.length)
      return found.filter(({ operands: [part, whole] }) => part !== whole);
  }
  return [];
}

/** What was done of what was to be done, in one line: 受理, 审结, 结案率. */
function ratesOf(lines: readonly CellQuantity[][], headOf: HeadOf): Check[] {
  return lines.flatMap((line) =>
    line.flatMap((rate) => {
      const stem = rateHead.exec(headOf(rate))?.[1]?.slice(-2);
      if (rate.unit !== '%' || !stem || shareHead.test(headOf(rate))) return [];
      const counts = line.filter(({ unit }) => !shares.test(unit));
      const done = counts.filter((each) => headOf(each).includes(stem));
      const pairs = done.flatMap((part) =>
        counts
          .filter((whole) => whole !== part)
          .map((quantity) =>
            rateCheck(rate, part, { value: quantity.value, words: figure(quantity), quantity }),
          ),
      );
      return pairs.find((each) => each !== undefined) ?? [];
    }),
  );
}

/** How near a figure of the text must be to the sum of a table to be its total. */
const nearSum = 0.05;
const announcesTable = /下表|表\s*\d|如下|见表|附表|图表/u;

/** A column without a total, of which the text before the table gives one. */
function toldTotals(columns: readonly CellQuantity[][], prose: readonly Quantity[]): Check[] {
  return columns.flatMap((column) => {
    const parts = column.filter(
      (each) => !shares.test(each.unit) && !change.test(each.cell.column),
    );
    const headed = column.some(
      (each) => totalWords.test(each.cell.row) || partOf.test(each.cell.row),
    );
    if (headed || parts.length < 2 || parts.length < column.length) return [];
    const total = sum(parts.map(({ value }) => value));
    const said = prose.find(
      (each) => isExact(each) && isLike(each, parts[0] as Quantity) && each.value === total,
    );
    const near = prose.filter(
      (each) =>
        isExact(each) &&
        each.unit === parts[0]?.unit &&
        Math.abs(each.value - total) <= nearSum * total &&
        announcesTable.test(each.passage.text.slice(each.end, parts[0]?.start).slice(0, 400)),
    );
    const target = said ?? (near.length === 1 && columns.length === 1 ? near[0] : undefined);
    if (!target || total < leastTotal) return [];
    return [
      {
        kind: 'table' as const,
        verdict: said ? ('agrees' as const) : ('differs' as const),
        stated: target.value,
        computed: total,
        formula: `${parts.map(figure).join('+')}=${total}`,
        target,
        operands: parts,
      },
    ];
  });
}

/** Smallest total that a table hardly has by chance. */
const leastTotal = 10;

/** How many figures before a table may tell of it. */
const mostBefore = 30;

/** All relations of the tables of a passage. */
export function checkTables(quantities: readonly Quantity[]): Check[] {
  const order = new Map(quantities.map((each, index) => [each, index]));
  const cells = quantities.filter((each): each is CellQuantity => each.cell !== undefined);
  return [...Map.groupBy(cells, ({ cell }) => cell.at.table).values()].flatMap((table) => {
    const rows = [...Map.groupBy(table, ({ cell }) => cell.at.row).values()];
    const columns = [...Map.groupBy(table, ({ cell }) => cell.at.column).values()];
    const first = order.get(table[0] as Quantity) ?? 0;
    const prose = quantities
      .slice(Math.max(0, first - mostBefore), first)
      .filter(({ cell }) => cell === undefined);
    const bases = prose.filter(isExact).map((quantity) => ({
      value: quantity.value,
      words: figure(quantity),
      quantity,
    }));
    const byColumn: HeadOf = ({ cell }) => cell.column;
    const byRow: HeadOf = ({ cell }) => cell.row;
    const totals = [...totalsOf(columns, byRow), ...totalsOf(rows, byColumn)];
    const lines = [
      ...alongLines(
        rows,
        ({ cell }) => cell.at.column,
        (cell) => totalWords.test(byRow(cell)),
      ),
      ...alongLines(
        columns,
        ({ cell }) => cell.at.row,
        (cell) => totalWords.test(byColumn(cell)),
      ),
    ].filter((line) => !totals.some((each) => isSame(each, line)));
    return [
      ...totals,
      ...lines,
      ...changesOf(rows),
      ...toldTotals(columns, prose),
      ...sharesOf(rows, byColumn, bases),
      ...sharesOf(columns, byRow, bases),
      ...ratesOf(rows, byColumn),
      ...ratesOf(columns, byRow),
    ];
  });
}
